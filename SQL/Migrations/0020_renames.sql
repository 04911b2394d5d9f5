-- name: renames
-- purpose: a changed official name follows the one before it, and refusals name what they mean
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Names that a file says were never right before: they replace the old name for its whole time.
create function create_corrections() returns void
language plpgsql set search_path = varde, pg_temp as $$
begin
  create temporary table incoming_correction (row_id uuid not null) on commit drop;
end $$;

-- A row of history that a file says, or said: what the desk wrote is never ended by a file.
create function is_seeded_name(id uuid) returns boolean
language sql stable set search_path = varde, pg_temp as $$
  select exists (select 1 from varde.seed_row as r
    where ((r.table_name = 'name') and (r.row_id = is_seeded_name.id)))
$$;

-- Whether a file outside the bundle still says it.
create function is_said_elsewhere(id uuid) returns boolean
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  return exists (select 1 from varde.seed_row as r
    where ((r.table_name = 'name') and (r.row_id = is_said_elsewhere.id) and (not r.withdrawn)
      and not exists (select 1 from pg_temp.incoming_seed as s where (s.name = r.seed))));
end $$;

create function is_said_name(id uuid) returns boolean
language sql stable set search_path = varde, pg_temp as $$
  select exists (select 1 from varde.seed_row as r
    where ((r.table_name = 'name') and (r.row_id = is_said_name.id) and (not r.withdrawn)))
$$;

-- The received name takes another id, with all that says whose it is.
create function give_name_id(known uuid, fresh uuid) returns void
language plpgsql set search_path = varde, pg_temp as $$
begin
  update pg_temp.incoming_name as i set id = fresh where (i.id = known);
  update pg_temp.incoming_owner as o set row_id = fresh
  where ((o.table_name = 'name') and (o.row_id = known));
  update pg_temp.incoming_correction as c set row_id = fresh where (c.row_id = known);
end $$;

-- A name that came back after another has a row for each of its times; the last is the one meant.
create function find_last_names() returns void
language plpgsql set search_path = varde, pg_temp as $$
declare
  item record;
begin
  for item in
    select i.id, r.id as latest
    from pg_temp.incoming_name as i
      join lateral (
        select n.id from varde.name as n
        where ((n.subject = i.subject) and (n.subject_kind = i.subject_kind)
          and (n.language = i.language) and (n.kind = 'official') and (n.text = i.text)
          and (n.text <> '') and (n.plan is null) and (not isempty(n.valid))
          and is_seeded_name(n.id))
        order by lower(n.valid) desc nulls last, n.id limit 1) as r on (r.id <> i.id)
    where ((i.kind = 'official') and (i.plan is null)
      and not exists (select 1 from pg_temp.incoming_name as o where (o.id = r.id)))
    order by i.id
  loop
    perform give_name_id(item.id, item.latest);
  end loop;
end $$;

-- The official names of the same thing and language that the received ones meet, with the day when
-- each ends: as it ended already, where the new one is stated to begin, where the file says that it
-- became a former name, else today.
create function met_names(today date) returns table (
  id uuid, given daterange, earlier uuid, held daterange, ends date, is_open boolean)
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  return query select i.id, i.valid, n.id, n.valid,
    case when (not is_said_name(n.id)) then upper(n.valid)
      when ((not lower_inf(i.valid)) and (lower_inf(n.valid) or (lower(i.valid) > lower(n.valid))))
        then lower(i.valid)
      else coalesce((
        select max(upper(f.valid)) from pg_temp.incoming_name as f
        where ((f.subject = i.subject) and (f.subject_kind = i.subject_kind)
          and (f.language = i.language) and (f.kind = 'former') and (f.text = n.text)
          and (upper(f.valid) is not null)
          and (lower_inf(n.valid) or (upper(f.valid) > lower(n.valid))))), today)
    end,
    is_said_name(n.id)
  from pg_temp.incoming_name as i
    join varde.name as n on ((n.subject = i.subject) and (n.subject_kind = i.subject_kind)
      and (n.language = i.language) and (n.kind = 'official') and (n.text <> '')
      and (n.plan is null) and (n.valid && i.valid))
  where ((i.kind = 'official') and (i.plan is null)
    and not exists (select 1 from pg_temp.incoming_name as o where (o.id = n.id))
    and is_seeded_name(n.id) and (not is_said_elsewhere(n.id)));
end $$;

-- Before the received names are merged: what a file calls otherwise than before gets its new name
-- from the day of the load, or from the day that the file states; the old one ends there. A name
-- that is a correction takes the place of the old one, as if that had never been.
create function follow_names(today date) returns bigint
language plpgsql set search_path = varde, pg_temp as $$
declare
  item record;
  written bigint := 0;
begin
  perform find_last_names();
  create temporary table met on commit drop as
    select m.*, exists (select 1 from pg_temp.incoming_correction as c
      where ((c.row_id = m.id) and (not is_said_name(m.id)))) as is_correction
    from met_names(today) as m;
  for item in
    select m.earlier, m.held, bool_or(m.is_correction) as is_correction, max(m.ends) as ends
    from pg_temp.met as m where (m.is_open) group by m.earlier, m.held order by m.earlier
  loop
    if (item.is_correction or ((not lower_inf(item.held)) and (item.ends <= lower(item.held))))
    then
      perform withdraw_facts('name', array[item.earlier]);
    else
      update varde.name as n set valid = item.held * daterange(null, item.ends)
      where (n.id = item.earlier);
    end if;
    written := written + 1 + withdraw('name', array[item.earlier]);
  end loop;
  for item in
    select m.id, m.given, max(m.ends) as ends from pg_temp.met as m
    where ((not (m.is_open and m.is_correction)) and (lower_inf(m.held)
      or (m.ends > lower(m.held))) and (upper_inf(m.given) or (m.ends < upper(m.given))))
    group by m.id, m.given order by m.id
  loop
    continue when ((not lower_inf(item.given)) and (lower(item.given) >= item.ends));
    update pg_temp.incoming_name as i set valid = daterange(item.ends, upper(item.given))
    where (i.id = item.id);
    -- Its own earlier time stays as it was.
    if (exists (select 1 from varde.name as n where ((n.id = item.id) and (not isempty(n.valid))
      and (not upper_inf(n.valid)) and (upper(n.valid) <= item.ends)))) then
      perform give_name_id(item.id,
        md5(item.id::text || item.ends::text)::uuid);
    end if;
  end loop;
  drop table pg_temp.met;
  return written;
end $$;

-- What a refused row says, with the key of what it is about: an id says nothing to who reads it.
create function words_of_row(target text, id uuid) returns text
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  words text;
begin
  if ((id is null) or (target is null) or (target in ('person', 'person_detail'))) then
    return null;
  end if;
  execute format('select varde.label_of(%L, to_jsonb(t)) from varde.%I as t where (t.id = $1)',
    target, target) into words using id;
  return words;
end $$;
