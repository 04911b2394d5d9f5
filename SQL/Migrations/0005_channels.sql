-- name: channels
-- purpose: ways to reach a contact, and their stated hours
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create function subject_is_known(kind text, id uuid) returns boolean
language plpgsql stable as $$
declare
  known boolean;
begin
  execute format('select exists (select 1 from varde.%I as t where (t.id = $1))',
    replace(kind, '-', '_')) into known using id;
  return known and (id <> root());
end $$;

-- Constraint trigger: the column of the kind and the column of the id of a subject.
create function refuse_unknown_subject() returns trigger language plpgsql as $$
declare
  kind text := to_jsonb(new) ->> tg_argv[0];
  id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  if ((kind is not null) and (not subject_is_known(kind, id))) then
    raise exception 'This % is about a % that is not known.', replace(tg_table_name, '_', ' '), kind
      using errcode = '23503', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;

-- The numbers that may be dialled: E.164, the three-digit ones, 116xxx and 02000 to 09999.
create function is_dialled(number text) returns boolean language sql immutable strict as $$
  select (number ~ '^\+[1-9][0-9]{6,14}$') or (number ~ '^1[0-9]{2}$')
    or (number ~ '^116[0-9]{3}$') or (number ~ '^0[2-9][0-9]{3}$')
$$;

create table channel (
  id uuid not null,
  key text not null,
  owner_kind text not null,
  owner uuid not null,
  position integer not null,
  kind text not null,
  written text not null,
  canonical text,
  is_usable boolean not null,
  label text,
  audience text not null,
  hours text not null,
  via_organisation uuid,
  via_designation uuid,
  warning text,
  visibility text not null,
  valid daterange not null,
  confirmed_on date,
  citation uuid,
  salt uuid default gen_random_uuid(),
  recorded bigint not null,
  constraint channel_pkey primary key (id),
  constraint channel_key_once unique (key) deferrable,
  constraint channel_via_organisation_fkey
    foreign key (via_organisation) references organisation (id) deferrable,
  constraint channel_via_designation_fkey
    foreign key (via_designation) references designation (id) deferrable,
  constraint channel_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint channel_owner_kind_known
    check (owner_kind in ('designation', 'organisation', 'function', 'offering')),
  constraint channel_position_positive check (position >= 1),
  constraint channel_kind_known
    check (kind in ('phone', 'sms', 'email', 'web', 'form', 'chat', 'visit', 'post')),
  constraint channel_audience_known check (audience in ('anyone', 'employee', 'manager',
    'authority', 'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer',
    'faithCommunity', 'business')),
  constraint channel_hours_known
    check (hours in ('stated', 'always', 'rota', 'unknown', 'office', 'outside-office')),
  constraint channel_visibility_known check (visibility in ('public', 'desk')),
  constraint channel_one_way check ((via_organisation is null) or (via_designation is null)),
  constraint channel_leads_somewhere check ((written <> '') or (via_organisation is not null)
    or (via_designation is not null) or (salt is null)),
  constraint channel_usable_has_canonical check ((not is_usable) or (canonical is not null)
    or (via_organisation is not null) or (via_designation is not null)),
  constraint channel_unusable_has_none check (is_usable or (canonical is null)),
  constraint channel_number_dialled check ((kind <> 'phone') or is_dialled(canonical)
    or (canonical is null)),
  constraint channel_sms_dialled check ((kind <> 'sms') or is_dialled(canonical)
    or (canonical ~ '^[0-9]{4,6}$') or (canonical is null)),
  constraint channel_address_formed
    check ((kind <> 'email') or (canonical ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$')),
  constraint channel_url_absolute
    check ((kind not in ('web', 'form')) or (canonical ~ '^https?://[^[:space:]]+$'))
);
comment on constraint channel_owner_kind_known on channel is
  'A channel belongs to a designation, an organisation, a function or an offering.';
comment on constraint channel_position_positive on channel is 'Channels count from 1.';
comment on constraint channel_kind_known on channel is
  'A channel is phone, sms, email, web, form, chat, visit or post.';
comment on constraint channel_audience_known on channel is
  'That audience is not one of the known askers.';
comment on constraint channel_hours_known on channel is
  'Hours are stated, always, rota, unknown, office or outside-office.';
comment on constraint channel_visibility_known on channel is 'Visibility is public or desk.';
comment on constraint channel_one_way on channel is
  'A channel is reached via an organisation or a designation, not both.';
comment on constraint channel_leads_somewhere on channel is
  'A channel is written as in the source, or is reached via another contact.';
comment on constraint channel_usable_has_canonical on channel is
  'A usable channel has a canonical form, or is reached via another contact.';
comment on constraint channel_unusable_has_none on channel is
  'An unusable channel is kept as written and has no canonical form.';
comment on constraint channel_number_dialled on channel is
  'A phone number is E.164, three digits from 1, 116 and three more, or 02000 to 09999.';
comment on constraint channel_sms_dialled on channel is
  'A text message goes to a phone number or to four to six digits.';
comment on constraint channel_address_formed on channel is
  'An e-mail address has a name, an @ and a domain.';
comment on constraint channel_url_absolute on channel is
  'A web address begins with http:// or https:// and has no spaces.';

alter table channel add constraint channel_once exclude using gist
  (owner with =, kind with =, written with =, coalesce(label, '') with =, audience with =,
    hours with =, coalesce(via_organisation, via_designation, root()) with =, valid with &&)
  where (salt is not null) deferrable;
comment on constraint channel_once on channel is
  'The same channel is told once for a contact at a time.';

-- What was erased of a channel is not written back by a file that still has the number.
create function keep_erased_channel() returns trigger language plpgsql as $$
begin
  if (exists (select 1 from channel as c where (c.id = new.id) and (c.salt is null))) then
    new.written := '';
    new.canonical := null;
    new.label := null;
    new.warning := null;
    new.is_usable := false;
    new.salt := null;
  end if;
  return new;
end $$;
create trigger keep_erased before insert or update on channel
  for each row execute function keep_erased_channel();
create constraint trigger channel_owner_known after insert or update on channel
  deferrable for each row execute function refuse_unknown_subject('owner_kind', 'owner');
comment on trigger channel_owner_known on channel is 'A channel belongs to a known contact.';
select adopt('channel', 'owner');

create table opening (
  id uuid not null,
  channel uuid not null,
  weekdays integer not null,
  from_minute integer not null,
  until_minute integer not null,
  holidays text not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint opening_pkey primary key (id),
  constraint opening_channel_fkey foreign key (channel) references channel (id) deferrable,
  constraint opening_weekdays_some check ((weekdays >= 1) and (weekdays <= 255)),
  constraint opening_from_in_day check ((from_minute >= 0) and (from_minute <= 1439)),
  constraint opening_until_in_day check ((until_minute >= 1) and (until_minute <= 1440)),
  constraint opening_holidays_known check (holidays in ('included', 'excluded', 'unstated')),
  constraint opening_once exclude using gist
    (channel with =, weekdays with =, from_minute with =, until_minute with =)
    where (not superseded) deferrable
);
comment on constraint opening_weekdays_some on opening is
  'An opening names one weekday or more, or public holidays.';
comment on constraint opening_from_in_day on opening is
  'An opening begins between 00:00 and 23:59.';
comment on constraint opening_until_in_day on opening is
  'An opening ends between 00:01 and 24:00.';
comment on constraint opening_holidays_known on opening is
  'Holidays are included, excluded or unstated.';
comment on constraint opening_once on opening is 'A window is told once for a channel.';
select adopt('opening', 'channel');
