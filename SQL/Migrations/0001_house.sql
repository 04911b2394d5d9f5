-- name: house
-- purpose: schemas, generation, change sets, history and the functions that guard every table
-- oldest reading program: 1

create schema varde;
create schema varde_shown;
comment on schema varde is 'The registry: what we believe now, with its history.';
comment on schema varde_shown is 'The same tables as the public may see them.';
set local search_path = varde, pg_temp;
create extension if not exists btree_gist with schema varde;

create table schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  oldest_reading_program integer not null,
  applied_at timestamptz not null default now(),
  constraint schema_migration_pkey primary key (number)
);

-- The roles that the migrating program named; the policies and grants below are made for them.
create function editor_role() returns name language sql stable as $$
  select coalesce(nullif(current_setting('varde.editor', true), ''), 'varde_editor')::name
$$;
create function reader_role() returns name language sql stable as $$
  select coalesce(nullif(current_setting('varde.reader', true), ''), 'varde_reader')::name
$$;

create table generation (
  is_only boolean not null default true,
  number bigint not null,
  constraint generation_pkey primary key (is_only),
  constraint generation_only_one check (is_only)
);
comment on constraint generation_only_one on generation is 'There is one generation.';
insert into generation (number) values (0);

create table change_set (
  id uuid not null default gen_random_uuid(),
  title text not null,
  actor text not null,
  reason text,
  state text not null,
  valid_from date,
  created_at timestamptz not null default now(),
  recorded bigint not null,
  constraint change_set_pkey primary key (id),
  constraint change_set_title_said check (title <> ''),
  constraint change_set_actor_said check (actor <> ''),
  constraint change_set_state_known
    check (state in ('draft', 'previewed', 'scheduled', 'applied', 'undone'))
);
comment on constraint change_set_title_said on change_set is 'A change set says what it does.';
comment on constraint change_set_actor_said on change_set is 'A change set says who made it.';
comment on constraint change_set_state_known on change_set is
  'A change set is draft, previewed, scheduled, applied or undone.';

create table history (
  sequence bigint generated always as identity,
  generation bigint not null,
  change_set uuid,
  table_name text not null,
  row_id uuid not null,
  subject uuid not null,
  before jsonb,
  after jsonb not null,
  actor text not null,
  reason text,
  recorded_at timestamptz not null default now(),
  digest bytea not null,
  constraint history_pkey primary key (sequence)
);
create index history_subject on history (subject, sequence);
create index history_generation on history (generation, sequence);
create index history_row on history (row_id, sequence);
comment on column history.subject is 'The thing the row is a fact about; the row itself if none.';
comment on column history.digest is 'SHA-256 over the entry before this one and this entry.';

-- Raises the generation, takes its lock until the end of the transaction, and tells listeners.
create function open_change(change_set uuid, actor text, reason text) returns bigint
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  raised bigint;
begin
  if (coalesce(actor, '') = '') then
    raise exception 'A change needs an actor.' using errcode = 'VA001';
  end if;
  if (coalesce(current_setting('varde.generation', true), '') <> '') then
    raise exception 'This transaction already has an open change.' using errcode = 'VA001';
  end if;
  update generation set number = number + 1 returning number into raised;
  perform set_config('varde.generation', raised::text, true);
  perform set_config('varde.change_set', coalesce(change_set::text, ''), true);
  perform set_config('varde.actor', actor, true);
  perform set_config('varde.reason', coalesce(reason, ''), true);
  perform pg_notify('varde_generation', raised::text);
  return raised;
end $$;

create function open_generation() returns bigint language plpgsql stable as $$
begin
  if (coalesce(current_setting('varde.generation', true), '') = '') then
    raise exception 'A write needs an open change set: call open_change first.'
      using errcode = 'VA001';
  end if;
  return current_setting('varde.generation')::bigint;
end $$;

create function refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'Nothing is deleted from %: close it instead.', tg_table_name
    using errcode = 'VA002', table = tg_table_name;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What % holds is never changed.', tg_table_name
    using errcode = 'VA002', table = tg_table_name;
end $$;

-- Before each row: nothing is written that changes nothing, and what is written is stamped.
create function stamp_row() returns trigger language plpgsql as $$
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
    end if;
  end if;
  new.recorded := open_generation();
  return new;
end $$;

create function salted_digest(salt text, value text) returns text
language sql immutable strict as $$
  select 'sha256:' || encode(sha256(convert_to(salt || chr(31) || value, 'UTF8')), 'hex')
$$;

-- What history keeps of a row: names and private numbers only as digests, and never the salt.
create function redacted(target text, content jsonb) returns jsonb
language plpgsql stable as $$
declare
  salt text;
  field text;
  hidden text[];
begin
  case
    when (target = 'person') then
      salt := content ->> 'salt';
      hidden := array['key'];
    when (target = 'person_detail') then
      select p.salt::text into salt from varde.person as p where p.id = (content ->> 'id')::uuid;
      hidden := array['name'];
    when ((target = 'name') and (content ->> 'subject_kind' = 'person')) then
      select p.salt::text into salt
      from varde.person as p where p.id = (content ->> 'subject')::uuid;
      hidden := array['text'];
    when ((target = 'channel') and (content ->> 'visibility' = 'desk')) then
      salt := content ->> 'salt';
      hidden := array['written', 'canonical', 'label', 'warning'];
    else
      hidden := array[]::text[];
  end case;
  foreach field in array hidden loop
    if ((salt is not null) and (content ->> field is not null)) then
      content := jsonb_set(content, array[field], to_jsonb(salted_digest(salt, content ->> field)));
    end if;
  end loop;
  return content - 'salt';
end $$;

create function chained_digest(previous bytea, content jsonb) returns bytea
language sql immutable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(content::text, 'UTF8'))
$$;

-- After each row: one entry, chained to the entry before it. The lock on the generation orders
-- the writers, so that the last entry seen here is the last entry there is.
create function append_history() returns trigger
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  content jsonb := to_jsonb(new);
  earlier jsonb;
  previous bytea;
  subject uuid := (content ->> tg_argv[0])::uuid;
  change uuid := nullif(current_setting('varde.change_set', true), '')::uuid;
  actor text := current_setting('varde.actor', true);
  reason text := nullif(current_setting('varde.reason', true), '');
begin
  content := redacted(tg_table_name, content);
  if (tg_op = 'UPDATE') then
    earlier := redacted(tg_table_name, to_jsonb(old));
  end if;
  select h.digest into previous from history as h order by h.sequence desc limit 1;
  insert into history
    (generation, change_set, table_name, row_id, subject, before, after, actor, reason, digest)
  values
    (new.recorded, change, tg_table_name, new.id, subject, earlier, content, actor, reason,
      chained_digest(previous, jsonb_build_array(
        new.recorded, change, tg_table_name, new.id, subject, earlier, content, actor, reason,
        extract(epoch from now()))));
  return null;
end $$;

-- A sentence for each constraint that nobody wrote one for.
create function describe_constraints(target regclass) returns void language plpgsql as $$
declare
  item record;
  words text;
begin
  select replace(c.relname, '_', ' ') into words from pg_class as c where c.oid = target;
  for item in
    select k.conname, k.contype, replace(p.relname, '_', ' ') as parent,
      (select string_agg(replace(a.attname, '_', ' '), ', ' order by x.position)
        from unnest(k.conkey) with ordinality as x (number, position)
        join pg_attribute as a on ((a.attrelid = k.conrelid) and (a.attnum = x.number))) as columns
    from pg_constraint as k left join pg_class as p on (p.oid = k.confrelid)
    where (k.conrelid = target) and (k.contype in ('p', 'u', 'f'))
      and (obj_description(k.oid, 'pg_constraint') is null)
    order by k.conname
  loop
    execute format('comment on constraint %I on %s is %L', item.conname, target,
      case item.contype
        when 'f' then format('The %s of this %s is not a known %s.', item.columns, words,
          item.parent)
        else format('Another %s already has this %s.', words, item.columns)
      end);
  end loop;
end $$;

-- Every table of facts passes through here: triggers, forced row security, policies and grants.
-- The subject column says what its rows are facts about; without one nothing goes to history.
create function adopt(target regclass, subject_column name default 'id') returns void
language plpgsql as $$
begin
  execute format(
    'create trigger stamp before insert or update on %s for each row '
    'execute function stamp_row(%L)',
    target, case when (subject_column is null) then 'unidentified' else 'identified' end);
  if (subject_column is not null) then
    execute format(
      'create trigger write_history after insert or update on %s for each row '
      'execute function append_history(%L)', target, subject_column);
  end if;
  perform guard(target);
  perform describe_constraints(target);
  execute format('grant select, insert, update on %s to %I', target, editor_role());
  execute format('create policy editor_writes on %s to %I using (true) with check (true)',
    target, editor_role());
end $$;

-- Row security for everybody, the owner too, and no removal.
create function guard(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create trigger refuse_removal before delete or truncate on %s for each statement '
    'execute function refuse_removal()', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_keeps on %s to %I using (true) with check (true)',
    target, current_user);
end $$;

select adopt('change_set');
select guard('generation');
select guard('history');
select guard('schema_migration');
create trigger refuse_change before update on history
  for each row execute function refuse_change();

do $$
declare
  role name;
begin
  execute format('grant usage on schema varde to %I', editor_role());
  execute 'revoke execute on function open_change(uuid, text, text) from public';
  execute format('grant execute on function open_change(uuid, text, text) to %I', editor_role());
  foreach role in array array[editor_role(), reader_role()] loop
    execute format('grant usage on schema varde_shown to %I', role);
  end loop;
  execute format('grant select on generation, history, schema_migration to %I', editor_role());
  execute format('create policy editor_reads on generation for select to %I using (true)',
    editor_role());
  execute format('create policy editor_reads on history for select to %I using (true)',
    editor_role());
  execute format('create policy editor_reads on schema_migration for select to %I using (true)',
    editor_role());
end $$;
