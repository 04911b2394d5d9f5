-- name: quick
-- purpose: what is hidden is found once and not in every statement; what every written row pays for
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Functions that checks and tables call for every row: bound to what they call when they are made,
-- and taken in by whoever calls them. With a search path of their own, or strict, they would be
-- calls. What is null comes out as null, which a check lets pass.
create or replace function is_dated(day date) returns boolean
language sql immutable parallel safe
return day between date '0001-01-01' and date '9999-12-31';
create or replace function is_bounded(span daterange) returns boolean
language sql immutable parallel safe
return isempty(span) or ((lower_inf(span) or (lower(span) between date '0001-01-01'
    and date '9999-12-31'))
  and (upper_inf(span) or (upper(span) between date '0001-01-01' and date '9999-12-31')));
create or replace function is_dialled(number text) returns boolean
language sql immutable parallel safe
return (number ~ '^\+[1-9][0-9]{6,14}$') or (number ~ '^1[0-9]{2}$')
  or (number ~ '^116[0-9]{3}$') or (number ~ '^0[2-9][0-9]{3}$');
create or replace function is_subject_kind(kind text) returns boolean
language sql immutable parallel safe
return kind in ('area', 'organisation', 'function', 'person', 'designation', 'channel',
  'concern', 'plan', 'rule', 'step', 'notice', 'measure', 'offering', 'source', 'area-kind',
  'organisation-kind', 'reading-matter');

-- Asked for every row by triggers: a plan that the session keeps, where a function of one statement
-- is planned anew at each call.
create or replace function is_erased(person uuid) returns boolean
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  return exists (
    select 1 from varde.person as p where ((p.id = is_erased.person) and (p.salt is null)));
end $$;
create or replace function nobody_is_erased() returns boolean
language plpgsql stable security definer set search_path = varde, pg_temp as $$
begin
  return not exists (select 1 from erased);
end $$;
create or replace function chain_step(state bytea, previous bytea, content jsonb) returns bytea
language plpgsql immutable parallel safe set search_path = varde, pg_temp as $$
begin
  return sha256(coalesce(state, previous, ''::bytea) || convert_to(content::text, 'UTF8'));
end $$;

-- What the session may write is asked of the one row of the generation, without a call between.
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
  new.recorded := (select g.number from generation as g
    where ((g.raised_in = pg_current_xact_id()) and (g.raised_at = now())));
  if (new.recorded is null) then
    -- Refuses, in the words that it has for it.
    new.recorded := open_generation();
  end if;
  return new;
end $$;

-- What history keeps of a row; only four tables hold what it may not.
create or replace function append_statement() returns trigger
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  previous bytea;
  change uuid;
  actor text;
  reason text;
  is_redacted boolean := tg_table_name in ('person', 'person_detail', 'name', 'channel');
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
      select r.recorded as generation, r.id as row_id,
        (r.content ->> tg_argv[0])::uuid as subject,
        case when (is_redacted) then redacted(tg_table_name, r.content)
          else r.content - 'salt' end as after
      from (select n.id, n.recorded, to_jsonb(n) as content from written as n offset 0) as r
      offset 0) as e
    order by e.row_id;
  else
    insert into history
      (generation, change_set, table_name, row_id, subject, before, after, actor, reason, digest)
    select e.generation, change, tg_table_name, e.row_id, e.subject, e.before, e.after, actor,
      reason, chain_digest(previous, jsonb_build_array(e.generation, change, tg_table_name,
        e.row_id, e.subject, e.before, e.after, actor, reason, extract(epoch from now())))
        over (order by e.row_id rows unbounded preceding)
    from (
      select r.recorded as generation, r.id as row_id,
        (r.content ->> tg_argv[0])::uuid as subject,
        case when (is_redacted) then redacted(tg_table_name, r.content_before)
          else r.content_before - 'salt' end as before,
        case when (is_redacted) then redacted(tg_table_name, r.content)
          else r.content - 'salt' end as after
      from (select n.id, n.recorded, to_jsonb(n) as content, to_jsonb(o) as content_before
        from written as n join replaced as o on (o.id = n.id) offset 0) as r
      offset 0) as e
    order by e.row_id;
  end if;
  return null;
end $$;
drop function kept_by_history(text, jsonb);

-- Whether a number is the erased holder's of its seat; a successor's never is.
create or replace function is_erased_number(item channel) returns boolean
language plpgsql set search_path = varde, pg_temp as $$
declare
  number text;
  holder uuid;
  called text;
  is_gone boolean;
begin
  if (item.owner_kind <> 'designation') then
    return false;
  end if;
  select d.person, n.name, (p.id is not null) and (p.salt is null) into holder, called, is_gone
  from designation as d left join person_detail as n on (n.id = d.person)
    left join person as p on (p.id = d.person)
  where (d.id = item.owner);
  if ((not coalesce(is_gone, false)) and nobody_is_erased()) then
    return false;
  end if;
  number := same_number(item.kind, coalesce(item.canonical, item.written));
  if (holder is null) then
    -- A seat that stands empty does not bring the number back that its file had of the erased.
    return exists (
      select f from files_of('designation', item.owner) as f
      where (is_marked('number', f, number))
      union all
      select f from files_of('channel', item.id) as f where (is_marked('number', f, number)));
  elsif (is_gone) then
    return (item.visibility = 'desk') or is_marked('holder', holder::text, number)
      or exists (select 1 from files_of('person', holder) as f
        where (is_marked('number', f, number)))
      or exists (select 1 from channel as c where ((c.id = item.id) and (c.salt is null)));
  elsif (not is_marked('both', same_name(called), number)) then
    return false;
  end if;
  -- The same name with the same number is the same person, whoever writes it.
  perform forget(holder);
  return (item.visibility = 'desk') or is_marked('private', same_name(called), number);
end $$;

create or replace function refuse_unknown_subject() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
declare
  content jsonb := to_jsonb(new);
  kind text := content ->> tg_argv[0];
begin
  if ((kind is not null) and (not subject_is_known(kind, (content ->> tg_argv[1])::uuid))) then
    raise exception 'This % is about a % that is not known.', replace(tg_table_name, '_', ' '), kind
      using errcode = '23503', constraint = tg_name, table = tg_table_name;
  end if;
  return null;
end $$;

-- The kinds that most facts are about are asked by statements whose plans the session keeps.
create or replace function subject_is_known(kind text, id uuid) returns boolean
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  known boolean;
begin
  case kind
    when 'organisation' then
      known := exists (select 1 from organisation as t where (t.id = subject_is_known.id));
    when 'designation' then
      known := exists (select 1 from designation as t where (t.id = subject_is_known.id));
    when 'area' then
      known := exists (select 1 from area as t where (t.id = subject_is_known.id));
    when 'person' then
      known := exists (select 1 from person as t where (t.id = subject_is_known.id));
    when 'plan' then
      known := exists (select 1 from plan as t where (t.id = subject_is_known.id));
    else
      execute format('select exists (select 1 from varde.%I as t where (t.id = $1))',
        replace(kind, '-', '_')) into known using id;
  end case;
  return known and (id <> root());
end $$;

create or replace function key_of(target text, id uuid) returns text
language plpgsql stable set search_path = varde, pg_temp as $$
declare
  key text;
begin
  case target
    when 'designation' then
      select t.key into key from designation as t where (t.id = key_of.id);
    when 'organisation' then
      select t.key into key from organisation as t where (t.id = key_of.id);
    when 'channel' then select t.key into key from channel as t where (t.id = key_of.id);
    when 'rule' then select t.key into key from rule as t where (t.id = key_of.id);
    when 'plan' then select t.key into key from plan as t where (t.id = key_of.id);
    when 'area' then select t.key into key from area as t where (t.id = key_of.id);
    else
      if ((target is null) or (not has_column(target, 'key')) or (target = 'person')) then
        return id::text;
      end if;
      execute format('select t.key from varde.%I as t where (t.id = $1)', target)
      into key using id;
  end case;
  return coalesce(key, id::text);
end $$;

-- One form of a name, whatever the collation of the database and here as in the program
-- (PersonName.normal): the capitals of the Latin, Greek and Cyrillic alphabets are listed, and no
-- locale is asked.
create or replace function spelled(written text, unseen text) returns text
language sql immutable strict parallel safe set search_path = varde, pg_temp as $$
  select btrim(regexp_replace(translate(lower(regexp_replace(normalize(written, nfkc),
      '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E'
      '\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3'
      '\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', unseen, 'g') collate "C"),
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞ'
      'ĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ'
      'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕ'
      'ЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
      'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćĉċčďđēĕėęěĝğ'
      'ġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżž'
      'αβγδεζηθικλμνξοπρστυφχψωѐёђѓєѕіїјљњћќѝўџабвгде'
      'жзийклмнопрстуфхцчшщъыьэюя'),
    '[^a-z0-9\u00C0-\u1FFF\u2C00-\u2DFF\u3041-\uD7FF\uF900-\uFDFF\uFE70-\uFFEF'
    '\U00010000-\U000DFFFF]+', ' ', 'g'))
$$;

-- What is hidden and what tells of it, as it was found at the end of a load: a row for each kind of
-- thing and for each table, so that no statement has to unfold more than it asks for. It holds for
-- the generation of the concealment alone; after another write it is found anew when it is asked.
create table hidden_set (
  kind text not null,
  ids uuid[] not null,
  constraint hidden_set_pkey primary key (kind)
);
create table concealed_set (
  target text not null,
  marks jsonb not null,
  constraint concealed_set_pkey primary key (target)
);
comment on column concealed_set.marks is 'The columns that tell a secret, by the ids of rows.';
-- Read once in a statement and asked for each row.
alter table concealed_set alter column marks set storage external;
select guard('hidden_set'), guard('concealed_set');
select describe_constraints('hidden_set'), describe_constraints('concealed_set');

create function is_noted() returns boolean
language plpgsql stable security definer set search_path = varde, pg_temp as $$
begin
  return exists (select 1 from concealment as c join generation as g on (g.number = c.generation));
end $$;

-- Persons whose name is a hidden person's in another spelling, in a file that names them both.
create function find_alike() returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  if (exists (select 1 from person as p where (p.visibility <> 'public'))) then
    return query
      select distinct o.row_id
      from person as p
        join person_detail as d on ((d.id = p.id) and (d.name is not null))
        join seed_row as s on ((s.table_name = 'person') and (s.row_id = p.id))
        join seed_row as o on ((o.seed = s.seed) and (o.table_name = 'person'))
        join person_detail as e on ((e.id = o.row_id) and (same_name(e.name) = same_name(d.name)))
      where ((p.visibility <> 'public') and (o.row_id <> p.id));
  end if;
end $$;

-- The hidden things of a kind, looked for now; `alike` and `citation` are no kinds of their own.
create function find_hidden(kind text) returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  case kind
    when 'person' then
      return query
        select p.id from person as p where (p.visibility <> 'public')
        union all
        select p.id from person as p
        where ((p.visibility = 'public') and not exists (select 1 from designation as d
          where ((d.person = p.id) and (d.visibility = 'public') and (not isempty(d.valid)))))
        union all
        select a from find_alike() as a;
    when 'designation' then
      return query select d.id from designation as d where (d.visibility <> 'public');
    when 'channel' then
      return query
        select c.id from channel as c where (c.visibility <> 'public')
        union all
        select c.id from designation as d join channel as c
          on ((c.owner = d.id) and (c.owner_kind = 'designation'))
        where ((d.visibility <> 'public') and (c.visibility = 'public'))
        union all
        select c.id from designation as d join channel as c on (c.via_designation = d.id)
        where (d.visibility <> 'public')
        union all
        select o.id from channel as c join channel as o on ((o.owner = c.owner)
          and (same_number(o.kind, coalesce(o.canonical, o.written))
            = same_number(c.kind, coalesce(c.canonical, c.written))))
        where ((c.visibility <> 'public') and (o.visibility = 'public') and (c.written <> ''));
    when 'notice' then
      return query
        with recursive hidden as (
          select n.id from notice as n
          where (((n.about_kind = 'person')
              and (n.about in (select x from find_hidden('person') as x)))
            or ((n.about_kind = 'designation')
              and (n.about in (select x from find_hidden('designation') as x)))
            or ((n.about_kind = 'channel')
              and (n.about in (select x from find_hidden('channel') as x))))
          union
          select n.id from notice as n join hidden as h on (n.about = h.id)
        )
        select h.id from hidden as h;
    when 'alike' then return query select x from find_alike() as x;
    when 'citation' then return query select x from citations_hidden() as x;
  end case;
end $$;

-- The hidden things of a kind, as noted or else looked for; every kind when none is said.
create or replace function hidden_ids(kind text) returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
declare
  kinds text[] := case when (hidden_ids.kind is null)
    then array['person', 'designation', 'channel', 'notice'] else array[hidden_ids.kind] end;
  item text;
begin
  if (is_noted()) then
    return query select unnest(s.ids) from hidden_set as s where (s.kind = any (kinds));
  else
    foreach item in array kinds loop
      return query select x from find_hidden(item) as x;
    end loop;
  end if;
end $$;
create or replace function persons_alike() returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  return query select x from hidden_ids('alike') as x;
end $$;
create or replace function concealed_citations() returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  return query select x from hidden_ids('citation') as x;
end $$;

create function find_marks(target text, secret secret) returns jsonb
language sql stable set search_path = varde, pg_temp as $$
  select jsonb_object_agg(r.id, to_jsonb(r.columns)) from telling_rows(target, secret) as r
$$;

-- What the view of a table leaves out of its rows: columns by id; null where nothing is.
create function marks_of(target text) returns jsonb
language plpgsql stable security definer set search_path = varde, pg_temp set jit = off as $$
begin
  if (is_noted()) then
    return (select s.marks from concealed_set as s
      where ((s.target = marks_of.target) and (s.marks <> '{}')));
  end if;
  return find_marks(target, secrets());
end $$;
create or replace function concealed(target text) returns table (id uuid, columns text[])
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  return query select e.key::uuid, array(select jsonb_array_elements_text(e.value))
    from jsonb_each(marks_of(target)) as e;
end $$;

-- Bound to what they call when they are made, so that no search path matters and views take them
-- in.
create function tells_of(marks jsonb, id uuid) returns boolean
language sql immutable parallel safe
return coalesce(marks ? id::text, false);
create function tells_of(marks jsonb, id uuid, name text) returns boolean
language sql immutable parallel safe
return coalesce((marks -> id::text) ? name, false);
create function told(marks jsonb, id uuid, name text, written text) returns text
language sql immutable parallel safe
return case when ((marks -> id::text) ? name) then null else written end;

-- The views again: what tells a secret is asked for once in a statement.

create or replace view varde_shown.source as
  select s.id, coalesce(told((select marks_of('source')), s.id, 'key', s.key), s.id::text) as key,
    coalesce(told((select marks_of('source')), s.id, 'title', s.title), '…') as title,
    told((select marks_of('source')), s.id, 'publisher', s.publisher) as publisher,
    told((select marks_of('source')), s.id, 'version', s.version) as version, s.day,
    told((select marks_of('source')), s.id, 'licence', s.licence) as licence,
    told((select marks_of('source')), s.id, 'url', s.url) as url
  from source as s;

create or replace view varde_shown.citation as
  select c.id, c.source, told((select marks_of('citation')), c.id, 'section', c.section) as section,
    told((select marks_of('citation')), c.id, 'quote', c.quote) as quote
  from citation as c
  where (not (c.id in (select x from concealed_citations() as x)));

create or replace view varde_shown.doubt as
  select d.id, d.subject_kind, d.subject, d.reason, d.citation
  from doubt as d
  where ((not d.superseded) and (not tells_of((select marks_of('doubt')), d.id))
    and ((d.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (d.subject in (select x from hidden_ids(null) as x)))));

create or replace view varde_shown.link as
  select l.id, l.subject_kind, l.subject, l.position, l.text, l.url, l.is_usable, l.valid,
    l.citation
  from link as l
  where ((not isempty(l.valid)) and (not tells_of((select marks_of('link')), l.id))
    and ((l.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (l.subject in (select x from hidden_ids(null) as x)))));

create or replace view varde_shown.name as
  select n.id, n.subject_kind, n.subject, n.language, n.kind, n.text, n.plan, n.valid, n.citation
  from name as n
  where ((not isempty(n.valid)) and (n.text <> '')
    and ((not tells_of((select marks_of('name')), n.id)) or ((n.subject_kind = 'person')
      and exists (select 1 from person_detail as d
      where ((d.id = n.subject) and (same_name(d.name) = same_name(n.text))))))
    and ((n.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (n.subject in (select x from hidden_ids(null) as x)))));

create or replace view varde_shown.postcode as
  select p.id, p.code,
    coalesce(told((select marks_of('postcode')), p.id, 'place', p.place), '…') as place, p.area,
    p.valid
  from postcode as p join varde_shown.area as a on (a.id = p.area)
  where (not isempty(p.valid));

create or replace view varde_shown.holiday as
  select h.id, h.day,
    coalesce(told((select marks_of('holiday')), h.id, 'name', h.name), '…') as name
  from holiday as h
  where (not h.superseded);

create or replace view varde_shown.organisation_kind as
  select t.id,
    coalesce(told((select marks_of('organisation_kind')), t.id, 'key', t.key), t.id::text) as key,
    t.parent
  from organisation_kind as t
  where (t.id <> root());

create or replace view varde_shown.organisation as
  select o.id,
    coalesce(told((select marks_of('organisation')), o.id, 'key', o.key), o.id::text) as key
  from organisation as o
  where (o.id <> root());

create or replace view varde_shown.organisation_member as
  select m.id, m.organisation, m.position,
    coalesce(told((select marks_of('organisation_member')), m.id, 'text', m.text), '…') as text,
    m.member, m.function, m.valid, m.citation
  from organisation_member as m
  where (not isempty(m.valid));

create or replace view varde_shown.function as
  select f.id, coalesce(told((select marks_of('function')), f.id, 'key', f.key), f.id::text) as key
  from function as f
  where (f.id <> root());

create or replace view varde_shown.concern as
  select c.id, coalesce(told((select marks_of('concern')), c.id, 'key', c.key), c.id::text) as key,
    c.parent, c.least_severity
  from concern as c
  where (c.id <> root());

create or replace view varde_shown.designation as
  select d.id,
    coalesce(told((select marks_of('designation')), d.id, 'key', d.key), d.id::text) as key,
    d.function, d.organisation, d.seat, d.position, d.holding,
    case when (not (d.person in (select x from hidden_ids('person') as x)))
      then d.person end as person, d.visibility, d.valid, d.confirmed_on, d.citation
  from designation as d
  where ((d.visibility = 'public') and (not isempty(d.valid)));

create or replace view varde_shown.remit as
  select r.id, r.designation, r.area, r.unit, r.unit_kind, r.concern, r.asker, r.severity, r.ages,
    r.extended_through,
    case when (not tells_of((select marks_of('remit')), r.id))
      then r.condition else '…' end as condition, r.is_end_unstated
  from remit as r join varde_shown.designation as d on (d.id = r.designation)
  where ((not r.superseded) and (not isempty(r.valid)));

create or replace view varde_shown.channel as
  select c.id, coalesce(told((select marks_of('channel')), c.id, 'key', c.key), c.id::text) as key,
    c.owner_kind, c.owner, c.position, c.kind, c.written, c.canonical, c.is_usable,
    told((select marks_of('channel')), c.id, 'label', c.label) as label, c.audience, c.hours,
    c.via_organisation, c.via_designation,
    told((select marks_of('channel')), c.id, 'warning', c.warning) as warning, c.visibility,
    c.valid, c.confirmed_on, c.citation
  from channel as c
  where ((not isempty(c.valid)) and (c.visibility = 'public')
    and (not tells_of((select marks_of('channel')), c.id, 'written'))
    and (not tells_of((select marks_of('channel')), c.id, 'canonical'))
    and (not (c.id in (select x from hidden_ids('channel') as x))));

create or replace view varde_shown.plan as
  select p.id, coalesce(told((select marks_of('plan')), p.id, 'key', p.key), p.id::text) as key,
    p.level, p.owner, p.area, p.source,
    coalesce(told((select marks_of('plan')), p.id, 'title', p.title), '…') as title,
    told((select marks_of('plan')), p.id, 'version', p.version) as version, p.day, p.period,
    p.valid, p.follows
  from plan as p
  where (not isempty(p.valid));

create or replace view varde_shown.severity_word as
  select w.id, w.plan, w.word, w.severity
  from severity_word as w join varde_shown.plan as p on (p.id = w.plan)
  where ((not w.superseded) and (not tells_of((select marks_of('severity_word')), w.id)));

create or replace view varde_shown.rule as
  select r.id, coalesce(told((select marks_of('rule')), r.id, 'key', r.key), r.id::text) as key,
    r.plan, r.tier, coalesce(told((select marks_of('rule')), r.id, 'text', r.text), '…') as text,
    r.valid, r.citation
  from rule as r join varde_shown.plan as p on (p.id = r.plan)
  where (not isempty(r.valid));

create or replace view varde_shown.offering as
  select o.id, coalesce(told((select marks_of('offering')), o.id, 'key', o.key), o.id::text) as key,
    o.provider, told((select marks_of('offering')), o.id, 'text', o.text) as text,
    case when (tells_of((select marks_of('offering')), o.id, 'conditions'))
      then array['…'] else o.conditions end as conditions, o.valid, o.confirmed_on, o.citation
  from offering as o
  where (not isempty(o.valid));

create or replace view varde_shown.rule_target as
  select t.id, t.rule, t.rung, t.door, t.target_kind, t.function, t.organisation,
    t.organisation_kind, t.offering,
    case when (not tells_of((select marks_of('rule_target')), t.id))
      then t.words else '…' end as words, t.covers
  from rule_target as t join varde_shown.rule as r on (r.id = t.rule)
  where (not t.superseded);

create or replace view varde_shown.step as
  select s.id, s.plan, s.position,
    coalesce(told((select marks_of('step')), s.id, 'number', s.number), '…') as number,
    coalesce(told((select marks_of('step')), s.id, 'title', s.title), '…') as title,
    coalesce(told((select marks_of('step')), s.id, 'text', s.text), '…') as text,
    case when (tells_of((select marks_of('step')), s.id, 'responsible'))
      then array['…'] else s.responsible end as responsible, s.severities, s.askers, s.valid,
    s.citation
  from step as s join varde_shown.plan as p on (p.id = s.plan)
  where (not isempty(s.valid));

create or replace view varde_shown.notice as
  select n.id, coalesce(told((select marks_of('notice')), n.id, 'key', n.key), n.id::text) as key,
    n.plan, n.kind, n.about_kind, n.about, n.text, n.valid, n.citation
  from notice as n join varde_shown.plan as p on (p.id = n.plan)
  where ((not isempty(n.valid)) and (not tells_of((select marks_of('notice')), n.id, 'text'))
    and (not (n.id in (select x from hidden_ids('notice') as x))));

create or replace view varde_shown.reading_matter as
  select m.id, m.plan, m.kind, m.heading, m.position, m.text, m.valid, m.citation
  from reading_matter as m join varde_shown.plan as p on (p.id = m.plan)
  where ((not isempty(m.valid)) and (not tells_of((select marks_of('reading_matter')), m.id)));

create or replace view varde_shown.measure as
  select m.id, coalesce(told((select marks_of('measure')), m.id, 'key', m.key), m.id::text) as key,
    m.plan, m.position,
    coalesce(told((select marks_of('measure')), m.id, 'number', m.number), '…') as number,
    coalesce(told((select marks_of('measure')), m.id, 'title', m.title), '…') as title,
    told((select marks_of('measure')), m.id, 'text', m.text) as text,
    told((select marks_of('measure')), m.id, 'status', m.status) as status,
    told((select marks_of('measure')), m.id, 'fate', m.fate) as fate, m.concerns, m.valid,
    m.citation
  from measure as m join varde_shown.plan as p on (p.id = m.plan)
  where (not isempty(m.valid));

create or replace view varde_shown.measure_party as
  select y.id, y.measure, y.position,
    case when (not tells_of((select marks_of('measure_party')), y.id))
      then y.text else '…' end as text, y.organisation, y.function
  from measure_party as y join varde_shown.measure as m on (m.id = y.measure)
  where (not y.superseded);

create or replace view varde_shown.rule_case as
  select c.id, c.rule, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (not tells_of((select marks_of('rule_case')), c.id))
      then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from rule_case as c join varde_shown.rule as r on (r.id = c.rule)
  where (not c.superseded);

create or replace view varde_shown.notice_case as
  select c.id, c.notice, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (not tells_of((select marks_of('notice_case')), c.id))
      then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from notice_case as c join varde_shown.notice as n on (n.id = c.notice)
  where (not c.superseded);

create or replace view varde_shown.offering_case as
  select c.id, c.offering, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (not tells_of((select marks_of('offering_case')), c.id))
      then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from offering_case as c join varde_shown.offering as o on (o.id = c.offering)
  where (not c.superseded);

drop function is_hidden(text, uuid);
drop function kept_marks();
drop function told(text[], text, text);
alter table concealment drop column marks;

-- What is secret in a sentence. The hint of a name is its longest word; that of an address its
-- first two, since what stands behind its sign is in a thousand others. Letters that a locale
-- would have to be asked about are any sign.
create function secret_of(names text[], addresses text[], runs text[]) returns secret
language sql immutable set search_path = varde, pg_temp as $$
  select names || addresses, runs, (
    select string_agg(distinct regexp_replace(h.hint, '[^ -~]', '.', 'g'), '|')
    from (
      select (select w from regexp_split_to_table(btrim(n), ' ') as w
        order by length(w) desc, w limit 1)
      from unnest(names) as n
      union all
      select array_to_string((string_to_array(btrim(a), ' '))[1:2], '[^[:alnum:]]*')
      from unnest(addresses) as a
      union all
      select regexp_replace(r, '([0-9])(?=.)', '\1[^[:alnum:]]*', 'g')
      from unnest(runs) as r where (r ~ '^[0-9]+$')) as h (hint))
$$;

create or replace function secrets() returns secret
language sql stable security definer set search_path = varde, pg_temp set jit = off as $$
  with person_hidden as (
    select p.id from person as p
    where ((p.visibility <> 'public') or (p.id in (select a from persons_alike() as a))
      or (exists (select 1 from designation as d
          where ((d.person = p.id) and (d.visibility <> 'public')))
        and not exists (select 1 from designation as d
          where ((d.person = p.id) and (d.visibility = 'public') and (not isempty(d.valid))))))
  ), called as (
    select d.name as text from person_hidden as p join person_detail as d on (d.id = p.id)
    union
    select n.text from person_hidden as p join name as n
      on ((n.subject_kind = 'person') and (n.subject = p.id))
  ), secret_name as (
    select c.text from called as c
    where ((c.text <> '') and not exists (
      select 1 from name as n
      where ((lower(translate(n.text, '-', ' ')) = lower(translate(c.text, '-', ' ')))
        and (n.subject_kind <> 'person') and ((spelled(c.text, '') not like '% %')
          or ((n.kind = 'official') and (n.subject_kind in ('area', 'function', 'concern',
            'area-kind', 'organisation-kind')))))))
  ), channel_hidden as (
    select c.kind, coalesce(c.canonical, c.written) as written, c.canonical
    from channel as c
    where ((c.id in (select x from hidden_ids('channel') as x)) and (c.written <> '')
      and (c.kind in ('phone', 'sms', 'email')))
  ), secret_number as (
    select c.kind, c.written from channel_hidden as c
    where (not exists (select 1 from channel as o
      where ((o.canonical = c.canonical) and (not isempty(o.valid))
        and (not (o.id in (select x from hidden_ids('channel') as x))))))
  )
  select secret_of(array(
      select distinct name_phrases(s.text) from secret_name as s),
    array(
      select distinct ' ' || spelled(s.written, '') || ' ' from secret_number as s
      where ((s.kind not in ('phone', 'sms')) and (length(same_name(s.written)) >= 6))),
    array(
      select name_runs(s.text) from secret_name as s
      union
      select same_number(s.kind, s.written) from secret_number as s
      where ((s.kind in ('phone', 'sms')) and (length(same_number(s.kind, s.written)) >= 7))))
$$;

create or replace function erased_secret(persons uuid[]) returns secret
language sql stable security definer set search_path = varde, pg_temp as $$
  with called as (
    select d.name as text from person_detail as d where ((d.id = any (persons)) and (d.name <> ''))
    union
    select n.text from name as n
    where ((n.subject_kind = 'person') and (n.subject = any (persons)) and (n.text <> ''))
  ), numbered as (
    select c.kind, coalesce(c.canonical, c.written) as written
    from designation as d join channel as c
      on ((c.owner_kind = 'designation') and (c.owner = d.id) and (c.written <> ''))
    where ((d.person = any (persons)) and ((c.visibility = 'desk') or (d.visibility = 'desk')))
  )
  select secret_of(array(
      select distinct name_phrases(c.text) from called as c),
    array(
      select distinct ' ' || spelled(n.written, '') || ' ' from numbered as n
      where (n.kind not in ('phone', 'sms'))),
    array(
      select name_runs(c.text) from called as c
      union
      select same_number(n.kind, n.written) from numbered as n
      where ((n.kind in ('phone', 'sms')) and (length(same_number(n.kind, n.written)) >= 7))))
$$;
drop function secret_of(text[], text[]);

-- Whether a sentence may tell a secret: cheap, and never no where it does.
create function may_tell(written text, hint text) returns boolean
language sql immutable parallel safe
return (written ~* hint) or (written ~ '[^ -~\n\r\t§°«»À-ÿ–—‘’“”…•]');

-- What the history of each table says of somebody who is erased.
create function telling_entries(secret secret)
returns table (table_name text, row_id uuid, column_name text)
language plpgsql stable set search_path = varde, pg_temp set jit = off as $$
begin
  if ((cardinality(secret.phrases) = 0) and (cardinality(secret.runs) = 0)) then
    return;
  end if;
  return query
    select distinct h.table_name, h.row_id, c.name
    from (select t.target, worded_columns(t.target) as columns
        from unnest(seeded_tables()) as t (target) offset 0) as w
      join history as h on (h.table_name = w.target)
      cross join lateral unnest(w.columns) as c (name)
      cross join lateral (values (h.before ->> c.name), (h.after ->> c.name)) as e (written)
    where ((e.written <> '') and may_tell(e.written, secret.hint) and tells(e.written, secret));
end $$;

-- Notes what the views leave out, for the generation that is.
create function note_concealed() returns void
language plpgsql security definer set search_path = varde, pg_temp set jit = off as $$
declare
  secret secret;
begin
  update concealment set generation = -1 where (generation <> -1);
  insert into hidden_set as s (kind, ids)
  select k, array(select distinct x from find_hidden(k) as x)
  from unnest(array['person', 'designation', 'channel', 'notice', 'alike']) as k
  on conflict (kind) do update set ids = excluded.ids where (s.ids <> excluded.ids);
  secret := secrets();
  insert into concealed_set as s (target, marks)
  select t, coalesce(find_marks(t, secret), '{}') from unnest(seeded_tables()) as t
  on conflict (target) do update set marks = excluded.marks where (s.marks <> excluded.marks);
  update concealment as c set generation = g.number from generation as g;
  insert into hidden_set as s (kind, ids)
  select 'citation', array(select distinct x from citations_hidden() as x)
  on conflict (kind) do update set ids = excluded.ids where (s.ids <> excluded.ids);
end $$;

-- Notes at the end of a load what the views leave out, and tells which sentences of what is shown
-- name a hidden person or number, and who has the name of a hidden person of another file.
create or replace function keep_concealed()
returns table (table_name text, row_id uuid, column_name text, key text)
language plpgsql security definer set search_path = varde, pg_temp set jit = off as $$
declare
  worded text;
  hidden text[];
  item record;
begin
  perform forget(p.id) from person as p join person_detail as d on (d.id = p.id)
  where ((d.name is null) and (p.salt is not null));
  for item in select u.table_name, u.row_id, u.column_name, u.generation from unsaid as u loop
    perform empty_withdrawn(item.table_name, item.row_id, item.column_name);
    perform empty_history(item.table_name, item.row_id, item.column_name, item.generation);
  end loop;
  perform note_concealed();
  return query
    select distinct 'person_detail', o.id, 'name', p.key
    from varde_shown.person as p
      join person_detail as o on (o.id = p.id)
      join person_detail as d on (same_name(d.name) = same_name(o.name))
    where (d.id in (select x from hidden_ids('person') as x));
  hidden := array(select x::text from hidden_ids(null) as x
    union select x::text from concealed_citations() as x);
  foreach worded in array array_remove(seeded_tables(), 'absence') loop
    continue when (not exists (select 1 from concealed_set as s
      where ((s.target = worded) and (s.marks <> '{}'))));
    return query execute format(
      'select %L, t.id, x, whose(%L, to_jsonb(t)) from concealed(%L) as k '
      'join varde.%I as t on (t.id = k.id) cross join lateral unnest(k.columns) as x '
      'where (not exists (select 1 from jsonb_each_text(to_jsonb(t)) as e '
      'where ((e.value = any ($1)) or ((e.key = ''subject_kind'') and (e.value = ''person'')))))',
      worded, worded, worded, worded) using hidden;
  end loop;
end $$;

-- Empties the name and the private numbers of a person, however they are spelled, and what history
-- told of them. The salt goes last: after it nobody can tell whose digest history holds, and the
-- digests themselves still stand. Told back: the words that still name the person, for somebody
-- to mend in the files that say them.
create or replace function erase_person(person uuid)
returns table (table_name text, row_id uuid, column_name text, key text, seeds text)
language plpgsql security definer set search_path = varde, pg_temp as $$
declare
  targets uuid[];
  secret secret;
  item record;
begin
  if (not exists (select 1 from varde.person as p where (p.id = erase_person.person))) then
    raise exception 'That person is not known.' using errcode = 'VA003';
  end if;
  targets := array(select p from same_persons(erase_person.person) as p);
  secret := erased_secret(targets);
  perform remember_erased(targets);
  perform forget(p) from unnest(targets) as p;
  update channel as c
  set written = '', canonical = null, label = null, warning = null, is_usable = false, salt = null
  from designation as d
  where ((c.owner_kind = 'designation') and (c.owner = d.id) and (d.person = any (targets))
    and (c.written <> '') and ((c.visibility = 'desk') or (d.visibility = 'desk')
      or is_marked('holder', d.person::text,
        same_number(c.kind, coalesce(c.canonical, c.written)))));
  for item in
    select t.table_name, t.row_id, t.column_name from telling_entries(secret) as t
  loop
    insert into unsaid (table_name, row_id, column_name, generation)
    values (item.table_name, item.row_id, item.column_name, open_generation())
    on conflict on constraint unsaid_pkey do update set generation = excluded.generation;
    perform empty_history(item.table_name, item.row_id, item.column_name, open_generation());
  end loop;
  perform keep_concealed();
  return query select * from still_telling(secret);
end $$;

-- An upgrade that mended bounds at infinity left what is hidden to be looked for by every reader.
select note_concealed();

do $$
begin
  execute 'revoke execute on function note_concealed(), telling_entries(secret) from public';
end $$;
