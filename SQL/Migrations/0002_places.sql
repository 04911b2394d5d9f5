-- name: places
-- purpose: sources, citations, areas with codes, parents and successors, postcodes, holidays
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The root node of every tree: it stands where a reference is left open, so that exclusion
-- constraints compare it. It is never shown.
create function root() returns uuid language sql immutable as $$
  select '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- Whether a node meets itself on the way up, on some day.
create function is_cyclic(target regclass, child text, parent text, dated boolean, row_id uuid)
returns boolean language plpgsql stable as $$
declare
  found_cycle boolean;
begin
  execute format(
    'with recursive start as (select t.%1$I as child, t.%2$I as node, %3$s as valid from %4$s as t '
    'where (t.id = $1)), up as (select s.node, s.valid from start as s union '
    'select t.%2$I, t.valid * u.valid from (select %1$I, %2$I, %5$s as valid from %4$s) as t '
    'join up as u on (t.%1$I = u.node) where (not isempty(t.valid * u.valid))) '
    'select exists (select 1 from up as u join start as s on (u.node = s.child))',
    child, parent, case when dated then 't.valid' else '''(,)''::daterange' end, target,
    case when dated then 'valid' else '''(,)''::daterange' end)
  into found_cycle using row_id;
  return found_cycle;
end $$;

-- Constraint trigger: child column, parent column, dated or undated.
create function refuse_cycle() returns trigger language plpgsql as $$
begin
  if (is_cyclic(tg_relid, tg_argv[0], tg_argv[1], tg_argv[2] = 'dated', new.id)) then
    raise exception 'This % lies inside itself.', replace(tg_table_name, '_', ' ')
      using errcode = '23514', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;

create table source (
  id uuid not null,
  key text not null,
  title text not null,
  publisher text,
  version text,
  day date,
  licence text,
  url text,
  recorded bigint not null,
  constraint source_pkey primary key (id),
  constraint source_key_once unique (key) deferrable,
  constraint source_title_said check (title <> ''),
  constraint source_url_absolute check (url ~ '^https?://')
);
comment on constraint source_title_said on source is 'A source has a title.';
comment on constraint source_url_absolute on source is
  'The address of a source begins with http:// or https://.';
select adopt('source');

create table citation (
  id uuid not null,
  source uuid not null,
  section text,
  quote text,
  recorded bigint not null,
  constraint citation_pkey primary key (id),
  constraint citation_source_fkey foreign key (source) references source (id) deferrable
);
select adopt('citation', 'source');

create table area_kind (
  id uuid not null,
  key text not null,
  rank integer not null,
  recorded bigint not null,
  constraint area_kind_pkey primary key (id),
  constraint area_kind_key_once unique (key) deferrable,
  constraint area_kind_rank_positive check (rank >= 0)
);
comment on constraint area_kind_rank_positive on area_kind is
  'The rank of an area kind is 0 or more.';

create table area (
  id uuid not null,
  key text not null,
  kind uuid not null,
  valid daterange not null,
  recorded bigint not null,
  constraint area_pkey primary key (id),
  constraint area_key_once unique (key) deferrable,
  constraint area_id_kind_once unique (id, kind),
  constraint area_kind_fkey foreign key (kind) references area_kind (id) deferrable
);

insert into area_kind (id, key, rank, recorded) values (root(), 'root', 2147483647, 0);
insert into area (id, key, kind, valid, recorded) values (root(), 'root', root(), '(,)', 0);
select adopt('area_kind');
select adopt('area');

create table area_code (
  id uuid not null,
  area uuid not null,
  scheme text not null,
  code text not null,
  valid daterange not null,
  recorded bigint not null,
  constraint area_code_pkey primary key (id),
  constraint area_code_area_fkey foreign key (area) references area (id) deferrable,
  constraint area_code_said check ((scheme <> '') and (code <> '')),
  constraint area_code_one_per_scheme exclude using gist
    (area with =, scheme with =, valid with &&) deferrable,
  constraint area_code_one_area exclude using gist
    (code with =, scheme with =, valid with &&) deferrable
);
comment on constraint area_code_said on area_code is 'An area code has a scheme and a code.';
comment on constraint area_code_one_per_scheme on area_code is
  'An area has one code in a scheme at a time.';
comment on constraint area_code_one_area on area_code is
  'A code belongs to one area at a time.';
select adopt('area_code', 'area');

create table area_parent (
  id uuid not null,
  area uuid not null,
  parent uuid not null,
  parent_kind uuid not null,
  valid daterange not null,
  recorded bigint not null,
  constraint area_parent_pkey primary key (id),
  constraint area_parent_area_fkey foreign key (area) references area (id) deferrable,
  constraint area_parent_parent_fkey foreign key (parent) references area (id) deferrable,
  constraint area_parent_kind_held foreign key (parent, parent_kind)
    references area (id, kind) on update cascade deferrable,
  constraint area_parent_one_per_kind exclude using gist
    (area with =, parent_kind with =, valid with &&) deferrable
);
comment on constraint area_parent_kind_held on area_parent is
  'The kind repeated here is the kind of the parent.';
comment on constraint area_parent_one_per_kind on area_parent is
  'An area has one parent of each kind at a time.';

create function repeat_parent_kind() returns trigger language plpgsql as $$
begin
  select a.kind into new.parent_kind from area as a where (a.id = new.parent);
  return new;
end $$;
create trigger repeat_parent_kind before insert or update on area_parent
  for each row execute function repeat_parent_kind();
create constraint trigger area_parent_no_cycle after insert or update on area_parent
  deferrable for each row execute function refuse_cycle('area', 'parent', 'dated');
comment on trigger area_parent_no_cycle on area_parent is 'An area never lies inside itself.';
select adopt('area_parent', 'area');

create table area_succession (
  id uuid not null,
  area uuid not null,
  successor uuid not null,
  weight double precision,
  day date not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint area_succession_pkey primary key (id),
  constraint area_succession_area_fkey foreign key (area) references area (id) deferrable,
  constraint area_succession_successor_fkey
    foreign key (successor) references area (id) deferrable,
  constraint area_succession_other check (area <> successor),
  constraint area_succession_weight_share check ((weight >= 0) and (weight <= 1)),
  constraint area_succession_once exclude using gist
    (area with =, successor with =, day with =) where (not superseded) deferrable
);
comment on constraint area_succession_other on area_succession is
  'An area never succeeds itself.';
comment on constraint area_succession_weight_share on area_succession is
  'The weight of a succession is a share from 0 to 1.';
comment on constraint area_succession_once on area_succession is
  'A succession is told once for each day.';
select adopt('area_succession', 'area');

create table postcode (
  id uuid not null,
  code text not null,
  place text not null,
  area uuid not null,
  valid daterange not null,
  recorded bigint not null,
  constraint postcode_pkey primary key (id),
  constraint postcode_area_fkey foreign key (area) references area (id) deferrable,
  constraint postcode_four_digits check (code ~ '^[0-9]{4}$'),
  constraint postcode_one_area exclude using gist (code with =, valid with &&) deferrable
);
comment on constraint postcode_four_digits on postcode is 'A postcode has four digits.';
comment on constraint postcode_one_area on postcode is
  'A postcode lies in one area at a time.';
select adopt('postcode', 'area');

create table holiday (
  id uuid not null,
  day date not null,
  name text not null,
  superseded boolean not null default false,
  recorded bigint not null,
  constraint holiday_pkey primary key (id),
  constraint holiday_name_said check (name <> ''),
  constraint holiday_once exclude using gist (day with =, name with =)
    where (not superseded) deferrable
);
comment on constraint holiday_name_said on holiday is 'A holiday has a name.';
comment on constraint holiday_once on holiday is 'A holiday is named once for each day.';
select adopt('holiday');
