-- name: guard
-- purpose: who may write a fact, and what its time may be
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The open change: in the one row whose lock orders the writers, and nowhere else. No setting of a
-- session can say it. The start of the transaction tells it from one of the same number in a
-- database that this one was restored from.
alter table generation
  add column change_set uuid,
  add column actor text,
  add column reason text,
  add column raised_in xid8,
  add column raised_at timestamptz;

create or replace function open_change(change_set uuid, actor text, reason text) returns bigint
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  opened uuid := coalesce(open_change.change_set, gen_random_uuid());
  why text := nullif(open_change.reason, '');
  raised bigint;
begin
  if (coalesce(open_change.actor, '') = '') then
    raise exception 'A change needs an actor.' using errcode = 'VA001';
  end if;
  if (exists (select 1 from generation as g
    where ((g.raised_in = pg_current_xact_id()) and (g.raised_at = now())))) then
    raise exception 'This transaction already has an open change.' using errcode = 'VA001';
  end if;
  update generation as g
  set number = g.number + 1, change_set = opened, actor = open_change.actor, reason = why
  returning g.number into raised;
  perform pg_notify('varde_generation', raised::text);
  if (open_change.change_set is null) then
    insert into change_set (id, title, actor, reason, state)
    values (opened, coalesce(why, 'Without a title'), open_change.actor, why, 'applied');
  end if;
  return raised;
end $$;

-- The generation goes on one by one, and who raises it is the transaction that writes it.
create function refuse_jump() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (new.number = old.number + 1) then
    new.raised_in := pg_current_xact_id();
    new.raised_at := now();
  elsif ((new.number <> old.number) or ((new.change_set, new.actor, new.reason, new.raised_in,
      new.raised_at) is distinct from (old.change_set, old.actor, old.reason, old.raised_in,
      old.raised_at))) then
    raise exception 'The generation goes on one by one: call open_change.'
      using errcode = 'VA002', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger refuse_jump before update on generation
  for each row execute function refuse_jump();

create or replace function open_generation() returns bigint
language plpgsql set search_path = varde, pg_temp as $$
declare
  opened bigint;
begin
  select g.number into opened from generation as g
  where ((g.raised_in = pg_current_xact_id()) and (g.raised_at = now()));
  if (opened is null) then
    raise exception 'A write needs an open change set: call open_change first.'
      using errcode = 'VA001';
  end if;
  return opened;
end $$;

create or replace function stamp_row() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (tg_op = 'UPDATE') then
    if (new is not distinct from old) then
      return null;
    end if;
    if (tg_argv[0] = 'identified') then
      if (new.id is distinct from old.id) then
        raise exception 'The id of a row in % is permanent.', tg_table_name
          using errcode = 'VA002', table = tg_table_name;
      end if;
      if (old.id = root()) then
        raise exception 'The root of % is never changed.', tg_table_name
          using errcode = 'VA002', table = tg_table_name;
      end if;
    end if;
  end if;
  new.recorded := open_generation();
  return new;
end $$;

create or replace function append_statement() returns trigger
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  previous bytea;
  change uuid;
  actor text;
  reason text;
begin
  perform open_generation();
  select g.change_set, g.actor, g.reason into change, actor, reason from generation as g;
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

-- A change set is told by who opened the change, and the change that is open has one at its end.
create function refuse_other_name() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (new.actor is distinct from (case when (tg_op = 'UPDATE') then old.actor else (
    select g.actor from generation as g) end)) then
    raise exception 'A change set is in the name of who opened the change.'
      using errcode = 'VA001', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger refuse_other_name after insert or update on change_set
  for each row execute function refuse_other_name();
create function refuse_change_without_set() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (not exists (select 1 from change_set as s where (s.id = new.change_set))) then
    raise exception 'A change has a change set: record the one that open_change was told.'
      using errcode = 'VA001', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;
create constraint trigger generation_has_change_set after update on generation
  deferrable initially deferred for each row when (new.number is distinct from old.number)
  execute function refuse_change_without_set();
comment on trigger generation_has_change_set on generation is 'A change has a change set.';

-- A time that the program can read: dates of four digits, or open; empty means withdrawn.
create function is_dated(day date) returns boolean
language sql immutable strict set search_path = varde, pg_temp as $$
  select day between date '0001-01-01' and date '9999-12-31'
$$;
create function is_bounded(span daterange) returns boolean
language sql immutable strict set search_path = varde, pg_temp as $$
  select isempty(span) or ((lower_inf(span) or is_dated(lower(span)))
    and (upper_inf(span) or is_dated(upper(span))))
$$;
create function is_listed(list anyarray) returns boolean
language sql immutable strict set search_path = varde, pg_temp as $$
  select (cardinality(list) = 0) or ((array_ndims(list) = 1) and (array_lower(list, 1) = 1)
    and (array_position(list, null) is null))
$$;

-- Only the functions that withdraw write an empty time: they run as the owner, who says so himself.
create function refuse_empty() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (tg_op = 'UPDATE') then
    if (isempty(old.valid)) then
      return new;
    end if;
  end if;
  if ((current_setting('varde.withdrawing', true) is distinct from 'yes') or (current_user <> (
    select pg_get_userbyid(c.relowner) from pg_class as c where (c.oid = tg_relid)))) then
    raise exception 'An empty time of % means withdrawn: only a withdrawal writes it.',
      tg_table_name using errcode = '23514', constraint = tg_name, table = tg_table_name;
  end if;
  return new;
end $$;

-- Withdraws facts: as if they had never been. Every other way to an empty time is closed.
create function withdraw_facts(target text, ids uuid[]) returns bigint
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  written bigint;
begin
  if ((not (target = any (seeded_tables()))) or (seeded_parent(target) is not null)) then
    raise exception 'The rows of % have no time of their own.', target using errcode = 'VA002';
  end if;
  perform set_config('varde.withdrawing', 'yes', true);
  execute format('update %I as t set valid = ''empty'' where ((t.id = any ($1)) '
    'and (not isempty(t.valid)))', target) using ids;
  get diagnostics written = row_count;
  perform set_config('varde.withdrawing', '', true);
  return written;
end $$;

-- Ends facts that have begun on that day, and withdraws those that have not.
create function end_facts(target text, ids uuid[], today date) returns bigint
language plpgsql set search_path = varde, pg_temp as $$
declare
  coming uuid[];
  written bigint;
  more bigint;
begin
  execute format('select array_agg(t.id) from %I as t where ((t.id = any ($1)) '
    'and (not lower_inf(t.valid)) and (lower(t.valid) >= $2))', target)
  into coming using ids, today;
  written := withdraw_facts(target, coming);
  execute format('update %I as t set valid = daterange(lower(t.valid), $2) '
    'where ((t.id = any ($1)) and (not isempty(t.valid)) '
    'and (upper_inf(t.valid) or (upper(t.valid) > $2)))', target) using ids, today;
  get diagnostics more = row_count;
  return written + more;
end $$;

create or replace function close_missing(today date) returns bigint
language plpgsql set search_path = varde, pg_temp as $$
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
      more := end_facts(target, gone, today);
    end if;
    written := written + more + withdraw(target, missing);
  end loop;
  return written;
end $$;

-- What infinity means is an open bound: those are mended; what cannot be read at all is refused.
do $$
declare
  item record;
  found_row text;
  is_open boolean := false;
begin
  for item in
    select c.relname as target, a.attname as name
    from pg_class as c join pg_attribute as a on (a.attrelid = c.oid)
    where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r') and (a.attnum > 0)
      and (a.atttypid = 'daterange'::regtype) and (c.relname not in ('remit', 'rule_case')))
    order by c.relname, a.attname
  loop
    execute format('select string_agg(t.id::text, '', '') from %1$I as t where ((t.%2$I is not '
      'null) and (t.id <> root()) and ((lower(t.%2$I) = ''infinity'') or (upper(t.%2$I) = '
      '''-infinity'') or (not is_bounded(daterange(nullif(lower(t.%2$I), ''-infinity''), '
      'nullif(upper(t.%2$I), ''infinity''))))))', item.target, item.name) into found_row;
    if (found_row is not null) then
      raise exception 'The column % of % holds times that no calendar has, in the rows %: '
        'give them dates of four digits in an open change, then migrate again.',
        item.name, item.target, found_row using errcode = '23514';
    end if;
    execute format('select t.id::text from %1$I as t where ((lower(t.%2$I) = ''-infinity'') '
      'or (upper(t.%2$I) = ''infinity'')) limit 1', item.target, item.name) into found_row;
    continue when (found_row is null);
    if (not is_open) then
      perform open_change(null, 'varde migrate', 'Bounds at infinity are open bounds');
      is_open := true;
    end if;
    execute format('update %1$I as t set %2$I = daterange(nullif(lower(t.%2$I), ''-infinity''), '
      'nullif(upper(t.%2$I), ''infinity'')) where ((lower(t.%2$I) = ''-infinity'') '
      'or (upper(t.%2$I) = ''infinity''))', item.target, item.name);
  end loop;
  select string_agg(p.key, ', ') into found_row from plan as p where (isempty(p.period));
  if (found_row is not null) then
    raise exception 'The period of these plans is empty: %. Say it in an open change, '
      'then migrate again.', found_row using errcode = '23514';
  end if;
end $$;
set constraints all immediate;

do $$
declare
  item record;
begin
  for item in
    select c.relname as target, a.attname as name, replace(c.relname, '_', ' ') as words,
      case when (a.atttypid = 'daterange'::regtype) then 'bounded'
        when (a.atttypid = 'date'::regtype) then 'dated' else 'listed' end as rule
    from pg_class as c join pg_attribute as a on (a.attrelid = c.oid)
    where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r') and (a.attnum > 0)
      and (a.atttypid in ('daterange'::regtype, 'date'::regtype, 'text[]'::regtype,
        'uuid[]'::regtype)) and (c.relname not in ('remit', 'rule_case')))
    order by c.relname, a.attname
  loop
    execute format('alter table %I add constraint %I check (%I(%I))', item.target,
      format('%s_%s_%s', item.target, item.name, item.rule), 'is_' || item.rule, item.name);
    execute format('comment on constraint %I on %I is %L',
      format('%s_%s_%s', item.target, item.name, item.rule), item.target,
      format(case item.rule
        when 'bounded' then 'The %s of this %s begins and ends on dates of four digits, or is open.'
        when 'dated' then 'The %s of this %s is a date of four digits.'
        else 'The %s of this %s are a plain list without gaps.' end,
        replace(item.name, '_', ' '), item.words));
    if ((item.rule = 'bounded') and (item.name = 'valid')) then
      execute format('create trigger empty_is_withdrawn before insert or update on %I '
        'for each row when (isempty(new.valid)) execute function refuse_empty()', item.target);
      execute format('comment on trigger empty_is_withdrawn on %I is %L', item.target,
        'An empty time means withdrawn: leave the fact out of its file, and the load does it.');
    end if;
  end loop;
end $$;
alter table plan add constraint plan_period_some check (not isempty(period));
comment on constraint plan_period_some on plan is 'The period of a plan is not empty.';
