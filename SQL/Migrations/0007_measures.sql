-- name: measures
-- purpose: measures with parties and merges; names, links and doubts of anything
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create table measure (
  id uuid not null,
  key text not null,
  plan uuid not null,
  position integer not null,
  number text not null,
  title text not null,
  text text,
  status text,
  fate text,
  concerns uuid[] not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint measure_pkey primary key (id),
  constraint measure_key_once unique (key) deferrable,
  constraint measure_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint measure_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint measure_title_said check (title <> ''),
  constraint measure_one_per_position exclude using gist
    (plan with =, position with =, valid with &&) deferrable
);
comment on constraint measure_title_said on measure is 'A measure has a title.';
comment on constraint measure_one_per_position on measure is
  'A plan has one measure at each position at a time.';

create function refuse_unknown_concerns() returns trigger language plpgsql as $$
begin
  if (exists (select 1 from unnest(new.concerns) as c (id)
      where (not subject_is_known('concern', c.id)))) then
    raise exception 'This measure is about a concern that is not known.'
      using errcode = '23503', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;
create constraint trigger measure_concerns_known after insert or update on measure
  deferrable for each row execute function refuse_unknown_concerns();
comment on trigger measure_concerns_known on measure is 'A measure is about known concerns.';
select adopt('measure');

create table measure_party (
  id uuid not null,
  measure uuid not null,
  position integer not null,
  text text not null,
  organisation uuid,
  function uuid,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint measure_party_pkey primary key (id),
  constraint measure_party_measure_fkey
    foreign key (measure) references measure (id) deferrable,
  constraint measure_party_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint measure_party_function_fkey
    foreign key (function) references function (id) deferrable,
  constraint measure_party_text_said check (text <> ''),
  constraint measure_party_position_positive check (position >= 1),
  constraint measure_party_one_per_position exclude using gist
    (measure with =, position with =) where (not superseded) deferrable
);
comment on constraint measure_party_text_said on measure_party is
  'A responsible party is written as in the source.';
comment on constraint measure_party_position_positive on measure_party is
  'Parties count from 1, the main one first.';
comment on constraint measure_party_one_per_position on measure_party is
  'A measure has one party at each position.';
select adopt('measure_party', 'measure');

create table measure_merge (
  id uuid not null,
  measure uuid not null,
  merged_into uuid not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint measure_merge_pkey primary key (id),
  constraint measure_merge_measure_fkey
    foreign key (measure) references measure (id) deferrable,
  constraint measure_merge_merged_into_fkey
    foreign key (merged_into) references measure (id) deferrable,
  constraint measure_merge_other check (measure <> merged_into),
  constraint measure_merge_once exclude using gist (measure with =, merged_into with =)
    where (not superseded) deferrable
);
comment on constraint measure_merge_other on measure_merge is
  'A measure is merged with another one.';
comment on constraint measure_merge_once on measure_merge is 'A merger is told once.';
select adopt('measure_merge', 'measure');

create function is_subject_kind(kind text) returns boolean language sql immutable strict as $$
  select kind in ('area', 'organisation', 'function', 'person', 'designation', 'channel',
    'concern', 'plan', 'rule', 'step', 'notice', 'measure', 'offering', 'source', 'area-kind',
    'organisation-kind', 'reading-matter')
$$;

create table name (
  id uuid not null,
  subject_kind text not null,
  subject uuid not null,
  language text not null,
  kind text not null,
  text text not null,
  plan uuid,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint name_pkey primary key (id),
  constraint name_plan_fkey foreign key (plan) references plan (id) deferrable,
  constraint name_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint name_subject_kind_known check (is_subject_kind(subject_kind)),
  constraint name_language_formed check (language ~ '^[a-z]{2,3}$'),
  constraint name_kind_known
    check (kind in ('official', 'short', 'former', 'alias', 'synonym', 'misprint')),
  constraint name_text_said check ((text <> '') or (subject_kind = 'person')),
  constraint name_one_official exclude using gist
    (subject with =, subject_kind with =, language with =, coalesce(plan, root()) with =,
      valid with &&)
    where ((kind = 'official') and (text <> '')) deferrable,
  constraint name_once exclude using gist
    (subject with =, subject_kind with =, text with =, language with =, kind with =,
      coalesce(plan, root()) with =, valid with &&) where (text <> '') deferrable
);
comment on constraint name_subject_kind_known on name is
  'A name is of a kind of thing that is not known.';
comment on constraint name_language_formed on name is
  'A language is two or three small letters.';
comment on constraint name_kind_known on name is
  'A name is official, short, former, alias, synonym or misprint.';
comment on constraint name_text_said on name is 'A name is not empty.';
comment on constraint name_one_official on name is
  'A thing has one official name in a language at a time.';
comment on constraint name_once on name is 'The same name is told once for a thing at a time.';

create function keep_erased_name() returns trigger language plpgsql as $$
begin
  if ((new.subject_kind = 'person') and is_erased(new.subject)) then
    new.text := '';
  end if;
  return new;
end $$;
create trigger keep_erased before insert or update on name
  for each row execute function keep_erased_name();
create constraint trigger name_subject_known after insert or update on name
  deferrable for each row execute function refuse_unknown_subject('subject_kind', 'subject');
comment on trigger name_subject_known on name is 'A name is of something known.';
select adopt('name', 'subject');

create table link (
  id uuid not null,
  subject_kind text not null,
  subject uuid not null,
  position integer not null,
  text text not null,
  url text,
  is_usable boolean not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint link_pkey primary key (id),
  constraint link_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint link_subject_kind_known check (is_subject_kind(subject_kind)),
  constraint link_says_something check ((text <> '') or (coalesce(url, '') <> '')),
  constraint link_usable_has_url check ((not is_usable) or (url is not null))
);
comment on constraint link_subject_kind_known on link is
  'A link is of a kind of thing that is not known.';
comment on constraint link_says_something on link is 'A link has a text or an address.';
comment on constraint link_usable_has_url on link is 'A usable link has an address.';
create constraint trigger link_subject_known after insert or update on link
  deferrable for each row execute function refuse_unknown_subject('subject_kind', 'subject');
comment on trigger link_subject_known on link is 'A link is of something known.';
select adopt('link', 'subject');

create table doubt (
  id uuid not null,
  subject_kind text not null,
  subject uuid not null,
  reason text not null,
  citation uuid,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint doubt_pkey primary key (id),
  constraint doubt_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint doubt_subject_kind_known check (is_subject_kind(subject_kind)),
  constraint doubt_reason_said check (reason <> '')
);
comment on constraint doubt_subject_kind_known on doubt is
  'A doubt is about a kind of thing that is not known.';
comment on constraint doubt_reason_said on doubt is 'A doubt has a reason.';
create constraint trigger doubt_subject_known after insert or update on doubt
  deferrable for each row execute function refuse_unknown_subject('subject_kind', 'subject');
comment on trigger doubt_subject_known on doubt is 'A doubt is about something known.';
select adopt('doubt', 'subject');
