-- name: verifier
-- purpose: what was done behind the back of the program; guards that no setting passes by
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Whether two contents say the same, as far as they can be compared: what is kept as a digest
-- changes with its salt, and what was erased is gone from entries that stand.
create function keeps_content(one jsonb, other jsonb) returns boolean
language sql immutable set search_path = varde, pg_temp as $$
  select (one is null) or (other is null) or (one = other) or (not exists (
    select 1 from jsonb_each(one) as a join jsonb_each(other) as b using (key)
    where ((a.value is distinct from b.value)
      and (coalesce(a.value #>> '{}', '') !~ '^(sha256:.*|erased)$')
      and (coalesce(b.value #>> '{}', '') !~ '^(sha256:.*|erased)$'))))
$$;

-- Entries that do not follow from what stands before them. One that was emptied for a person who
-- was erased has a digest of its own beside that of the chain, where history has the column.
create function broken_entries() returns table (sequence bigint, sentence text)
language sql stable set search_path = varde, pg_temp as $$
  with entry as (
    select h.*, (to_jsonb(h) ->> 'emptied')::bytea as sealed,
      lag(h.digest) over (order by h.sequence) as previous,
      lag(h.generation) over (order by h.sequence) as generation_before,
      lag(h.after) over (partition by h.table_name, h.row_id order by h.sequence) as left_as
    from history as h)
  select e.sequence, 'The digest of this entry does not follow from what stands before it.'
  from entry as e
  where (case when (e.sealed is null)
    then e.digest <> chained_digest(e.previous, jsonb_build_array(
      e.generation, e.change_set, e.table_name, e.row_id, e.subject, e.before, e.after, e.actor,
      e.reason, extract(epoch from e.recorded_at)))
    else e.sealed <> sha256(e.digest
      || convert_to(jsonb_build_array(e.before, e.after)::text, 'UTF8')) end)
  union all
  select e.sequence, 'This entry is of an earlier generation than the entry before it.'
  from entry as e where (e.generation < e.generation_before)
  union all
  select e.sequence, format('A row of %s was changed between this entry and its last.',
    e.table_name)
  from entry as e
  where (not keeps_content(e.left_as, e.before))
  union all
  select e.sequence, 'The change set of this entry is not known, or in another name.'
  from entry as e
  where ((e.change_set is not null) and (not exists (select 1 from change_set as s
    where ((s.id = e.change_set) and (s.actor = e.actor)))))
$$;

-- A generation is one transaction of one actor with one change set, and what it wrote says so.
create function mixed_generations() returns table (sequence bigint, sentence text)
language sql stable set search_path = varde, pg_temp as $$
  select min(h.sequence), format('Generation %s was written more than once.', h.generation)
  from history as h
  group by h.generation
  having ((min(h.recorded_at) <> max(h.recorded_at)) or (min(h.actor) <> max(h.actor))
    or (min(h.change_set::text) <> max(h.change_set::text)))
  union all
  select h.sequence, 'What this entry left is stamped with another generation.'
  from history as h where (h.after ->> 'recorded' <> h.generation::text)
$$;

-- The generation that this verifier found: what came before it was allowed to leave no entry.
do $$
begin
  execute format('create function verified_from() returns bigint language sql immutable '
    'set search_path = varde, pg_temp as %L',
    format('select %s::bigint', (select max(g.number) from generation as g)));
end $$;

-- Generations that no entry explains, and entries of generations that have not been.
create function unexplained_generations() returns table (sequence bigint, sentence text)
language sql stable set search_path = varde, pg_temp as $$
  select null::bigint, format('No entry of history explains generation %s.', n)
  from generate_series(verified_from() + 1, (select max(g.number) from generation as g)) as n
  where (not exists (select 1 from history as h where (h.generation = n)))
  union all
  select min(h.sequence), format('History has generation %s, and the registry is at %s.',
    max(h.generation), (select max(g.number) from generation as g))
  from history as h
  where (h.generation > coalesce((select max(g.number) from generation as g), 0))
  having (count(*) > 0)
  union all
  select null, 'The registry has lost its generation.'
  where (not exists (select 1 from generation))
  union all
  select null, format('The seed file %s is of a generation that has not been.', f.name)
  from seed_file as f where (f.recorded > (select max(g.number) from generation as g))
  union all
  select null, format('A row of %s that the seed file %s says is of a generation that has not '
    'been.', r.table_name, r.seed)
  from seed_row as r where (r.recorded > (select max(g.number) from generation as g))
$$;

-- What should guard the tables and is switched off, or taken away.
create function switched_off_guards() returns table (sequence bigint, sentence text)
language sql stable set search_path = varde, pg_temp as $$
  select null::bigint, format('The guard %s of %s is switched off.',
    coalesce(k.conname, g.tgname), c.relname)
  from pg_trigger as g join pg_class as c on (c.oid = g.tgrelid)
    left join pg_constraint as k on (k.oid = g.tgconstraint)
  where ((c.relnamespace = 'varde'::regnamespace) and ((g.tgenabled in ('D', 'R'))
    or ((g.tgname in ('stamp', 'write_history_of_insert', 'write_history_of_update',
      'refuse_removal')) and (g.tgenabled <> 'A'))))
  union all
  select null, format('Row security of %s is switched off.', c.relname)
  from pg_class as c
  where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')
    and (not (c.relrowsecurity and c.relforcerowsecurity)))
  union all
  select null, format('The guard %s of %s is taken away.', w.guard, t.target)
  from unnest(seeded_tables() || array['change_set', 'seed_file', 'seed_row']) as t (target)
    cross join unnest(array['stamp', 'write_history_of_insert', 'write_history_of_update',
      'refuse_removal']) as w (guard)
  where ((not exists (select 1 from pg_trigger as g
      where ((g.tgrelid = format('varde.%I', t.target)::regclass) and (g.tgname = w.guard))))
    and ((t.target not in ('seed_file', 'seed_row')) or (w.guard not like 'write\_history%')))
$$;

-- Rows that are not as their last entry left them, have no entry, or are gone.
create function unexplained_rows(target text) returns table (sequence bigint, sentence text)
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  return query execute format(
    'select h.sequence, case when (h.after is null) then %L else %L end from varde.%I as t '
    'left join lateral (select e.sequence, e.after '
    'from varde.history as e where ((e.table_name = %L) and (e.row_id = t.id)) '
    'order by e.sequence desc limit 1) as h on true where ((t.id <> root()) '
    'and (h.after is distinct from redacted(%L, to_jsonb(t)))) order by h.sequence, t.id',
    format('A row of %s has no entry.', target),
    format('A row of %s is not as its last entry left it.', target), target, target, target);
  return query execute format(
    'select max(h.sequence), %L from varde.history as h where ((h.table_name = %L) and (not exists '
    '(select 1 from varde.%I as t where (t.id = h.row_id)))) group by h.row_id order by 1',
    format('The row of %s that this entry left is gone.', target), target, target);
  if (target in ('area_kind', 'area', 'organisation_kind', 'organisation', 'function',
    'concern')) then
    return query execute format(
      'select null::bigint, %L where (not exists (select 1 from varde.%I as t '
      'where ((t.id = root()) and (to_jsonb(t) @> %L::jsonb))))',
      format('The root of %s is not as it was made.', target), target,
      jsonb_build_object('key', 'root', 'recorded', 0) || case target
        when 'area_kind' then '{"rank": 2147483647}'::jsonb
        when 'area' then jsonb_build_object('kind', root(), 'valid', '(,)')
        when 'organisation_kind' then '{"parent": null}'
        when 'concern' then '{"parent": null, "least_severity": null}'
        else '{}' end);
  end if;
end $$;

-- Everything that was done behind the back of the program. Nothing: it verifies.
create or replace function history_faults() returns table (sequence bigint, sentence text)
language plpgsql set search_path = varde, pg_temp as $$
declare
  target text;
begin
  return query select * from broken_entries();
  return query select * from mixed_generations();
  return query select * from unexplained_generations();
  return query select * from switched_off_guards();
  foreach target in array seeded_tables() || array['change_set'] loop
    return query select * from unexplained_rows(target);
  end loop;
  return query
    select h.sequence, format('This entry is about %s, which is no table.', h.table_name)
    from history as h where (h.table_name <> all (seeded_tables() || array['change_set']));
end $$;

-- Guards bite whatever role of replication a session gives itself.
create function guard_always(target regclass) returns void
language plpgsql set search_path = varde, pg_temp as $$
declare
  item record;
begin
  for item in
    select g.tgname from pg_trigger as g
    where ((g.tgrelid = target) and (not g.tgisinternal) and (g.tgconstraint = 0))
    order by g.tgname
  loop
    execute format('alter table %s enable always trigger %I', target, item.tgname);
  end loop;
end $$;
create or replace function adopt(target regclass, subject_column name default 'id') returns void
language plpgsql set search_path = varde, pg_temp as $$
begin
  execute format(
    'create trigger stamp before insert or update on %s for each row '
    'execute function stamp_row(%L)',
    target, case when (subject_column is null) then 'unidentified' else 'identified' end);
  if (subject_column is not null) then
    perform write_history_of(target, subject_column);
  end if;
  perform guard(target);
  perform guard_always(target);
  perform describe_constraints(target);
  execute format('grant select, insert, update on %s to %I', target, editor_role());
  execute format('create policy editor_writes on %s to %I using (true) with check (true)',
    target, editor_role());
end $$;
create or replace function guard(target regclass) returns void
language plpgsql set search_path = varde, pg_temp as $$
begin
  execute format(
    'create trigger refuse_removal before delete or truncate on %s for each statement '
    'execute function refuse_removal()', target);
  execute format('alter table %s enable always trigger refuse_removal', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_keeps on %s to %I using (true) with check (true)',
    target, current_user);
end $$;
do $$
declare
  item record;
begin
  for item in
    select c.oid::regclass as target from pg_class as c
    where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')) order by c.relname
  loop
    perform guard_always(item.target);
  end loop;
end $$;

-- Asked for every row by the policies: bound to what it calls when it is made, and so taken in.
do $$
begin
  execute format('create or replace function may_see_hidden() returns boolean language sql stable '
    'return current_user in (%L, %L)', current_user, editor_role());
end $$;

-- No function looks anywhere but where it was made to look, whoever calls it. What has a body of
-- standard SQL was bound when it was made.
do $$
declare
  item record;
begin
  for item in
    select p.oid::regprocedure as target
    from pg_proc as p
    where ((p.pronamespace in ('varde'::regnamespace, 'varde_shown'::regnamespace))
      and (p.prokind <> 'a') and (p.prosqlbody is null)
      and (not exists (select 1 from unnest(p.proconfig) as s where (s like 'search\_path=%')))
      and (not exists (select 1 from pg_depend as d
        where ((d.objid = p.oid) and (d.classid = 'pg_proc'::regclass) and (d.deptype = 'e')))))
    order by p.oid
  loop
    execute format('alter routine %s set search_path = varde, pg_temp', item.target);
  end loop;
end $$;
do $$
begin
  execute 'revoke execute on function withdraw_facts(text, uuid[]) from public';
  execute format('grant execute on function withdraw_facts(text, uuid[]) to %I',
    editor_role());
end $$;
