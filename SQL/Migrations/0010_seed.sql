-- name: seed
-- purpose: which seed file says what, and the loading of a bundle of them
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create table seed_file (
  name text not null,
  recorded bigint not null,
  constraint seed_file_pkey primary key (name)
);
select adopt('seed_file', null);

-- A row may be said by several files; it is closed when the last of them no longer says it.
create table seed_row (
  seed text not null,
  table_name text not null,
  row_id uuid not null,
  withdrawn boolean not null default false,
  recorded bigint not null,
  constraint seed_row_pkey primary key (seed, table_name, row_id),
  constraint seed_row_seed_fkey foreign key (seed) references seed_file (name) deferrable
);
create index seed_row_row on seed_row (table_name, row_id);
select adopt('seed_row', null);

-- The tables of the snapshot in an order where a row comes after what it refers to.
create function seeded_tables() returns text[] language sql immutable as $$
  select array['source', 'citation', 'area_kind', 'area', 'area_code', 'area_parent',
    'area_succession', 'postcode', 'holiday', 'organisation_kind', 'organisation', 'function',
    'concern', 'organisation_form', 'organisation_parent', 'organisation_service',
    'organisation_member', 'person', 'person_detail', 'designation', 'remit', 'absence', 'plan',
    'severity_word', 'offering', 'rule', 'rule_target', 'step', 'notice', 'reading_matter',
    'measure', 'measure_party', 'measure_merge', 'channel', 'opening', 'rule_case',
    'notice_case', 'offering_case', 'name', 'link', 'doubt']
$$;

-- The parent of each table whose rows have no time of their own.
create function seeded_parent(target text) returns text language sql immutable as $$
  select case target
    when 'remit' then 'designation' when 'opening' then 'channel'
    when 'severity_word' then 'plan' when 'rule_target' then 'rule' when 'rule_case' then 'rule'
    when 'notice_case' then 'notice' when 'offering_case' then 'offering'
    when 'measure_party' then 'measure' when 'measure_merge' then 'measure'
  end
$$;

create function has_column(target text, column_name text) returns boolean
language sql stable as $$
  select exists (
    select 1 from pg_attribute as a
    where ((a.attrelid = format('varde.%I', target)::regclass)
      and (a.attname = has_column.column_name) and (not a.attisdropped)))
$$;

-- The columns of the snapshot, in its order.
create function shown_columns(target text) returns text[] language sql stable as $$
  select array_agg(a.attname::text order by a.attnum)
  from pg_attribute as a
  where ((a.attrelid = format('varde_shown.%I', target)::regclass) and (a.attnum > 0)
    and (not a.attisdropped))
$$;

-- Temporary tables incoming_… of the snapshot's columns, gone with the transaction.
create function create_incoming() returns void language plpgsql as $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    execute format('create temporary table %I on commit drop as select * from varde_shown.%I '
      'with no data', 'incoming_' || target, target);
  end loop;
  create temporary table incoming_seed (name text not null) on commit drop;
  create temporary table incoming_owner
    (seed text not null, table_name text not null, row_id uuid not null) on commit drop;
end $$;

create function merge_incoming(target text) returns bigint language plpgsql as $$
declare
  columns text[] := array_remove(shown_columns(target), 'id');
  taken text := (select string_agg(format('%I', c), ', ') from unnest(columns) as c);
  given text := (select string_agg(format('excluded.%I', c), ', ') from unnest(columns) as c);
  held text := (select string_agg(format('t.%I', c), ', ') from unnest(columns) as c);
  revived text := case when has_column(target, 'superseded') then ' or t.superseded' else '' end;
  written bigint;
begin
  execute format(
    'insert into varde.%1$I as t (id, %2$s) select i.id, %3$s from pg_temp.%4$I as i '
    'order by i.id on conflict (id) do update set (%2$s%5$s) = row(%6$s%7$s) '
    'where ((row(%8$s) is distinct from row(%6$s))%9$s)',
    target, taken, (select string_agg(format('i.%I', c), ', ') from unnest(columns) as c),
    'incoming_' || target, case when (revived <> '') then ', superseded' else '' end, given,
    case when (revived <> '') then ', false' else '' end, held, revived);
  get diagnostics written = row_count;
  return written;
end $$;

-- Remembers who says what, then withdraws what the same files no longer say.
create function claim_incoming() returns bigint language plpgsql as $$
declare
  written bigint;
  more bigint;
begin
  insert into seed_file (name) select distinct i.name from pg_temp.incoming_seed as i
  order by i.name on conflict (name) do nothing;
  get diagnostics written = row_count;
  insert into seed_row as r (seed, table_name, row_id)
  select distinct i.seed, i.table_name, i.row_id from pg_temp.incoming_owner as i
  order by i.table_name, i.row_id, i.seed
  on conflict (seed, table_name, row_id) do update set withdrawn = false where r.withdrawn;
  get diagnostics more = row_count;
  return written + more;
end $$;

-- Rows that a file of this bundle said before and no file of it says now; kept is still said by
-- a file outside the bundle.
create function missing_rows(target text) returns table (row_id uuid, kept boolean)
language plpgsql stable as $$
begin
  return query
    select r.row_id, bool_or(exists (
      select 1 from seed_row as o
      where ((o.table_name = target) and (o.row_id = r.row_id) and (not o.withdrawn)
        and not exists (select 1 from pg_temp.incoming_seed as s where (s.name = o.seed)))))
    from seed_row as r
    where ((r.table_name = target) and (not r.withdrawn)
      and exists (select 1 from pg_temp.incoming_seed as s where (s.name = r.seed))
      and not exists (select 1 from pg_temp.incoming_owner as i
        where ((i.table_name = target) and (i.row_id = r.row_id))))
    group by r.row_id;
end $$;

create function withdraw(target text, missing uuid[]) returns void language plpgsql as $$
begin
  update seed_row as r set withdrawn = true
  where ((r.table_name = target) and (r.row_id = any (missing)) and (not r.withdrawn)
    and exists (select 1 from pg_temp.incoming_seed as s where (s.name = r.seed)));
end $$;

-- Closes what disappeared: dated rows end today, their children stay as they are; children of
-- what is still there are superseded; identities stay.
create function close_missing(today date) returns bigint language plpgsql as $$
declare
  target text;
  parent text;
  missing uuid[];
  gone uuid[];
  orphans uuid[];
  written bigint := 0;
  more bigint;
begin
  foreach target in array seeded_tables() loop
    parent := seeded_parent(target);
    select array_agg(m.row_id), array_agg(m.row_id) filter (where (not m.kept))
    into missing, gone from missing_rows(target) as m;
    continue when (missing is null);
    more := 0;
    if (has_column(target, 'superseded')) then
      if (parent is not null) then
        execute format(
          'select array_agg(t.id) from varde.%I as t where ((t.id = any ($1)) and exists (select 1 '
          'from varde.seed_row as r where ((r.table_name = $2) and (r.row_id = t.%I))) '
          'and not exists (select 1 from varde.seed_row as r where ((r.table_name = $2) '
          'and (r.row_id = t.%I) and (not r.withdrawn))))', target, parent, parent)
        into orphans using missing, parent;
        missing := array(select x from unnest(missing) as x
          where (x <> all (coalesce(orphans, '{}'))));
        gone := array(select x from unnest(gone) as x
          where (x <> all (coalesce(orphans, '{}'))));
      end if;
      execute format('update varde.%I as t set superseded = true where ((t.id = any ($1)) '
        'and (not t.superseded))', target) using gone;
      get diagnostics more = row_count;
    elsif (has_column(target, 'valid')) then
      execute format(
        'update varde.%I as t set valid = case when ((not lower_inf(t.valid)) and '
        '(lower(t.valid) >= $2)) then ''empty''::daterange else daterange(lower(t.valid), $2) end '
        'where ((t.id = any ($1)) and (not isempty(t.valid)) '
        'and (upper_inf(t.valid) or (upper(t.valid) > $2)))', target) using gone, today;
      get diagnostics more = row_count;
    end if;
    perform withdraw(target, missing);
    written := written + more;
  end loop;
  return written;
end $$;
