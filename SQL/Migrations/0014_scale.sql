-- name: scale
-- purpose: history a statement at a time, so that a country loads in minutes; invented seeds apart
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The digest of an entry, from that of the entry before it; the first of a statement follows from
-- what history held before the statement.
create function chain_step(state bytea, previous bytea, content jsonb) returns bytea
language sql immutable as $$
  select sha256(coalesce(state, previous, ''::bytea) || convert_to(content::text, 'UTF8'))
$$;
create aggregate chain_digest(previous bytea, content jsonb) (sfunc = chain_step, stype = bytea);

-- What history keeps of a row; only these tables have anything to hide.
create function kept_by_history(target text, content jsonb) returns jsonb language sql stable as $$
  select case when (target in ('person', 'person_detail', 'name', 'channel'))
    then varde.redacted(target, content) else content - 'salt' end
$$;

-- After each statement: one entry a row in the order of their ids, chained as before.
create function append_statement() returns trigger
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  previous bytea;
  change uuid := nullif(current_setting('varde.change_set', true), '')::uuid;
  actor text := current_setting('varde.actor', true);
  reason text := nullif(current_setting('varde.reason', true), '');
begin
  select h.digest into previous from history as h order by h.sequence desc limit 1;
  if (tg_op = 'INSERT') then
    insert into history
      (generation, change_set, table_name, row_id, subject, before, after, actor, reason, digest)
    select e.generation, change, tg_table_name, e.row_id, e.subject, null, e.after, actor, reason,
      chain_digest(previous, jsonb_build_array(e.generation, change, tg_table_name, e.row_id,
        e.subject, null::jsonb, e.after, actor, reason, extract(epoch from now())))
        over (order by e.row_id rows unbounded preceding)
    from (
      select n.recorded as generation, n.id as row_id,
        (to_jsonb(n) ->> tg_argv[0])::uuid as subject,
        kept_by_history(tg_table_name, to_jsonb(n)) as after
      from written as n offset 0) as e
    order by e.row_id;
  else
    insert into history
      (generation, change_set, table_name, row_id, subject, before, after, actor, reason, digest)
    select e.generation, change, tg_table_name, e.row_id, e.subject, e.before, e.after, actor,
      reason, chain_digest(previous, jsonb_build_array(e.generation, change, tg_table_name,
        e.row_id, e.subject, e.before, e.after, actor, reason, extract(epoch from now())))
        over (order by e.row_id rows unbounded preceding)
    from (
      select n.recorded as generation, n.id as row_id,
        (to_jsonb(n) ->> tg_argv[0])::uuid as subject,
        kept_by_history(tg_table_name, to_jsonb(o)) as before,
        kept_by_history(tg_table_name, to_jsonb(n)) as after
      from written as n join replaced as o on (o.id = n.id) offset 0) as e
    order by e.row_id;
  end if;
  return null;
end $$;

create function write_history_of(target regclass, subject_column name) returns void
language plpgsql as $$
begin
  execute format(
    'create trigger write_history_of_insert after insert on %s referencing new table as written '
    'for each statement execute function append_statement(%L)', target, subject_column);
  execute format(
    'create trigger write_history_of_update after update on %s referencing old table as replaced '
    'new table as written for each statement execute function append_statement(%L)',
    target, subject_column);
end $$;

do $$
declare
  item record;
begin
  for item in
    select t.tgrelid::regclass as target,
      (string_to_array(encode(t.tgargs, 'escape'), '\000'))[1] as subject_column
    from pg_trigger as t
    where ((t.tgname = 'write_history') and (not t.tgisinternal))
    order by t.tgrelid::regclass::text
  loop
    execute format('drop trigger write_history on %s', item.target);
    perform write_history_of(item.target, item.subject_column);
  end loop;
end $$;
drop function append_history();

create or replace function adopt(target regclass, subject_column name default 'id') returns void
language plpgsql as $$
begin
  execute format(
    'create trigger stamp before insert or update on %s for each row '
    'execute function stamp_row(%L)',
    target, case when (subject_column is null) then 'unidentified' else 'identified' end);
  if (subject_column is not null) then
    perform write_history_of(target, subject_column);
  end if;
  perform guard(target);
  perform describe_constraints(target);
  execute format('grant select, insert, update on %s to %I', target, editor_role());
  execute format('create policy editor_writes on %s to %I using (true) with check (true)',
    target, editor_role());
end $$;

-- Asked once a row when everything is settled: static statements, so that each is planned once.
create or replace function subject_is_known(kind text, id uuid) returns boolean
language plpgsql stable as $$
declare
  known boolean;
begin
  if (kind = 'organisation') then
    return exists (select 1 from varde.organisation as t where (t.id = subject_is_known.id))
      and (id <> varde.root());
  elsif (kind = 'designation') then
    return exists (select 1 from varde.designation as t where (t.id = subject_is_known.id));
  elsif (kind = 'area') then
    return exists (select 1 from varde.area as t where (t.id = subject_is_known.id))
      and (id <> varde.root());
  end if;
  execute format('select exists (select 1 from varde.%I as t where (t.id = $1))',
    replace(kind, '-', '_')) into known using id;
  return known and (id <> varde.root());
end $$;

create index organisation_parent_of_parent on organisation_parent (parent);
create index area_parent_of_parent on area_parent (parent);

-- What has nothing inside it lies in no ring; that is true of almost everything.
create or replace function refuse_cycle() returns trigger language plpgsql as $$
begin
  if (tg_table_name = 'organisation_parent') then
    if (not exists (
      select 1 from varde.organisation_parent as p where (p.parent = new.organisation))) then
      return null;
    end if;
  elsif (tg_table_name = 'area_parent') then
    if (not exists (select 1 from varde.area_parent as p where (p.parent = new.area))) then
      return null;
    end if;
  end if;
  if (varde.is_cyclic(tg_relid, tg_argv[0], tg_argv[1], tg_argv[2] = 'dated', new.id)) then
    raise exception 'This % lies inside itself.', replace(tg_table_name, '_', ' ')
      using errcode = '23514', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;

-- After a great load: without new statistics what is asked before the commit is planned for
-- tables that were empty. Only the owner of a table may do this.
create function refresh_statistics() returns void
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  target text;
begin
  foreach target in array seeded_tables() || array['seed_row', 'history'] loop
    execute format('analyze varde.%I', target);
  end loop;
end $$;
do $$
begin
  execute 'revoke execute on function refresh_statistics() from public';
  execute format('grant execute on function refresh_statistics() to %I', editor_role());
end $$;

-- Invented seeds, for measuring, and real ones never meet in one registry.
alter table seed_file add constraint seed_file_not_mixed exclude using gist
  ((case when (name like 'synthetic-%') then 1 else 0 end) with <>);
comment on constraint seed_file_not_mixed on seed_file is
  'An invented country, for measuring, and real seeds never share a registry.';
