-- name: organisations
-- purpose: kinds of organisation, organisations with their dated facts, functions and concerns
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Nine digits whose last is the check digit of the others (modulo 11).
create function is_orgnr(orgnr text) returns boolean language sql immutable strict as $$
  select (orgnr ~ '^[0-9]{9}$') and (
    select sum(substr(orgnr, i, 1)::integer * (array[3, 2, 7, 6, 5, 4, 3, 2, 1])[i]) % 11 = 0
    from generate_series(1, 9) as i)
$$;

create table organisation_kind (
  id uuid not null,
  key text not null,
  parent uuid,
  recorded bigint not null,
  constraint organisation_kind_pkey primary key (id),
  constraint organisation_kind_key_once unique (key) deferrable,
  constraint organisation_kind_parent_fkey
    foreign key (parent) references organisation_kind (id) deferrable
);
insert into organisation_kind (id, key, recorded) values (root(), 'root', 0);
create constraint trigger organisation_kind_no_cycle after insert or update on organisation_kind
  deferrable for each row execute function refuse_cycle('id', 'parent', 'undated');
comment on trigger organisation_kind_no_cycle on organisation_kind is
  'A kind of organisation never lies inside itself.';
select adopt('organisation_kind');

create table organisation (
  id uuid not null,
  key text not null,
  recorded bigint not null,
  constraint organisation_pkey primary key (id),
  constraint organisation_key_once unique (key) deferrable
);
insert into organisation (id, key, recorded) values (root(), 'root', 0);
select adopt('organisation');

create table function (
  id uuid not null,
  key text not null,
  recorded bigint not null,
  constraint function_pkey primary key (id),
  constraint function_key_once unique (key) deferrable
);
insert into function (id, key, recorded) values (root(), 'root', 0);
select adopt('function');

create table concern (
  id uuid not null,
  key text not null,
  parent uuid,
  least_severity text,
  recorded bigint not null,
  constraint concern_pkey primary key (id),
  constraint concern_key_once unique (key) deferrable,
  constraint concern_parent_fkey foreign key (parent) references concern (id) deferrable,
  constraint concern_least_severity_known
    check (least_severity in ('question', 'mild', 'clarified', 'grave', 'acute'))
);
comment on constraint concern_least_severity_known on concern is
  'Severity is question, mild, clarified, grave or acute.';
insert into concern (id, key, recorded) values (root(), 'root', 0);
create constraint trigger concern_no_cycle after insert or update on concern
  deferrable for each row execute function refuse_cycle('id', 'parent', 'undated');
comment on trigger concern_no_cycle on concern is 'A concern never lies inside itself.';
select adopt('concern');

create table organisation_form (
  id uuid not null,
  organisation uuid not null,
  kind uuid not null,
  orgnr text,
  location uuid,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint organisation_form_pkey primary key (id),
  constraint organisation_form_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint organisation_form_kind_fkey
    foreign key (kind) references organisation_kind (id) deferrable,
  constraint organisation_form_location_fkey
    foreign key (location) references area (id) deferrable,
  constraint organisation_form_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint organisation_form_orgnr_checked check (is_orgnr(orgnr)),
  constraint organisation_form_one exclude using gist
    (organisation with =, valid with &&) deferrable,
  constraint organisation_form_orgnr_once exclude using gist
    (orgnr with =, valid with &&) where (orgnr is not null) deferrable
);
comment on constraint organisation_form_orgnr_checked on organisation_form is
  'An organisation number has nine digits, the last of them the check digit (modulo 11).';
comment on constraint organisation_form_one on organisation_form is
  'An organisation has one form at a time.';
comment on constraint organisation_form_orgnr_once on organisation_form is
  'An organisation number belongs to one organisation at a time.';
select adopt('organisation_form', 'organisation');

create table organisation_parent (
  id uuid not null,
  organisation uuid not null,
  parent uuid not null,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint organisation_parent_pkey primary key (id),
  constraint organisation_parent_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint organisation_parent_parent_fkey
    foreign key (parent) references organisation (id) deferrable,
  constraint organisation_parent_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint organisation_parent_one exclude using gist
    (organisation with =, valid with &&) deferrable
);
comment on constraint organisation_parent_one on organisation_parent is
  'An organisation belongs to one parent at a time.';
create constraint trigger organisation_parent_no_cycle
  after insert or update on organisation_parent
  deferrable for each row execute function refuse_cycle('organisation', 'parent', 'dated');
comment on trigger organisation_parent_no_cycle on organisation_parent is
  'An organisation never belongs to itself.';
select adopt('organisation_parent', 'organisation');

create table organisation_service (
  id uuid not null,
  organisation uuid not null,
  area uuid not null default root(),
  unit uuid not null default root(),
  unit_kind uuid not null default root(),
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint organisation_service_pkey primary key (id),
  constraint organisation_service_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint organisation_service_area_fkey
    foreign key (area) references area (id) deferrable,
  constraint organisation_service_unit_fkey
    foreign key (unit) references organisation (id) deferrable,
  constraint organisation_service_unit_kind_fkey
    foreign key (unit_kind) references organisation_kind (id) deferrable,
  constraint organisation_service_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint organisation_service_serves_something
    check ((area <> root()) or (unit <> root()) or (unit_kind <> root())),
  constraint organisation_service_unit_or_kind check ((unit = root()) or (unit_kind = root())),
  constraint organisation_service_once exclude using gist
    (organisation with =, area with =, unit with =, unit_kind with =, valid with &&) deferrable
);
comment on constraint organisation_service_serves_something on organisation_service is
  'A service names the area, the unit or the kind of unit that is served.';
comment on constraint organisation_service_unit_or_kind on organisation_service is
  'A service names a unit or a kind of unit, not both.';
comment on constraint organisation_service_once on organisation_service is
  'An organisation serves the same area and unit once at a time.';
select adopt('organisation_service', 'organisation');

create table organisation_member (
  id uuid not null,
  organisation uuid not null,
  position integer not null,
  text text not null,
  member uuid,
  function uuid,
  valid daterange not null,
  citation uuid,
  recorded bigint not null,
  constraint organisation_member_pkey primary key (id),
  constraint organisation_member_organisation_fkey
    foreign key (organisation) references organisation (id) deferrable,
  constraint organisation_member_member_fkey
    foreign key (member) references organisation (id) deferrable,
  constraint organisation_member_function_fkey
    foreign key (function) references function (id) deferrable,
  constraint organisation_member_citation_fkey
    foreign key (citation) references citation (id) deferrable,
  constraint organisation_member_text_said check (text <> ''),
  constraint organisation_member_position_positive check (position >= 1),
  constraint organisation_member_one_per_position exclude using gist
    (organisation with =, position with =, valid with &&) deferrable
);
comment on constraint organisation_member_text_said on organisation_member is
  'A member is written as in the source.';
comment on constraint organisation_member_position_positive on organisation_member is
  'The position of a member is 1 or more.';
comment on constraint organisation_member_one_per_position on organisation_member is
  'One member stands at each position at a time.';
select adopt('organisation_member', 'organisation');
