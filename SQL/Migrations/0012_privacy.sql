-- name: privacy
-- purpose: erasing a person, verifying history, and telling what a generation changed
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Empties the name and the private numbers of a person. The salt goes last: after it nobody can
-- tell whose digest history holds, and the digests themselves still stand.
create function erase_person(person uuid) returns void language plpgsql as $$
begin
  if (not exists (select 1 from varde.person as p where (p.id = erase_person.person))) then
    raise exception 'That person is not known.' using errcode = 'VA003';
  end if;
  update channel as c
  set written = '', canonical = null, label = null, warning = null, is_usable = false, salt = null
  where ((c.visibility = 'desk') and (c.owner_kind = 'designation') and (c.owner in (
    select d.id from designation as d where (d.person = erase_person.person))));
  update person_detail as d set name = null where (d.id = erase_person.person);
  update name as n set text = ''
  where ((n.subject_kind = 'person') and (n.subject = erase_person.person));
  update varde.person as p set key = 'erased-' || p.id::text, salt = null
  where (p.id = erase_person.person);
end $$;

-- Entries whose digest is broken, and rows that are not as history left them. Nothing: it verifies.
create function history_faults() returns table (sequence bigint, sentence text)
language plpgsql as $$
declare
  target text;
begin
  return query
    select e.sequence, 'The digest of this entry does not follow from what stands before it.'
    from (
      select h.*, lag(h.digest) over (order by h.sequence) as previous from history as h) as e
    where (e.digest <> chained_digest(e.previous, jsonb_build_array(
      e.generation, e.change_set, e.table_name, e.row_id, e.subject, e.before, e.after, e.actor,
      e.reason, extract(epoch from e.recorded_at))))
    order by e.sequence;
  foreach target in array seeded_tables() loop
    return query execute format(
      'select h.sequence, %L from varde.%I as t left join lateral (select e.sequence, e.after '
      'from varde.history as e where ((e.table_name = %L) and (e.row_id = t.id)) '
      'order by e.sequence desc limit 1) as h on true where ((t.id <> root()) '
      'and (h.after is distinct from redacted(%L, to_jsonb(t)))) order by h.sequence, t.id',
      format('A row of %s is not as its last entry left it.', target), target, target, target);
  end loop;
end $$;

-- The key of a row, or of the thing it is a fact about.
create function key_of(target text, id uuid) returns text language plpgsql stable as $$
declare
  key text;
begin
  if ((target is null) or (not has_column(target, 'key')) or (target = 'person')) then
    return id::text;
  end if;
  execute format('select t.key from varde.%I as t where (t.id = $1)', target) into key using id;
  return coalesce(key, id::text);
end $$;

create function label_of(target text, content jsonb) returns text language sql stable as $$
  select case
    when (target in ('person', 'person_detail')) then content ->> 'id'
    when (content ? 'key') then content ->> 'key'
    when (target in ('remit', 'absence')) then
      varde.key_of('designation', (content ->> 'designation')::uuid)
    when (target like '%\_case') or (target = 'rule_target') then
      varde.key_of(split_part(target, '_', 1), (content ->> split_part(target, '_', 1))::uuid)
    when (target = 'opening') then varde.key_of('channel', (content ->> 'channel')::uuid)
    when (target like 'organisation\_%') then
      varde.key_of('organisation', (content ->> 'organisation')::uuid)
    when (target like 'area\_%') then varde.key_of('area', (content ->> 'area')::uuid)
    when (target like 'measure\_%') then varde.key_of('measure', (content ->> 'measure')::uuid)
    when (target in ('name', 'link', 'doubt')) then
      varde.key_of(replace(content ->> 'subject_kind', '-', '_'), (content ->> 'subject')::uuid)
    when (content ? 'plan') then varde.key_of('plan', (content ->> 'plan')::uuid)
    else content ->> 'id'
  end || coalesce(': ' || left(nullif(coalesce(
    case when (target in ('person', 'person_detail')) then '' end, content ->> 'title',
    content ->> 'text', content ->> 'word', content ->> 'code', content ->> 'quote',
    content ->> 'reason', content ->> 'written', content ->> 'name'), ''), 80), '')
$$;

-- What a generation did, one line a row: added, changed or closed.
create function generation_difference(raised bigint)
returns table (sequence bigint, table_name text, row_id uuid, kind text, line text)
language sql stable as $$
  select h.sequence, h.table_name, h.row_id,
    case
      when (h.before is null) then 'added'
      when ((h.after ->> 'superseded' = 'true') and (h.before ->> 'superseded' = 'false'))
        then 'closed'
      when ((h.before - 'valid' - 'recorded' = h.after - 'valid' - 'recorded')
        and (h.before ? 'valid') and ((h.after ->> 'valid')::daterange
          <@ (h.before ->> 'valid')::daterange)) then 'closed'
      else 'changed'
    end,
    varde.label_of(h.table_name, h.after) || coalesce((
      select ' (' || string_agg(c.key || ': ' || coalesce(h.before ->> c.key, '-') || ' -> '
        || coalesce(c.value, '-'), ', ' order by c.key) || ')'
      from jsonb_each_text(h.after) as c
      where ((h.before is not null) and (c.key <> 'recorded')
        and (c.value is distinct from h.before ->> c.key))), '')
  from varde.history as h
  where ((h.generation = raised) and (h.table_name <> 'change_set'))
  order by h.sequence
$$;
