-- name: faults
-- purpose: every fault of a load at once, each with its row and a sentence
-- oldest reading program: 1

set local search_path = varde, pg_temp;

create type fault as (
  table_name text,
  row_id uuid,
  constraint_name text,
  other_id uuid,
  sentence text
);

-- The source of a table's incoming rows with the columns that only the database fills.
create function incoming_source(target text) returns text language sql stable as $$
  select format('(select i.*%s from pg_temp.%I as i)',
    string_agg(format(', %s as %I',
      coalesce(pg_get_expr(d.adbin, d.adrelid), 'null::' || a.atttypid::regtype::text),
      a.attname), '' order by a.attnum) filter (where (a.attgenerated = '')),
    'incoming_' || target)
  from pg_attribute as a
    left join pg_attrdef as d on ((d.adrelid = a.attrelid) and (d.adnum = a.attnum))
  where ((a.attrelid = format('varde.%I', target)::regclass) and (a.attnum > 0)
    and (not a.attisdropped) and (a.attname::text <> all (varde.shown_columns(target))))
$$;

create function incoming_twice(target text) returns setof fault language plpgsql as $$
begin
  return query execute format(
    'select %L, i.id, %L, null::uuid, %L from pg_temp.%I as i group by i.id '
    'having (count(*) > 1) order by i.id',
    target, target || '_pkey', 'The same row is given twice.', 'incoming_' || target);
end $$;

create function incoming_refused(target text) returns setof fault language plpgsql as $$
declare
  item record;
begin
  for item in
    select k.conname, pg_get_expr(k.conbin, k.conrelid) as expression,
      obj_description(k.oid, 'pg_constraint') as sentence
    from pg_constraint as k
    where ((k.conrelid = format('varde.%I', target)::regclass) and (k.contype = 'c'))
    order by k.conname
  loop
    return query execute format(
      'select %L, t.id, %L, null::uuid, %L from %s as t where (not (%s)) order by t.id',
      target, item.conname, item.sentence, incoming_source(target), item.expression);
  end loop;
end $$;

create function incoming_unknown(target text) returns setof fault language plpgsql as $$
declare
  item record;
begin
  for item in
    select k.conname, a.attname as name, p.relname as parent,
      obj_description(k.oid, 'pg_constraint') as sentence
    from pg_constraint as k
      join pg_attribute as a on ((a.attrelid = k.conrelid) and (a.attnum = k.conkey[1]))
      join pg_class as p on (p.oid = k.confrelid)
    where ((k.conrelid = format('varde.%I', target)::regclass) and (k.contype = 'f')
      and (cardinality(k.conkey) = 1))
    order by k.conname
  loop
    return query execute format(
      'select %L, t.id, %L, t.%I, %L from pg_temp.%I as t where ((t.%I is not null) '
      'and not exists (select 1 from varde.%I as p where (p.id = t.%I)) '
      'and not exists (select 1 from pg_temp.%I as p where (p.id = t.%I))) order by t.id',
      target, item.conname, item.name, item.sentence, 'incoming_' || target, item.name,
      item.parent, item.name, 'incoming_' || item.parent, item.name);
  end loop;
end $$;

-- What is wrong with the incoming rows before any of them is merged.
create function incoming_faults() returns setof fault language plpgsql as $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    return query select * from incoming_twice(target);
    return query select * from incoming_refused(target);
    return query select * from incoming_unknown(target);
  end loop;
end $$;

-- Pairs of rows that an exclusion or unique constraint refuses.
create function stored_conflicts(target text) returns setof fault language plpgsql as $$
declare
  item record;
begin
  for item in
    select k.conname, obj_description(k.oid, 'pg_constraint') as sentence,
      coalesce(pg_get_expr(x.indpred, x.indrelid), 'true') as predicate,
      string_agg(format('%s as k%s', pg_get_indexdef(x.indexrelid, n, true), n), ', '
        order by n) as keys,
      string_agg(format('(a.k%s %s b.k%s)', n, coalesce(o.oprname, '='), n), ' and '
        order by n) as comparison
    from pg_constraint as k
      join pg_index as x on (x.indexrelid = k.conindid)
      cross join lateral generate_series(1, x.indnkeyatts) as n
      left join pg_operator as o on (o.oid = k.conexclop[n])
    where ((k.conrelid = format('varde.%I', target)::regclass) and (k.contype in ('x', 'u')))
    group by k.oid, k.conname, x.indpred, x.indrelid
    order by k.conname
  loop
    return query execute format(
      'with keyed as (select id, %s from varde.%I where (%s)) select %L, a.id, %L, b.id, %L '
      'from keyed as a join keyed as b on ((a.id < b.id) and %s) order by a.id, b.id',
      item.keys, target, item.predicate, target, item.conname, item.sentence, item.comparison);
  end loop;
end $$;

-- Rows that a constraint trigger refuses: cycles and unknown subjects.
create function stored_refusals(target text) returns setof fault language plpgsql as $$
declare
  item record;
  arguments text[];
  refused text;
begin
  for item in
    select g.tgname, g.tgargs, p.proname, obj_description(g.oid, 'pg_trigger') as sentence
    from pg_trigger as g join pg_proc as p on (p.oid = g.tgfoid)
    where ((g.tgrelid = format('varde.%I', target)::regclass) and (g.tgconstraint <> 0)
      and (not g.tgisinternal))
    order by g.tgname
  loop
    arguments := string_to_array(encode(item.tgargs, 'escape'), '\000');
    refused := case item.proname
      when 'refuse_cycle' then format('is_cyclic(%L, %L, %L, %L, t.id)', 'varde.' || target,
        arguments[1], arguments[2], arguments[3] = 'dated')
      when 'refuse_unknown_subject' then format(
        '(t.%I is not null) and (not subject_is_known(t.%I, t.%I))',
        arguments[1], arguments[1], arguments[2])
      else 'exists (select 1 from unnest(t.concerns) as c (id) '
        'where (not subject_is_known(''concern'', c.id)))'
    end;
    return query execute format(
      'select %L, t.id, %L, null::uuid, %L from varde.%I as t where (%s) order by t.id',
      target, item.tgname, item.sentence, target, refused);
  end loop;
end $$;

-- Holds every deferred constraint now; what they refuse comes back as rows, with nothing changed.
create function settle() returns setof fault language plpgsql as $$
declare
  target text;
  refused_constraint text;
  refused_table text;
  is_found boolean := false;
begin
  begin
    set constraints all immediate;
    return;
  exception when integrity_constraint_violation then
    get stacked diagnostics refused_constraint = constraint_name, refused_table = table_name;
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
  return query select refused_table, null::uuid, refused_constraint, null::uuid, (
    select obj_description(k.oid, 'pg_constraint') from pg_constraint as k
    where ((k.conname = refused_constraint)
      and (k.conrelid = to_regclass(format('varde.%I', refused_table)))));
end $$;
