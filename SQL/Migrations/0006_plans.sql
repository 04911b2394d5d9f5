-- name: plans
-- purpose: plans with severity words, rules, targets, steps, notices and reading matter
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create table plan (
  id uuid not null,
  key text not null,
  level text not null,
  owner uuid,
  area uuid not null,
  source uuid not null,
  title text not null,
  version text,
  day date not null,
  period daterange not null,
  valid daterange not null,
  follows uuid,
  recorded bigint not null,
  constraint plan_pkey primary key (id),
  constraint plan_key_once unique (key) deferrable,
  constraint plan_owner_fkey foreign key (owner) references organisation (id) deferrable,
  constraint plan_area_fkey foreign key (area) references area (id) deferrable,
  constraint plan_source_fkey foreign key (source) references source (id) deferrable,
  constraint plan_follows_fkey foreign key (follows) references plan (id) deferrable,
  constraint plan_level_known
    check (level in ('municipality', 'police-district', 'county', 'service', 'nation')),
  constraint plan_title_said check (title <> '')
);
comment on constraint plan_level_known on plan is
  'A plan is of a municipality, police-district, county, service or nation.';
comment on constraint plan_title_said on plan is 'A plan has a title.';
create constraint trigger plan_no_cycle after insert or update on plan
  deferrable for each row execute function refuse_cycle('id', 'follows', 'undated');
comment on trigger plan_no_cycle on plan is 'A plan never follows itself.';
select adopt('plan');

create table severity_word (
  id uuid not null,
  plan uuid not null,
  word text not null,
  severity text not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint severity_word_pkey primary key (id),
  constraint severity_word_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint severity_word_said check (word <> ''),
  constraint severity_word_severity_known
    check (severity in ('question', 'mild', 'clarified', 'grave', 'acute')),
  constraint severity_word_once exclude using gist (plan with =, word with =)
    where (not superseded) deferrable
);
comment on constraint severity_word_said on severity_word is 'A severity word is not empty.';
comment on constraint severity_word_severity_known on severity_word is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint severity_word_once on severity_word is
  'A word means one severity in a plan.';
select adopt('severity_word', 'plan');

create table offering (
  id uuid not null,
  key text not null,
  provider uuid not null,
  text text,
  conditions text[] not null,
  valid daterange not null,
  confirmed_on date,
  citation uuid,
  recorded bigint not null,
  constraint offering_pkey primary key (id),
  constraint offering_key_once unique (key) deferrable,
  constraint offering_provider_fkey
    foreign key (provider) references organisation (id) deferrable,
  constraint offering_citation_fkey foreign key (citation) references citation (id) deferrable
);
select adopt('offering');

create table rule (
  id uuid not null,
  key text not null,
  plan uuid not null,
  tier text not null,
  text text not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint rule_pkey primary key (id),
  constraint rule_key_once unique (key) deferrable,
  constraint rule_cell_once unique (id, plan, tier, valid),
  constraint rule_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint rule_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint rule_tier_known check (tier in ('serious', 'ordinary', 'fallback')),
  constraint rule_text_said check (text <> '')
);
comment on constraint rule_tier_known on rule is 'A rule is serious, ordinary or fallback.';
comment on constraint rule_text_said on rule is 'A rule says why in a sentence.';
select adopt('rule');

create table rule_target (
  id uuid not null,
  rule uuid not null,
  rung integer not null,
  door integer not null,
  target_kind text not null,
  function uuid,
  organisation uuid,
  organisation_kind uuid,
  offering uuid,
  words text,
  covers boolean not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint rule_target_pkey primary key (id),
  constraint rule_target_rule_fkey foreign key (rule) references rule (id) deferrable,
  constraint rule_target_function_fkey
    foreign key (function) references function (id) deferrable,
  constraint rule_target_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint rule_target_organisation_kind_fkey
    foreign key (organisation_kind) references organisation_kind (id) deferrable,
  constraint rule_target_offering_fkey
    foreign key (offering) references offering (id) deferrable,
  constraint rule_target_rung_positive check ((rung >= 1) and (door >= 1)),
  constraint rule_target_kind_known check (target_kind in ('function', 'organisation',
    'organisation-kind', 'offering', 'own-workplace', 'described')),
  constraint rule_target_leads_somewhere check (
    ((target_kind = 'function') = (function is not null))
    and ((target_kind = 'organisation') = (organisation is not null))
    and ((target_kind = 'organisation-kind') = (organisation_kind is not null))
    and ((target_kind = 'offering') = (offering is not null))
    and ((target_kind in ('own-workplace', 'described')) = (coalesce(words, '') <> ''))),
  constraint rule_target_one_per_door exclude using gist
    (rule with =, rung with =, door with =) where (not superseded) deferrable
);
comment on constraint rule_target_rung_positive on rule_target is
  'Rungs and doors count from 1.';
comment on constraint rule_target_kind_known on rule_target is
  'A target is a function, organisation, organisation-kind, offering, own-workplace or described.';
comment on constraint rule_target_leads_somewhere on rule_target is
  'A target names exactly what its kind says.';
comment on constraint rule_target_one_per_door on rule_target is
  'A rule has one target for each rung and door.';
select adopt('rule_target', 'rule');

create table step (
  id uuid not null,
  plan uuid not null,
  position integer not null,
  number text not null,
  title text not null,
  text text not null,
  responsible text[] not null,
  severities text[] not null,
  askers text[] not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint step_pkey primary key (id),
  constraint step_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint step_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint step_severities_known
    check (severities <@ array['question', 'mild', 'clarified', 'grave', 'acute']),
  constraint step_askers_known check (askers <@ array['anyone', 'employee', 'manager',
    'authority', 'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer',
    'faithCommunity', 'business']),
  constraint step_one_per_position exclude using gist
    (plan with =, position with =, valid with &&) deferrable
);
comment on constraint step_severities_known on step is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint step_askers_known on step is 'That asker is not one of the known ones.';
comment on constraint step_one_per_position on step is
  'A plan has one step at each position at a time.';
select adopt('step', 'plan');

create table notice (
  id uuid not null,
  key text not null,
  plan uuid not null,
  kind text not null,
  about_kind text,
  about uuid,
  text text not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint notice_pkey primary key (id),
  constraint notice_key_once unique (key) deferrable,
  constraint notice_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint notice_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint notice_kind_known check (kind in ('anonymity', 'confidentiality', 'duty',
    'consent', 'parents', 'cost', 'voluntary', 'definition', 'advice', 'what-happens-next',
    'responsibility')),
  constraint notice_about_whole check ((about_kind is null) = (about is null)),
  constraint notice_about_kind_known check (about_kind in ('area', 'organisation', 'function',
    'person', 'designation', 'channel', 'concern', 'plan', 'rule', 'step', 'notice', 'measure',
    'offering', 'source', 'area-kind', 'organisation-kind', 'reading-matter')),
  constraint notice_text_said check (text <> '')
);
comment on constraint notice_kind_known on notice is 'That kind of notice is not known.';
comment on constraint notice_about_whole on notice is
  'What a notice is about has a kind and an id.';
comment on constraint notice_about_kind_known on notice is
  'A notice is about a kind of thing that is not known.';
comment on constraint notice_text_said on notice is 'A notice says something.';
create constraint trigger notice_about_known after insert or update on notice
  deferrable for each row execute function refuse_unknown_subject('about_kind', 'about');
comment on trigger notice_about_known on notice is 'A notice is about something known.';
select adopt('notice');

create table reading_matter (
  id uuid not null,
  plan uuid not null,
  kind text not null,
  heading text not null,
  position integer not null,
  text text not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint reading_matter_pkey primary key (id),
  constraint reading_matter_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint reading_matter_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint reading_matter_kind_known
    check (kind in ('sign', 'risk', 'protective', 'push', 'pull', 'process')),
  constraint reading_matter_text_said check (text <> ''),
  constraint reading_matter_one_per_position exclude using gist
    (plan with =, kind with =, heading with =, position with =, valid with &&) deferrable
);
comment on constraint reading_matter_kind_known on reading_matter is
  'Reading matter is sign, risk, protective, push, pull or process.';
comment on constraint reading_matter_text_said on reading_matter is
  'Reading matter says something.';
comment on constraint reading_matter_one_per_position on reading_matter is
  'A list has one line at each position at a time.';
select adopt('reading_matter', 'plan');
