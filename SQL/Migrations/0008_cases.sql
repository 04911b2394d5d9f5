-- name: cases
-- purpose: the flat conditions of rules, notices and offerings
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create table rule_case (
  id uuid not null,
  rule uuid not null,
  area uuid not null default root(),
  unit uuid not null default root(),
  unit_kind uuid not null default root(),
  concern uuid not null default root(),
  function uuid not null default root(),
  asker text not null,
  severity text not null,
  ages int4range not null default '(,)',
  extended_through integer,
  condition text,
  is_end_unstated boolean not null default false,
  wish text,
  plan uuid not null,
  tier text not null,
  valid daterange not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint rule_case_pkey primary key (id),
  constraint rule_case_rule_fkey foreign key (rule) references rule (id) deferrable,
  constraint rule_case_area_fkey foreign key (area) references area (id) deferrable,
  constraint rule_case_unit_fkey foreign key (unit) references organisation (id) deferrable,
  constraint rule_case_unit_kind_fkey
    foreign key (unit_kind) references organisation_kind (id) deferrable,
  constraint rule_case_concern_fkey foreign key (concern) references concern (id) deferrable,
  constraint rule_case_function_fkey foreign key (function) references function (id) deferrable,
  constraint rule_case_cell_held foreign key (rule, plan, tier, valid)
    references rule (id, plan, tier, valid) on update cascade deferrable,
  constraint rule_case_unit_or_kind check ((unit = root()) or (unit_kind = root())),
  constraint rule_case_asker_known check (asker in ('anyone', 'employee', 'manager',
    'authority', 'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer',
    'faithCommunity', 'business')),
  constraint rule_case_severity_known
    check (severity in ('question', 'mild', 'clarified', 'grave', 'acute')),
  constraint rule_case_wish_known check (wish in ('anonymous', 'in-writing', 'not-police')),
  constraint rule_case_ages_possible check (not isempty(ages)
    and (lower_inf(ages) or (lower(ages) >= -1)) and (upper_inf(ages) or (upper(ages) <= 131))),
  constraint rule_case_extension_beyond check ((extended_through is null)
    or ((not upper_inf(ages)) and (extended_through >= upper(ages))
      and (extended_through <= 130))),
  constraint rule_case_cell_free exclude using gist
    (plan with =, tier with =, area with =, unit with =, unit_kind with =, concern with =,
      function with =, asker with =, severity with =, ages with =, coalesce(wish, '') with =,
      valid with &&)
    where (not superseded) deferrable
);
create index rule_case_of_rule on rule_case (rule);
comment on constraint rule_case_cell_held on rule_case is
  'A condition repeats the plan, tier and time of its rule.';
comment on constraint rule_case_cell_free on rule_case is
  'Two rules of one plan and tier have the same condition at the same time.';
comment on constraint rule_case_unit_or_kind on rule_case is
  'A condition names a unit or a kind of unit, not both.';
comment on constraint rule_case_asker_known on rule_case is
  'That asker is not one of the known ones.';
comment on constraint rule_case_severity_known on rule_case is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint rule_case_wish_known on rule_case is
  'A wish is anonymous, in-writing or not-police.';
comment on constraint rule_case_ages_possible on rule_case is
  'Ages go from unborn (-1) to 130, the first not after the last.';
comment on constraint rule_case_extension_beyond on rule_case is
  'The extended age lies beyond the last firm age, and is 130 at most.';

create function repeat_rule() returns trigger language plpgsql as $$
begin
  select r.plan, r.tier, r.valid into new.plan, new.tier, new.valid
  from rule as r where (r.id = new.rule);
  return new;
end $$;
create trigger repeat_rule before insert or update on rule_case
  for each row execute function repeat_rule();
select adopt('rule_case', 'rule');

create table notice_case (
  id uuid not null,
  notice uuid not null,
  area uuid not null default root(),
  unit uuid not null default root(),
  unit_kind uuid not null default root(),
  concern uuid not null default root(),
  function uuid not null default root(),
  asker text not null,
  severity text not null,
  ages int4range not null default '(,)',
  extended_through integer,
  condition text,
  is_end_unstated boolean not null default false,
  wish text,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint notice_case_pkey primary key (id),
  constraint notice_case_notice_fkey foreign key (notice) references notice (id) deferrable,
  constraint notice_case_area_fkey foreign key (area) references area (id) deferrable,
  constraint notice_case_unit_fkey foreign key (unit) references organisation (id) deferrable,
  constraint notice_case_unit_kind_fkey
    foreign key (unit_kind) references organisation_kind (id) deferrable,
  constraint notice_case_concern_fkey foreign key (concern) references concern (id) deferrable,
  constraint notice_case_function_fkey foreign key (function) references function (id) deferrable,
  constraint notice_case_unit_or_kind check ((unit = root()) or (unit_kind = root())),
  constraint notice_case_asker_known check (asker in ('anyone', 'employee', 'manager',
    'authority', 'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer',
    'faithCommunity', 'business')),
  constraint notice_case_severity_known
    check (severity in ('question', 'mild', 'clarified', 'grave', 'acute')),
  constraint notice_case_wish_known check (wish in ('anonymous', 'in-writing', 'not-police')),
  constraint notice_case_ages_possible check (not isempty(ages)
    and (lower_inf(ages) or (lower(ages) >= -1)) and (upper_inf(ages) or (upper(ages) <= 131))),
  constraint notice_case_extension_beyond check ((extended_through is null)
    or ((not upper_inf(ages)) and (extended_through >= upper(ages))
      and (extended_through <= 130))),
  constraint notice_case_once exclude using gist
    (notice with =, area with =, unit with =, unit_kind with =, concern with =,
      function with =, asker with =, severity with =, ages with =, coalesce(wish, '') with =)
    where (not superseded) deferrable
);
create index notice_case_of_notice on notice_case (notice);
comment on constraint notice_case_once on notice_case is
  'The same condition is told once for each notice.';
comment on constraint notice_case_unit_or_kind on notice_case is
  'A condition names a unit or a kind of unit, not both.';
comment on constraint notice_case_asker_known on notice_case is
  'That asker is not one of the known ones.';
comment on constraint notice_case_severity_known on notice_case is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint notice_case_wish_known on notice_case is
  'A wish is anonymous, in-writing or not-police.';
comment on constraint notice_case_ages_possible on notice_case is
  'Ages go from unborn (-1) to 130, the first not after the last.';
comment on constraint notice_case_extension_beyond on notice_case is
  'The extended age lies beyond the last firm age, and is 130 at most.';
select adopt('notice_case', 'notice');

create table offering_case (
  id uuid not null,
  offering uuid not null,
  area uuid not null default root(),
  unit uuid not null default root(),
  unit_kind uuid not null default root(),
  concern uuid not null default root(),
  function uuid not null default root(),
  asker text not null,
  severity text not null,
  ages int4range not null default '(,)',
  extended_through integer,
  condition text,
  is_end_unstated boolean not null default false,
  wish text,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint offering_case_pkey primary key (id),
  constraint offering_case_offering_fkey foreign key (offering) references offering (id) deferrable,
  constraint offering_case_area_fkey foreign key (area) references area (id) deferrable,
  constraint offering_case_unit_fkey foreign key (unit) references organisation (id) deferrable,
  constraint offering_case_unit_kind_fkey
    foreign key (unit_kind) references organisation_kind (id) deferrable,
  constraint offering_case_concern_fkey foreign key (concern) references concern (id) deferrable,
  constraint offering_case_function_fkey foreign key (function) references function (id) deferrable,
  constraint offering_case_unit_or_kind check ((unit = root()) or (unit_kind = root())),
  constraint offering_case_asker_known check (asker in ('anyone', 'employee', 'manager',
    'authority', 'citizen', 'relative', 'youngPerson', 'affected', 'witness', 'volunteer',
    'faithCommunity', 'business')),
  constraint offering_case_severity_known
    check (severity in ('question', 'mild', 'clarified', 'grave', 'acute')),
  constraint offering_case_wish_known check (wish in ('anonymous', 'in-writing', 'not-police')),
  constraint offering_case_ages_possible check (not isempty(ages)
    and (lower_inf(ages) or (lower(ages) >= -1)) and (upper_inf(ages) or (upper(ages) <= 131))),
  constraint offering_case_extension_beyond check ((extended_through is null)
    or ((not upper_inf(ages)) and (extended_through >= upper(ages))
      and (extended_through <= 130))),
  constraint offering_case_once exclude using gist
    (offering with =, area with =, unit with =, unit_kind with =, concern with =,
      function with =, asker with =, severity with =, ages with =, coalesce(wish, '') with =)
    where (not superseded) deferrable
);
create index offering_case_of_offering on offering_case (offering);
comment on constraint offering_case_once on offering_case is
  'The same condition is told once for each offering.';
comment on constraint offering_case_unit_or_kind on offering_case is
  'A condition names a unit or a kind of unit, not both.';
comment on constraint offering_case_asker_known on offering_case is
  'That asker is not one of the known ones.';
comment on constraint offering_case_severity_known on offering_case is
  'Severity is question, mild, clarified, grave or acute.';
comment on constraint offering_case_wish_known on offering_case is
  'A wish is anonymous, in-writing or not-police.';
comment on constraint offering_case_ages_possible on offering_case is
  'Ages go from unborn (-1) to 130, the first not after the last.';
comment on constraint offering_case_extension_beyond on offering_case is
  'The extended age lies beyond the last firm age, and is 130 at most.';
select adopt('offering_case', 'offering');
