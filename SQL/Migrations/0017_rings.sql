-- name: rings
-- purpose: no ring, and nothing alive about what is withdrawn
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The edges of every relation that leads on, as (id, child, parent, valid); time does not matter
-- to a succession, which leads to what there is now. Measures that were merged with each other say
-- so of each other, as their plans do: that leads nowhere.
create function edges_of(target text) returns text
language sql immutable set search_path = varde, pg_temp as $$
  select case target
    when 'area_parent' then 'select id, area as child, parent, valid from varde.area_parent'
    when 'organisation_parent' then
      'select id, organisation as child, parent, valid from varde.organisation_parent'
    when 'channel' then 'select id, owner as child, coalesce(via_organisation, via_designation) '
      'as parent, valid from varde.channel '
      'where (coalesce(via_organisation, via_designation) is not null)'
    when 'area_succession' then 'select id, area as child, successor as parent, '
      '''(,)''::daterange as valid from varde.area_succession where (not superseded)'
    when 'plan' then 'select id, id as child, follows as parent, ''(,)''::daterange as valid '
      'from varde.plan where (follows is not null)'
    when 'concern' then 'select id, id as child, parent, ''(,)''::daterange as valid '
      'from varde.concern where (parent is not null)'
    when 'organisation_kind' then 'select id, id as child, parent, ''(,)''::daterange as valid '
      'from varde.organisation_kind where (parent is not null)'
  end
$$;

-- Whether what a row says leads back to where it begins, on some day.
create function is_in_ring(target text, row_id uuid) returns boolean
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  is_found boolean;
begin
  execute format(
    'with recursive start as (select e.child, e.parent as node, e.valid from (%1$s) as e '
    'where (e.id = $1)), up as (select s.node, s.valid from start as s '
    'where (not isempty(s.valid)) union '
    'select t.node, t.valid from up as u cross join lateral (select e.parent as node, '
    'e.valid * u.valid as valid from (%1$s) as e where ((e.child = u.node) '
    'and (not isempty(e.valid * u.valid))) offset 0) as t) '
    'select exists (select 1 from up as u join start as s on (u.node = s.child))',
    edges_of(target))
  into is_found using row_id;
  return is_found;
end $$;

-- What a thing is called for a person who must find it in a file: its name and its key.
create function called(thing uuid) returns text
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  target text;
  key text;
  name text;
begin
  foreach target in array array['area', 'organisation', 'designation', 'function', 'offering',
    'plan', 'measure', 'concern', 'organisation_kind', 'channel', 'rule', 'notice'] loop
    execute format('select t.key from varde.%I as t where (t.id = $1)', target)
    into key using thing;
    exit when (key is not null);
  end loop;
  select n.text into name from name as n
  where ((n.subject = thing) and (n.subject_kind <> 'person') and (n.kind = 'official')
    and (n.plan is null) and (n.text <> ''))
  order by (n.language = 'nb') desc, upper(n.valid) desc nulls first, n.id limit 1;
  if ((name is not null) and (key is not null)) then
    return format('«%s» (%s)', name, key);
  end if;
  return coalesce(key, name, thing::text);
end $$;

-- A shortest ring that a row is part of, by the names of its members.
create function ring_of(target text, row_id uuid) returns text
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  members uuid[];
begin
  execute format(
    'with recursive up as (select e.parent as node, e.valid, array[e.child] as path '
    'from (%1$s) as e where (e.id = $1) union all select t.node, t.valid, t.path from up as u '
    'cross join lateral (select e.parent as node, e.valid * u.valid as valid, '
    'u.path || u.node as path from (%1$s) as e where ((e.child = u.node) '
    'and (u.node <> all (u.path)) and (not isempty(e.valid * u.valid))) offset 0) as t) '
    'select u.path || u.node from up as u where (u.node = u.path[1]) limit 1', edges_of(target))
  into members using row_id;
  return (select string_agg(called(m.thing), ' -> ' order by m.place)
    from unnest(members) with ordinality as m (thing, place));
end $$;

create function ring_sentence(target text, constraint_name text, row_id uuid) returns text
language sql stable set search_path = varde, pg_temp as $$
  select rtrim(obj_description(g.oid, 'pg_trigger'), '.') || coalesce(': '
    || ring_of(ring_sentence.target, ring_sentence.row_id), '') || '. Take one of these away.'
  from pg_trigger as g
  where ((g.tgrelid = format('varde.%I', ring_sentence.target)::regclass)
    and (g.tgname = ring_sentence.constraint_name))
$$;

-- What nothing leads to lies in no ring; that is true of almost everything.
create or replace function refuse_cycle() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (tg_table_name = 'organisation_parent') then
    if (not exists (
      select 1 from organisation_parent as p where (p.parent = new.organisation))) then
      return null;
    end if;
  elsif (tg_table_name = 'area_parent') then
    if (not exists (select 1 from area_parent as p where (p.parent = new.area))) then
      return null;
    end if;
  elsif (tg_table_name = 'area_succession') then
    if (not exists (select 1 from area_succession as s where (s.successor = new.area))) then
      return null;
    end if;
  elsif (tg_table_name = 'channel') then
    if (not exists (select 1 from channel as c
      where (coalesce(c.via_organisation, c.via_designation) = new.owner))) then
      return null;
    end if;
  end if;
  if (is_in_ring(tg_table_name, new.id)) then
    raise exception '%', ring_sentence(tg_table_name, tg_name, new.id)
      using errcode = '23514', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;
create index area_succession_of_successor on area_succession (successor);
create index channel_of_via on channel (coalesce(via_organisation, via_designation))
  where (coalesce(via_organisation, via_designation) is not null);
-- For whoever asks what is told about one thing, as erasing a person does.
create index if not exists channel_of_owner on channel (owner);
create index if not exists name_of_subject on name (subject);

create constraint trigger area_succession_no_cycle after insert or update on area_succession
  deferrable for each row execute function refuse_cycle();
comment on trigger area_succession_no_cycle on area_succession is
  'An area never succeeds itself, by way of others either.';
create constraint trigger channel_no_cycle after insert or update on channel
  deferrable for each row when (coalesce(new.via_organisation, new.via_designation) is not null)
  execute function refuse_cycle();
comment on trigger channel_no_cycle on channel is
  'Contacts never point to each other in a ring with their channels.';

create or replace function stored_refusals(target text) returns setof fault
language plpgsql set search_path = varde, pg_temp as $$
declare
  item record;
  arguments text[];
  refused text;
  sentence text;
begin
  for item in
    select g.tgname, g.tgargs, p.proname, obj_description(g.oid, 'pg_trigger') as sentence
    from pg_trigger as g join pg_proc as p on (p.oid = g.tgfoid)
    where ((g.tgrelid = format('varde.%I', target)::regclass) and (g.tgconstraint <> 0)
      and (not g.tgisinternal))
    order by g.tgname
  loop
    arguments := string_to_array(encode(item.tgargs, 'escape'), '\000');
    sentence := quote_literal(item.sentence);
    refused := case item.proname
      when 'refuse_cycle' then format('is_in_ring(%L, t.id)', target)
      when 'refuse_unknown_subject' then format(
        '(t.%I is not null) and (not subject_is_known(t.%I, t.%I))',
        arguments[1], arguments[1], arguments[2])
      else 'exists (select 1 from unnest(t.concerns) as c (id) '
        'where (not subject_is_known(''concern'', c.id)))'
    end;
    if (item.proname = 'refuse_cycle') then
      sentence := format('ring_sentence(%L, %L, t.id)', target, item.tgname);
    end if;
    return query execute format(
      'select %L, t.id, %L, null::uuid, %s from varde.%I as t where (%s) order by t.id',
      target, item.tgname, sentence, target, refused);
  end loop;
end $$;
drop function is_cyclic(regclass, text, text, boolean, uuid);

-- Where a table names a thing that can be withdrawn: by a reference, or by a kind and an id.
create function named_things(target text)
returns table (column_name text, kind_column text, thing text)
language sql stable set search_path = varde, pg_temp as $$
  select a.attname::text, null::text, p.relname::text
  from pg_constraint as k
    join pg_attribute as a on ((a.attrelid = k.conrelid) and (a.attnum = k.conkey[1]))
    join pg_class as p on (p.oid = k.confrelid)
  where ((k.conrelid = format('varde.%I', named_things.target)::regclass) and (k.contype = 'f')
    and (cardinality(k.conkey) = 1))
  union all
  select a.attname::text, a.attname || '_kind', null
  from pg_attribute as a join pg_attribute as i on ((i.attrelid = a.attrelid)
    and (i.attname = a.attname || '_kind') and (not i.attisdropped))
  where ((a.attrelid = format('varde.%I', named_things.target)::regclass)
    and (a.atttypid = 'uuid'::regtype) and (a.attname in ('owner', 'about', 'subject')))
$$;

-- What was withdrawn before it began. An organisation is, when all its forms are.
create function withdrawn_things() returns table (thing text, id uuid, recorded bigint)
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    continue when ((not has_column(target, 'valid')) or (not has_column(target, 'key')));
    return query execute format(
      'select %L, t.id, t.recorded from varde.%I as t where (isempty(t.valid))', target, target);
  end loop;
  return query
    select 'organisation', f.organisation, max(f.recorded)
    from organisation_form as f where (isempty(f.valid))
    group by f.organisation
    having ((select o.id from organisation_form as o
      where ((o.organisation = f.organisation) and (not isempty(o.valid))) limit 1) is null);
end $$;

-- Whether a fact speaks on that day or later, as a condition on t: by its time, or its parent's.
create function speaks(target text) returns text
language sql stable set search_path = varde, pg_temp as $$
  select concat_ws(' and ', '(true)',
    case when (has_column(target, 'superseded')) then '(not t.superseded)' end,
    case when (has_column(target, 'valid')) then '((not isempty(t.valid)) and '
      '(upper_inf(t.valid) or (upper(t.valid) > $2)))'
    when (seeded_parent(target) is not null) then format(
      'exists (select 1 from varde.%I as p where ((p.id = t.%I) and (not isempty(p.valid)) '
      'and (upper_inf(p.valid) or (upper(p.valid) > $2))))',
      seeded_parent(target), seeded_parent(target)) end)
$$;

-- Living facts about withdrawn things: what is missing must never come to mean everything. Judged
-- is what the open change wrote or withdrew; what stood so before is told by `varde check`.
create function withdrawn_faults(today date) returns setof fault
language plpgsql set search_path = varde, pg_temp as $$
declare
  target text;
  item record;
  opened bigint := (select g.number from generation as g
    where ((g.raised_in = pg_current_xact_id()) and (g.raised_at = now())));
begin
  if ((opened is null) or (not exists (select 1 from withdrawn_things()))) then
    return;
  end if;
  foreach target in array seeded_tables() loop
    for item in
      select n.column_name, w.thing, n.kind_column, array_agg(w.id) as ids,
        array_agg(w.id) filter (where (w.recorded = opened)) as fresh
      from named_things(target) as n join withdrawn_things() as w
        on ((n.kind_column is not null) or (w.thing = n.thing))
      group by n.column_name, w.thing, n.kind_column order by n.column_name, w.thing
    loop
      return query execute format(
        'select %L, t.id, %L, t.%I, format(%L, label_of(%L, to_jsonb(t)), called(t.%I)) '
        'from varde.%I as t where ((t.%I = any ($1)) and (%s) and (%s) '
        'and ((t.recorded = $3) or (t.%I = any ($4)))) order by t.id',
        target, 'withdrawn_' || item.thing, item.column_name,
        format('The %s «%%s» names the %s %%s, which is withdrawn: withdraw this %s too, '
          'or keep that %s.', replace(target, '_', ' '), replace(item.thing, '_', ' '),
          replace(target, '_', ' '), replace(item.thing, '_', ' ')),
        target, item.column_name, target, item.column_name,
        case when (item.kind_column is null) then 'true'
          else format('t.%I = %L', item.kind_column, replace(item.thing, '_', '-')) end,
        speaks(target), item.column_name) using item.ids, today, opened, item.fresh;
    end loop;
  end loop;
end $$;

do $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    continue when ((not has_column(target, 'valid'))
      or ((not has_column(target, 'key')) and (target <> 'organisation_form')));
    execute format('create index %I on %I (%I) where (isempty(valid))', target || '_withdrawn',
      target, case when (target = 'organisation_form') then 'organisation' else 'id' end);
  end loop;
end $$;

-- Holds every deferred constraint now; what they refuse comes back as rows, with nothing changed,
-- and so do living facts about what is withdrawn.
drop function settle();
create function settle(today date default (now() at time zone 'Europe/Oslo')::date)
returns setof fault language plpgsql set search_path = varde, pg_temp as $$
declare
  target text;
  refused_constraint text;
  refused_table text;
  refused_sentence text;
  is_found boolean := false;
begin
  return query select * from withdrawn_faults(today);
  is_found := found;
  begin
    set constraints all immediate;
    return;
  exception when integrity_constraint_violation then
    get stacked diagnostics refused_constraint = constraint_name, refused_table = table_name,
      refused_sentence = message_text;
  end;
  foreach target in array seeded_tables() loop
    return query select * from stored_conflicts(target);
    is_found := is_found or found;
    return query select * from stored_refusals(target);
    is_found := is_found or found;
  end loop;
  if (is_found) then
    return;
  end if;
  return query select refused_table, null::uuid, refused_constraint, null::uuid, coalesce((
    select obj_description(k.oid, 'pg_constraint') from pg_constraint as k
    where ((k.conname = refused_constraint)
      and (k.conrelid = to_regclass(format('varde.%I', refused_table))))), refused_sentence);
end $$;

-- Rows that say of themselves that they are withdrawn.
create function incoming_empty(target text) returns setof fault
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (has_column(target, 'valid') and (seeded_parent(target) is null)) then
    return query execute format(
      'select %L, i.id, %L, null::uuid, %L from pg_temp.%I as i where (isempty(i.valid)) '
      'order by i.id', target, 'empty_is_withdrawn', (select obj_description(g.oid, 'pg_trigger')
        from pg_trigger as g where ((g.tgname = 'empty_is_withdrawn')
          and (g.tgrelid = format('varde.%I', target)::regclass))), 'incoming_' || target);
  end if;
end $$;
create or replace function incoming_faults() returns setof fault
language plpgsql set search_path = varde, pg_temp as $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    return query select * from incoming_twice(target);
    return query select * from incoming_refused(target);
    return query select * from incoming_empty(target);
    return query select * from incoming_unknown(target);
  end loop;
end $$;
