-- name: seats
-- purpose: persons, designations with their remits and absences
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The salt makes the digests of history; without it the person is erased and stays so.
create table person (
  id uuid not null,
  key text not null,
  visibility text not null,
  salt uuid default gen_random_uuid(),
  recorded bigint not null,
  constraint person_pkey primary key (id),
  constraint person_key_once unique (key) deferrable,
  constraint person_visibility_known check (visibility in ('public', 'desk'))
);
comment on constraint person_visibility_known on person is 'Visibility is public or desk.';

create table person_detail (
  id uuid not null,
  name text,
  recorded bigint not null,
  constraint person_detail_pkey primary key (id),
  constraint person_detail_id_fkey foreign key (id) references person (id) deferrable,
  constraint person_detail_name_said check (name <> '')
);
comment on constraint person_detail_name_said on person_detail is 'The name of a person is said.';

create function is_erased(person uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from varde.person as p where (p.id = is_erased.person) and (p.salt is null))
$$;

-- An erased person is not written back by a file that still has the name.
create function keep_erased() returns trigger language plpgsql as $$
begin
  if ((tg_table_name = 'person') and is_erased(new.id)) then
    new.key := 'erased-' || new.id::text;
    new.salt := null;
  end if;
  if ((tg_table_name = 'person_detail') and is_erased(new.id)) then
    new.name := null;
  end if;
  return new;
end $$;
create trigger keep_erased before insert or update on person
  for each row execute function keep_erased();
create trigger keep_erased before insert or update on person_detail
  for each row execute function keep_erased();
select adopt('person');
select adopt('person_detail');

create table designation (
  id uuid not null,
  key text not null,
  function uuid not null,
  organisation uuid not null,
  seat integer not null,
  position integer not null,
  holding text not null,
  person uuid,
  visibility text not null,
  valid daterange not null,
  confirmed_on date,
  citation uuid,
  holder uuid not null generated always as (
    coalesce(person, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
  recorded bigint not null,
  constraint designation_pkey primary key (id),
  constraint designation_key_once unique (key) deferrable,
  constraint designation_cell_once
    unique (id, function, organisation, position, seat, holder, valid),
  constraint designation_function_fkey
    foreign key (function) references function (id) deferrable,
  constraint designation_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint designation_person_fkey foreign key (person) references person (id) deferrable,
  constraint designation_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint designation_seat_positive check (seat >= 1),
  constraint designation_position_positive check (position >= 1),
  constraint designation_holding_known
    check (holding in ('held', 'unnamed', 'vacant', 'unknown')),
  constraint designation_held_by_person check ((holding = 'held') = (person is not null)),
  constraint designation_visibility_known check (visibility in ('public', 'desk'))
);
comment on constraint designation_seat_positive on designation is 'Seats count from 1.';
comment on constraint designation_position_positive on designation is
  'Positions count from 1: 1 first, 2 deputy.';
comment on constraint designation_holding_known on designation is
  'A seat is held, unnamed, vacant or unknown.';
comment on constraint designation_held_by_person on designation is
  'A held seat names its person, and only a held seat does.';
comment on constraint designation_visibility_known on designation is
  'Visibility is public or desk.';
select adopt('designation');

create table remit (
  id uuid not null,
  designation uuid not null,
  area uuid not null default root(),
  unit uuid not null default root(),
  unit_kind uuid not null default root(),
  concern uuid not null default root(),
  asker text not null,
  severity text not null,
  ages int4range not null default '(,)',
  extended_through integer,
  condition text,
  is_end_unstated boolean not null default false,
  function uuid not null,
  organisation uuid not null,
  position integer not null,
  seat integer not null,
  holder uuid not null,
  valid daterange not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint remit_pkey primary key (id),
  constraint remit_designation_fkey
    foreign key (designation) references designation (id) deferrable,
  constraint remit_area_fkey foreign key (area) references area (id) deferrable,
  constraint remit_unit_fkey foreign key (unit) references organisation (id) deferrable,
  constraint remit_unit_kind_fkey
    foreign key (unit_kind) references organisation_kind (id) deferrable,
  constraint remit_concern_fkey foreign key (concern) references concern (id) deferrable,
  constraint remit_cell_held
    foreign key (designation, function, organisation, position, seat, holder, valid)
    references designation (id, function, organisation, position, seat, holder, valid)
    on update cascade deferrable,
  constraint remit_unit_or_kind check ((unit = root()) or (unit_kind = root())),
  constraint remit_asker_known check (asker in ('anyone', 'employee', 'manager', 'authority',
    'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer', 'faithCommunity',
    'business')),
  constraint remit_severity_known
    check (severity in ('question', 'mild', 'clarified', 'grave', 'acute')),
  constraint remit_ages_possible check (not isempty(ages)
    and (lower_inf(ages) or (lower(ages) >= -1)) and (upper_inf(ages) or (upper(ages) <= 131))),
  constraint remit_extension_beyond check ((extended_through is null)
    or ((not upper_inf(ages)) and (extended_through >= upper(ages))
      and (extended_through <= 130))),
  constraint remit_cell_free exclude using gist
    (organisation with =, function with =, area with =, unit with =, unit_kind with =,
      concern with =, position with =, seat with =, asker with =, severity with =, ages with =,
      valid with &&) where (not superseded) deferrable,
  constraint remit_holder_once exclude using gist
    (holder with =, function with =, organisation with =, area with =, unit with =,
      unit_kind with =, concern with =, asker with =, severity with =, ages with =, valid with &&)
    where ((not superseded) and (holder <> '00000000-0000-0000-0000-000000000000'::uuid))
    deferrable
);
create index remit_of_designation on remit (designation);
comment on constraint remit_cell_held on remit is
  'A remit repeats the function, organisation, position, seat, holder and time of its designation.';
comment on constraint remit_unit_or_kind on remit is
  'A remit names a unit or a kind of unit, not both.';
comment on constraint remit_asker_known on remit is 'That asker is not one of the known ones.';
comment on constraint remit_severity_known on remit is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint remit_ages_possible on remit is
  'Ages go from unborn (-1) to 130, the first not after the last.';
comment on constraint remit_extension_beyond on remit is
  'The extended age lies beyond the last firm age, and is 130 at most.';
comment on constraint remit_cell_free on remit is
  'Two designations have the same seat of a function for the same cell at the same time.';
comment on constraint remit_holder_once on remit is
  'The same person holds a function twice for the same cell at the same time.';

create function repeat_designation() returns trigger language plpgsql as $$
begin
  select d.function, d.organisation, d.position, d.seat, d.holder, d.valid
  into new.function, new.organisation, new.position, new.seat, new.holder, new.valid
  from designation as d where (d.id = new.designation);
  return new;
end $$;
create trigger repeat_designation before insert or update on remit
  for each row execute function repeat_designation();
select adopt('remit', 'designation');

create table absence (
  id uuid not null,
  designation uuid not null,
  valid daterange not null,
  reason text,
  citation uuid,
  recorded bigint not null,
  constraint absence_pkey primary key (id),
  constraint absence_designation_fkey
    foreign key (designation) references designation (id) deferrable,
  constraint absence_citation_fkey foreign key (citation) references citation (id) deferrable,
  constraint absence_one exclude using gist (designation with =, valid with &&) deferrable
);
comment on constraint absence_one on absence is
  'A designation has one absence at a time.';
select adopt('absence', 'designation');
