-- name: secrets
-- purpose: what is hidden takes along what hangs on it, the sentences that name it, and its past
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- One spelling of all spellings: NFKC, small letters, one blank for whatever is neither letter nor
-- digit. Signs that nobody sees become what the caller says: nothing, or a blank.
create function spelled(written text, unseen text) returns text
language sql immutable strict parallel safe set search_path = varde, pg_temp as $$
  select btrim(regexp_replace(translate(lower(regexp_replace(normalize(written, nfkc),
      '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E'
      '\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3'
      '\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', unseen, 'g')),
      'ÆØÅÄÖÜÉÈÊÁÀÂÓÒÔÍÌŠŽČÐÞÑÇŊŦĐ',
      'æøåäöüéèêáàâóòôíìšžčðþñçŋŧđ'),
    '[^a-z0-9\u00C0-\u1FFF\u2C00-\u2DFF\u3041-\uD7FF\uF900-\uFDFF\uFE70-\uFFEF'
    '\U00010000-\U000DFFFF]+', ' ', 'g'))
$$;

-- What two spellings of one person's name have in common: letters and digits alone. Like whatever
-- a view calls, it runs as its owner: the reader may not use the schema of the functions below it.
create function same_name(written text) returns text
language sql immutable strict parallel safe security definer set search_path = varde, pg_temp as $$
  select replace(spelled(written, ''), ' ', '')
$$;

-- What two spellings of one number or address have in common; a country code is no part of it.
create function same_number(kind text, written text) returns text
language sql immutable strict parallel safe set search_path = varde, pg_temp as $$
  select case when (kind in ('phone', 'sms'))
    then right(regexp_replace(normalize(written, nfkc), '[^0-9]', '', 'g'), 8)
    else same_name(written) end
$$;

-- What the registry found hidden at the end of a load, so that no reader has to look again. It
-- holds for its generation alone; after another write the views look for themselves.
create table concealment (
  is_only boolean not null default true,
  generation bigint not null,
  marks jsonb not null,
  constraint concealment_pkey primary key (is_only),
  constraint concealment_only_one check (is_only)
);
comment on constraint concealment_only_one on concealment is 'There is one concealment.';
insert into concealment (generation, marks) values (-1, '{}');
select guard('concealment');
select describe_constraints('concealment');

create function kept_marks() returns jsonb
language sql stable security definer set search_path = varde, pg_temp as $$
  select c.marks from concealment as c join generation as g on (g.number = c.generation)
$$;

create index person_hidden on person (id) where (visibility <> 'public');
create index designation_hidden on designation (id) where (visibility <> 'public');
create index channel_hidden on channel (id) where (visibility <> 'public');
create index channel_of_owner on channel (owner);
create index channel_via_designation on channel (via_designation)
  where (via_designation is not null);

-- Persons whose name is a hidden person's in another spelling, in a file that names them both.
create function persons_alike() returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  if (kept_marks() is not null) then
    return query select (m.value #>> '{}')::uuid from jsonb_array_elements(
      coalesce(kept_marks() -> 'alike', '[]')) as m;
  elsif (exists (select 1 from person as p where (p.visibility <> 'public'))) then
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

-- The hidden things of a kind; every kind when none is said.
create function hidden_ids(kind text) returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  if (coalesce(kind, 'person') = 'person') then
    return query
      select p.id from person as p where (p.visibility <> 'public')
      union all
      select p.id from person as p
      where ((p.visibility = 'public') and not exists (select 1 from designation as d
        where ((d.person = p.id) and (d.visibility = 'public') and (not isempty(d.valid)))))
      union all
      select a from persons_alike() as a;
  end if;
  if (coalesce(kind, 'designation') = 'designation') then
    return query select d.id from designation as d where (d.visibility <> 'public');
  end if;
  if (coalesce(kind, 'channel') = 'channel') then
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
  end if;
  if (coalesce(kind, 'notice') = 'notice') then
    return query
      with recursive hidden as (
        select n.id from notice as n
        where ((n.about_kind in ('person', 'designation', 'channel'))
          and (n.about in (select x from hidden_ids(n.about_kind) as x)))
        union
        select n.id from notice as n join hidden as h on (n.about = h.id)
      )
      select h.id from hidden as h;
  end if;
end $$;

create or replace function is_hidden(kind text, id uuid) returns boolean
language sql stable security definer set search_path = varde, pg_temp as $$
  select is_hidden.id in (select x from hidden_ids(is_hidden.kind) as x)
$$;

-- The second lock behind the views: the owner of the views sees what is hidden only for those who
-- may, whatever a view forgets.
alter policy owner_keeps on person
  using (may_see_hidden() or (not (id in (select x from hidden_ids('person') as x))));
drop policy owner_keeps on designation;
drop policy owner_keeps on channel;
do $$
begin
  execute format('create policy owner_keeps on designation to %I '
    'using (may_see_hidden() or (visibility = ''public'')) with check (may_see_hidden())',
    current_user);
  execute format('create policy owner_keeps on channel to %I '
    'using (may_see_hidden() or (visibility = ''public'')) with check (may_see_hidden())',
    current_user);
end $$;

-- What is secret in a sentence, in one spelling: phrases stand between blanks, runs have none. The
-- hint is an expression that any sentence without rare signs matches if it tells the secret.
create type secret as (phrases text[], runs text[], hint text);

-- A name as it may stand in a sentence: also its genitive, and the last name first.
create function name_phrases(written text) returns setof text
language sql immutable strict set search_path = varde, pg_temp as $$
  select ' ' || regexp_replace(s.name, '^(.+) (\S+)$', o.pattern) || e.ending
  from (select spelled(written, '') union select spelled(written, ' ')) as s (name)
    cross join (values ('\1 \2'), ('\2 \1')) as o (pattern)
    cross join (values (' '), ('s ')) as e (ending)
  where (length(s.name) >= 3)
$$;

create function name_runs(written text) returns setof text
language sql immutable strict set search_path = varde, pg_temp as $$
  select same_name(written)
  where ((spelled(written, ' ') like '% %') and (length(same_name(written)) >= 10))
$$;

create function secret_of(phrases text[], runs text[]) returns secret
language sql immutable set search_path = varde, pg_temp as $$
  select phrases, runs, (
    select string_agg(distinct h.hint, '|' order by h.hint)
    from (
      select (select w from regexp_split_to_table(btrim(p), ' ') as w
        order by length(w) desc, w limit 1)
      from unnest(phrases) as p
      union all
      select regexp_replace(r, '([0-9])(?=.)', '\1[^[:alnum:]]*', 'g')
      from unnest(runs) as r where (r ~ '^[0-9]+$')) as h (hint))
$$;

-- The names of hidden persons and their numbers. A name that is also that of a place or a function
-- is no secret, nor one of one word that anything else is called, nor a number that is public
-- elsewhere, nor a short one.
create function secrets() returns secret
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
      select name_phrases(s.text) from secret_name as s
      union
      select ' ' || spelled(s.written, '') || ' ' from secret_number as s
      where ((s.kind not in ('phone', 'sms')) and (length(same_name(s.written)) >= 6))),
    array(
      select name_runs(s.text) from secret_name as s
      union
      select same_number(s.kind, s.written) from secret_number as s
      where ((s.kind in ('phone', 'sms')) and (length(same_number(s.kind, s.written)) >= 7))))
$$;

create function tells(written text, secret secret) returns boolean
language plpgsql immutable parallel safe security definer set search_path = varde, pg_temp as $$
declare
  seen text := ' ' || spelled(written, '') || ' ';
  parted text := seen;
  run text := replace(seen, ' ', '');
begin
  if (octet_length(written) > length(written)) then
    parted := ' ' || spelled(written, ' ') || ' ';
  end if;
  return exists (select 1 from unnest(secret.phrases) as p
      where ((strpos(seen, p) > 0) or (strpos(parted, p) > 0)))
    or exists (select 1 from unnest(secret.runs) as r where (strpos(run, r) > 0));
end $$;

-- The columns of a table that hold words of people.
create function worded_columns(target text) returns text[]
language sql immutable set search_path = varde, pg_temp as $$
  select case target
    when 'source' then array['key', 'title', 'publisher', 'version', 'licence', 'url']
    when 'citation' then array['section', 'quote']
    when 'postcode' then array['place'] when 'holiday' then array['name']
    when 'organisation' then array['key'] when 'function' then array['key']
    when 'concern' then array['key'] when 'organisation_kind' then array['key']
    when 'organisation_member' then array['text']
    when 'designation' then array['key'] when 'remit' then array['condition']
    when 'absence' then array['reason']
    when 'channel' then array['key', 'written', 'canonical', 'label', 'warning']
    when 'plan' then array['key', 'title', 'version'] when 'severity_word' then array['word']
    when 'offering' then array['key', 'text', 'conditions'] when 'rule' then array['key', 'text']
    when 'rule_target' then array['words']
    when 'step' then array['number', 'title', 'text', 'responsible']
    when 'notice' then array['key', 'text'] when 'reading_matter' then array['heading', 'text']
    when 'measure' then array['key', 'number', 'title', 'text', 'status', 'fate']
    when 'measure_party' then array['text'] when 'rule_case' then array['condition']
    when 'notice_case' then array['condition'] when 'offering_case' then array['condition']
    when 'name' then array['text'] when 'link' then array['text', 'url']
    when 'doubt' then array['reason']
  end
$$;

-- The rows of a table of which some column tells a secret.
create function telling_rows(target text, secret secret) returns table (id uuid, columns text[])
language plpgsql stable set search_path = varde, pg_temp set jit = off as $$
begin
  if ((worded_columns(target) is null)
    or ((cardinality(secret.phrases) = 0) and (cardinality(secret.runs) = 0))) then
    return;
  end if;
  return query execute format(
    'select t.id, array_agg(c.name order by c.name) from varde.%I as t '
    'cross join lateral (values %s) as c (name, written) '
    'where ((c.written <> '''') and ((c.written ~* ($1).hint) or (c.written ~ $2)) '
    'and tells(c.written, $1)) group by t.id', target,
    (select string_agg(format('(%L, t.%I::text)', c, c), ', ')
      from unnest(worded_columns(target)) as c))
    using secret, '[^ -~\n\r\t§°«»À-ÿ–—‘’“”…•]';
end $$;

-- Citations that nothing but hidden facts rests on.
create function citations_hidden() returns setof uuid
language plpgsql stable set search_path = varde, pg_temp set jit = off as $$
declare
  hidden text[] := array(select x::text from hidden_ids(null) as x);
  rested uuid[];
  free uuid[];
  target text;
  source text := 'select distinct t.citation from varde.%I as t cross join lateral ('
    'select exists (select 1 from jsonb_each_text(to_jsonb(t)) as e where ((e.value = any ($1)) '
    'and (e.key not in (''person'', ''holder'')))) as is_hidden, to_jsonb(t) as content) as c ';
begin
  foreach target in array array['designation', 'absence', 'channel', 'notice', 'name', 'link',
    'doubt'] loop
    exit when (cardinality(hidden) = 0);
    execute format('select array_agg(x.citation) from (' || source || 'where ((c.is_hidden) '
      'and (t.citation is not null))) as x', target) into free using hidden;
    rested := rested || free;
  end loop;
  foreach target in array array['organisation_form', 'organisation_parent',
    'organisation_service', 'organisation_member', 'designation', 'absence', 'channel', 'rule',
    'offering', 'step', 'notice', 'reading_matter', 'measure', 'name', 'link', 'doubt'] loop
    exit when (coalesce(cardinality(rested), 0) = 0);
    execute format('select array_agg(x.citation) from (' || source
      || 'where ((t.citation = any ($2)) and (not c.is_hidden) and (coalesce('
      'c.content ->> ''valid'', '''') <> ''empty'') and (coalesce(c.content ->> ''superseded'', '
      '''false'') = ''false''))) as x', target) into free using hidden, rested;
    rested := array(select x from unnest(rested) as x where (x <> all (coalesce(free, '{}'))));
  end loop;
  return query select distinct x from unnest(rested) as x;
end $$;

-- What the view of a table leaves out of its rows; a citation with no column named is no row.
create function concealed(target text) returns table (id uuid, columns text[])
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  if (kept_marks() is null) then
    return query select r.id, r.columns from telling_rows(target, secrets()) as r;
  else
    return query select m.id, m.columns from jsonb_to_recordset(
      coalesce(kept_marks() -> target, '[]')) as m (id uuid, columns text[]);
  end if;
end $$;

create function concealed_citations() returns setof uuid
language plpgsql stable security definer rows 100
set search_path = varde, pg_temp set jit = off as $$
begin
  if (kept_marks() is null) then
    return query select x from citations_hidden() as x;
  else
    return query select (m.value #>> '{}')::uuid from jsonb_array_elements(
      coalesce(kept_marks() -> 'rested', '[]')) as m;
  end if;
end $$;

-- Bound to what it calls when it is made, so that no search path matters and views take it in.
create function told(columns text[], name text, written text) returns text
language sql immutable parallel safe
return case when (name = any (columns)) then null else written end;

-- The views again: no row of a hidden thing, and no words that tell a secret.
create or replace view varde_shown.source as
  select s.id, coalesce(told(k.columns, 'key', s.key), s.id::text) as key,
    coalesce(told(k.columns, 'title', s.title), '…') as title,
    told(k.columns, 'publisher', s.publisher) as publisher,
    told(k.columns, 'version', s.version) as version, s.day,
    told(k.columns, 'licence', s.licence) as licence, told(k.columns, 'url', s.url) as url
  from source as s left join concealed('source') as k on (k.id = s.id);

create or replace view varde_shown.citation as
  select c.id, c.source, told(k.columns, 'section', c.section) as section,
    told(k.columns, 'quote', c.quote) as quote
  from citation as c left join concealed('citation') as k on (k.id = c.id)
  where (not (c.id in (select x from concealed_citations() as x)));

create or replace view varde_shown.doubt as
  select d.id, d.subject_kind, d.subject, d.reason, d.citation
  from doubt as d left join concealed('doubt') as k on (k.id = d.id)
  where ((not d.superseded) and (k.id is null)
    and ((d.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (d.subject in (select x from hidden_ids(null) as x)))));

create or replace view varde_shown.link as
  select l.id, l.subject_kind, l.subject, l.position, l.text, l.url, l.is_usable, l.valid,
    l.citation
  from link as l left join concealed('link') as k on (k.id = l.id)
  where ((not isempty(l.valid)) and (k.id is null)
    and ((l.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (l.subject in (select x from hidden_ids(null) as x)))));

-- Another person of the same name, in another's file, keeps the name.
create or replace view varde_shown.name as
  select n.id, n.subject_kind, n.subject, n.language, n.kind, n.text, n.plan, n.valid, n.citation
  from name as n left join concealed('name') as k on (k.id = n.id)
  where ((not isempty(n.valid)) and (n.text <> '')
    and ((k.id is null) or ((n.subject_kind = 'person') and exists (
      select 1 from person_detail as d
      where ((d.id = n.subject) and (same_name(d.name) = same_name(n.text))))))
    and ((n.subject_kind not in ('person', 'designation', 'channel', 'notice'))
      or (not (n.subject in (select x from hidden_ids(null) as x)))));

create or replace view varde_shown.postcode as
  select p.id, p.code, coalesce(told(k.columns, 'place', p.place), '…') as place, p.area, p.valid
  from postcode as p join varde_shown.area as a on (a.id = p.area)
    left join concealed('postcode') as k on (k.id = p.id)
  where (not isempty(p.valid));

create or replace view varde_shown.holiday as
  select h.id, h.day, coalesce(told(k.columns, 'name', h.name), '…') as name
  from holiday as h left join concealed('holiday') as k on (k.id = h.id)
  where (not h.superseded);

create or replace view varde_shown.organisation_kind as
  select t.id, coalesce(told(k.columns, 'key', t.key), t.id::text) as key, t.parent
  from organisation_kind as t left join concealed('organisation_kind') as k on (k.id = t.id)
  where (t.id <> root());

create or replace view varde_shown.organisation as
  select o.id, coalesce(told(k.columns, 'key', o.key), o.id::text) as key
  from organisation as o left join concealed('organisation') as k on (k.id = o.id)
  where (o.id <> root());

create or replace view varde_shown.organisation_member as
  select m.id, m.organisation, m.position, coalesce(told(k.columns, 'text', m.text), '…') as text,
    m.member, m.function, m.valid, m.citation
  from organisation_member as m left join concealed('organisation_member') as k on (k.id = m.id)
  where (not isempty(m.valid));

create or replace view varde_shown.function as
  select f.id, coalesce(told(k.columns, 'key', f.key), f.id::text) as key
  from function as f left join concealed('function') as k on (k.id = f.id)
  where (f.id <> root());

create or replace view varde_shown.concern as
  select c.id, coalesce(told(k.columns, 'key', c.key), c.id::text) as key, c.parent,
    c.least_severity
  from concern as c left join concealed('concern') as k on (k.id = c.id)
  where (c.id <> root());

create or replace view varde_shown.person as
  select p.id, p.key, p.visibility
  from person as p
  where (not (p.id in (select x from hidden_ids('person') as x)));

-- Persons of the same name, each public: one or several, nobody has said.
create view varde_shown.namesake as
  select a.id, b.id as other
  from varde_shown.person_detail as a
    join varde_shown.person_detail as b on (same_name(b.name) = same_name(a.name))
  where (a.id <> b.id);

create or replace view varde_shown.designation as
  select d.id, coalesce(told(k.columns, 'key', d.key), d.id::text) as key, d.function,
    d.organisation, d.seat, d.position, d.holding,
    case when (not (d.person in (select x from hidden_ids('person') as x))) then d.person
      end as person,
    d.visibility, d.valid, d.confirmed_on, d.citation
  from designation as d left join concealed('designation') as k on (k.id = d.id)
  where ((d.visibility = 'public') and (not isempty(d.valid)));

create or replace view varde_shown.remit as
  select r.id, r.designation, r.area, r.unit, r.unit_kind, r.concern, r.asker, r.severity,
    r.ages, r.extended_through, case when (k.id is null) then r.condition else '…' end
      as condition, r.is_end_unstated
  from remit as r join varde_shown.designation as d on (d.id = r.designation)
    left join concealed('remit') as k on (k.id = r.id)
  where ((not r.superseded) and (not isempty(r.valid)));

-- Why somebody is away is nobody's business.
create or replace view varde_shown.absence as
  select a.id, a.designation, a.valid, null::text as reason, a.citation
  from absence as a join varde_shown.designation as d on (d.id = a.designation)
  where (not isempty(a.valid));

-- The id of a channel follows from its number: a hidden one is not there at all.
create or replace view varde_shown.channel as
  select c.id, coalesce(told(k.columns, 'key', c.key), c.id::text) as key, c.owner_kind, c.owner,
    c.position, c.kind, c.written, c.canonical, c.is_usable,
    told(k.columns, 'label', c.label) as label, c.audience, c.hours, c.via_organisation,
    c.via_designation, told(k.columns, 'warning', c.warning) as warning, c.visibility, c.valid,
    c.confirmed_on, c.citation
  from channel as c left join concealed('channel') as k on (k.id = c.id)
  where ((not isempty(c.valid)) and (c.visibility = 'public')
    and (not (coalesce(k.columns, '{}') && array['written', 'canonical']))
    and (not (c.id in (select x from hidden_ids('channel') as x))));

create or replace view varde_shown.plan as
  select p.id, coalesce(told(k.columns, 'key', p.key), p.id::text) as key, p.level, p.owner,
    p.area, p.source, coalesce(told(k.columns, 'title', p.title), '…') as title,
    told(k.columns, 'version', p.version) as version, p.day, p.period, p.valid, p.follows
  from plan as p left join concealed('plan') as k on (k.id = p.id)
  where (not isempty(p.valid));

create or replace view varde_shown.severity_word as
  select w.id, w.plan, w.word, w.severity
  from severity_word as w join varde_shown.plan as p on (p.id = w.plan)
    left join concealed('severity_word') as k on (k.id = w.id)
  where ((not w.superseded) and (k.id is null));

create or replace view varde_shown.rule as
  select r.id, coalesce(told(k.columns, 'key', r.key), r.id::text) as key, r.plan, r.tier,
    coalesce(told(k.columns, 'text', r.text), '…') as text, r.valid, r.citation
  from rule as r join varde_shown.plan as p on (p.id = r.plan)
    left join concealed('rule') as k on (k.id = r.id)
  where (not isempty(r.valid));

create or replace view varde_shown.offering as
  select o.id, coalesce(told(k.columns, 'key', o.key), o.id::text) as key, o.provider,
    told(k.columns, 'text', o.text) as text,
    case when ('conditions' = any (k.columns)) then array['…'] else o.conditions end
      as conditions,
    o.valid, o.confirmed_on, o.citation
  from offering as o left join concealed('offering') as k on (k.id = o.id)
  where (not isempty(o.valid));

create or replace view varde_shown.rule_target as
  select t.id, t.rule, t.rung, t.door, t.target_kind, t.function, t.organisation,
    t.organisation_kind, t.offering, case when (k.id is null) then t.words else '…' end as words,
    t.covers
  from rule_target as t join varde_shown.rule as r on (r.id = t.rule)
    left join concealed('rule_target') as k on (k.id = t.id)
  where (not t.superseded);

create or replace view varde_shown.step as
  select s.id, s.plan, s.position, coalesce(told(k.columns, 'number', s.number), '…') as number,
    coalesce(told(k.columns, 'title', s.title), '…') as title,
    coalesce(told(k.columns, 'text', s.text), '…') as text,
    case when ('responsible' = any (k.columns)) then array['…'] else s.responsible end
      as responsible,
    s.severities, s.askers, s.valid, s.citation
  from step as s join varde_shown.plan as p on (p.id = s.plan)
    left join concealed('step') as k on (k.id = s.id)
  where (not isempty(s.valid));

create or replace view varde_shown.notice as
  select n.id, coalesce(told(k.columns, 'key', n.key), n.id::text) as key, n.plan, n.kind,
    n.about_kind, n.about, n.text, n.valid, n.citation
  from notice as n join varde_shown.plan as p on (p.id = n.plan)
    left join concealed('notice') as k on (k.id = n.id)
  where ((not isempty(n.valid)) and (not ('text' = any (coalesce(k.columns, '{}'))))
    and (not (n.id in (select x from hidden_ids('notice') as x))));

create or replace view varde_shown.reading_matter as
  select m.id, m.plan, m.kind, m.heading, m.position, m.text, m.valid, m.citation
  from reading_matter as m join varde_shown.plan as p on (p.id = m.plan)
    left join concealed('reading_matter') as k on (k.id = m.id)
  where ((not isempty(m.valid)) and (k.id is null));

create or replace view varde_shown.measure as
  select m.id, coalesce(told(k.columns, 'key', m.key), m.id::text) as key, m.plan, m.position,
    coalesce(told(k.columns, 'number', m.number), '…') as number,
    coalesce(told(k.columns, 'title', m.title), '…') as title,
    told(k.columns, 'text', m.text) as text, told(k.columns, 'status', m.status) as status,
    told(k.columns, 'fate', m.fate) as fate, m.concerns, m.valid, m.citation
  from measure as m join varde_shown.plan as p on (p.id = m.plan)
    left join concealed('measure') as k on (k.id = m.id)
  where (not isempty(m.valid));

create or replace view varde_shown.measure_party as
  select y.id, y.measure, y.position, case when (k.id is null) then y.text else '…' end as text,
    y.organisation, y.function
  from measure_party as y join varde_shown.measure as m on (m.id = y.measure)
    left join concealed('measure_party') as k on (k.id = y.id)
  where (not y.superseded);

create or replace view varde_shown.rule_case as
  select c.id, c.rule, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (k.id is null) then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from rule_case as c join varde_shown.rule as r on (r.id = c.rule)
    left join concealed('rule_case') as k on (k.id = c.id)
  where (not c.superseded);

create or replace view varde_shown.notice_case as
  select c.id, c.notice, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (k.id is null) then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from notice_case as c join varde_shown.notice as n on (n.id = c.notice)
    left join concealed('notice_case') as k on (k.id = c.id)
  where (not c.superseded);

create or replace view varde_shown.offering_case as
  select c.id, c.offering, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through,
    case when (k.id is null) then c.condition else '…' end as condition, c.is_end_unstated, c.wish
  from offering_case as c join varde_shown.offering as o on (o.id = c.offering)
    left join concealed('offering_case') as k on (k.id = c.id)
  where (not c.superseded);

-- A side of an entry for the public: what is hidden now, or was on either side, is not told.
create function shown_side(
  target text, content jsonb, is_desk boolean, hidden text[], unsaid text[], secret secret)
returns jsonb language sql immutable security definer set search_path = varde, pg_temp as $$
  select jsonb_object_agg(e.key, case
      when ((target in ('designation', 'remit')) and (e.key = 'holder')) then 'null'
      when (is_desk and (e.key in ('person', 'written', 'canonical', 'label', 'warning')))
        then 'null'
      when ((target = 'absence') and (e.key = 'reason')) then 'null'
      when (e.key = any (unsaid)) then 'null'
      when (jsonb_typeof(e.value) not in ('string', 'array')) then e.value
      when ((e.value #>> '{}') = any (hidden)) then 'null'
      when (tells(e.value #>> '{}', secret)) then 'null'
      else e.value
    end)
  from jsonb_each(content) as e
$$;

-- What erasing leaves behind: digests that know the erased again, and the columns that once told
-- of them. The salt is the registry's: without the database nobody can try names against them.
create table erasure (
  is_only boolean not null default true,
  salt uuid not null default gen_random_uuid(),
  constraint erasure_pkey primary key (is_only),
  constraint erasure_only_one check (is_only)
);
comment on constraint erasure_only_one on erasure is 'There is one salt of erasures.';
insert into erasure default values;
create table erased (
  digest text not null,
  constraint erased_pkey primary key (digest)
);
create table unsaid (
  table_name text not null,
  row_id uuid not null,
  column_name text not null,
  generation bigint not null,
  constraint unsaid_pkey primary key (table_name, row_id, column_name)
);
select guard('erasure'), guard('erased'), guard('unsaid');
select describe_constraints('erasure'), describe_constraints('erased'),
  describe_constraints('unsaid');

create function erased_mark(variadic parts text[]) returns text
language sql stable security definer set search_path = varde, pg_temp as $$
  select salted_digest(e.salt::text, array_to_string(parts, chr(30))) from erasure as e
$$;

create function is_marked(variadic parts text[]) returns boolean
language sql stable security definer set search_path = varde, pg_temp as $$
  select exists (select 1 from erased as e where (e.digest = erased_mark(variadic parts)))
$$;

create function nobody_is_erased() returns boolean
language sql stable security definer set search_path = varde, pg_temp as $$
  select not exists (select 1 from erased)
$$;

create or replace function create_incoming() returns void
language plpgsql set search_path = varde, pg_temp as $$
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
  -- What erases works as the owner, and looks there for the files of what is being loaded.
  execute format('grant select on incoming_owner to %I', (select pg_get_userbyid(c.relowner)
    from pg_class as c where (c.oid = 'varde.generation'::regclass)));
end $$;

-- The seed files that say a row, those of a load under way too.
create function files_of(target text, row_id uuid) returns setof text
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  return query select r.seed from seed_row as r
    where ((r.table_name = target) and (r.row_id = files_of.row_id));
  if (to_regclass('pg_temp.incoming_owner') is not null) then
    return query execute 'select i.seed from pg_temp.incoming_owner as i '
      'where ((i.table_name = $1) and (i.row_id = $2))' using target, files_of.row_id;
  end if;
end $$;

-- Whether a person of this name was erased in a file that says this one.
create function was_erased(person uuid, name text) returns boolean
language plpgsql stable set search_path = varde, pg_temp as $$
begin
  if ((name is null) or nobody_is_erased() or (not is_marked('name', same_name(name)))) then
    return false;
  end if;
  return exists (select 1 from files_of('person', person) as f
    where (is_marked('file', f, same_name(name))));
end $$;

-- The salt goes last: history still needs it for what it holds of the names.
create function forget(person uuid) returns void
language sql set search_path = varde, pg_temp as $$
  update person_detail as d set name = null where (d.id = forget.person);
  update name as n set text = ''
  where ((n.subject_kind = 'person') and (n.subject = forget.person));
  update varde.person as p set key = 'erased-' || p.id::text, salt = null
  where ((p.id = forget.person) and (p.salt is not null));
$$;

-- An erased person is not written back by a file that still has the name, however it spells it.
create or replace function keep_erased() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if ((tg_table_name = 'person') and is_erased(new.id)) then
    new.key := 'erased-' || new.id::text;
    new.salt := null;
  end if;
  if (tg_table_name = 'person_detail') then
    -- The salt of a person found again goes at the end of the load, where history needs it so long.
    if (is_erased(new.id)) then
      new.name := null;
    elsif (was_erased(new.id, new.name)) then
      new.name := null;
      if (not exists (select 1 from person_detail as d where (d.id = new.id))) then
        perform forget(new.id);
      end if;
    end if;
  end if;
  return new;
end $$;

-- Whether a number is the erased holder's of its seat; a successor's never is.
create function is_erased_number(item channel) returns boolean
language plpgsql set search_path = varde, pg_temp as $$
declare
  number text := same_number(item.kind, coalesce(item.canonical, item.written));
  holder uuid;
  called text;
begin
  if (item.owner_kind <> 'designation') then
    return false;
  end if;
  select d.person, n.name into holder, called
  from designation as d left join person_detail as n on (n.id = d.person)
  where (d.id = item.owner);
  if (holder is null) then
    -- A seat that stands empty does not bring the number back that its file had of the erased.
    return (not nobody_is_erased()) and exists (
      select f from files_of('designation', item.owner) as f
      where (is_marked('number', f, number))
      union all
      select f from files_of('channel', item.id) as f where (is_marked('number', f, number)));
  elsif (is_erased(holder)) then
    return (item.visibility = 'desk') or is_marked('holder', holder::text, number)
      or exists (select 1 from files_of('person', holder) as f
        where (is_marked('number', f, number)))
      or exists (select 1 from channel as c where ((c.id = item.id) and (c.salt is null)));
  elsif (nobody_is_erased() or (not is_marked('both', same_name(called), number))) then
    return false;
  end if;
  -- The same name with the same number is the same person, whoever writes it.
  perform forget(holder);
  return (item.visibility = 'desk') or is_marked('private', same_name(called), number);
end $$;

create or replace function keep_erased_channel() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if (((new.written = '') and (new.salt is null)) or is_erased_number(new)) then
    new.written := '';
    new.canonical := null;
    new.label := null;
    new.warning := null;
    new.is_usable := false;
    new.salt := null;
  elsif (new.salt is null) then
    -- What was blank for a holder before is written for who sits there now.
    new.salt := gen_random_uuid();
  end if;
  return new;
end $$;

alter table history add column emptied bytea;
comment on column history.emptied is
  'SHA-256 over the digest and what is left, when values were emptied at an erasing.';

create function is_only_emptied(earlier jsonb, later jsonb) returns boolean
language sql immutable set search_path = varde, pg_temp as $$
  select ((earlier is null) = (later is null)) and not exists (
    select 1 from jsonb_each(earlier) as e full join jsonb_each(later) as l on (l.key = e.key)
    where ((e.value is distinct from l.value)
      and ((e.key is null) or (l.value is distinct from to_jsonb('erased'::text)))))
$$;

-- An entry may lose values to an erasing; nothing else of it changes, and it shows.
create function refuse_rewriting() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  if ((to_jsonb(new) - 'before' - 'after') is distinct from (to_jsonb(old) - 'before' - 'after')
    or (not is_only_emptied(old.before, new.before))
    or (not is_only_emptied(old.after, new.after)))
  then
    raise exception 'What history holds is never changed.'
      using errcode = 'VA002', table = tg_table_name;
  end if;
  new.emptied := sha256(new.digest
    || convert_to(jsonb_build_array(new.before, new.after)::text, 'UTF8'));
  return new;
end $$;
drop trigger refuse_change on history;
create trigger refuse_change before update on history
  for each row execute function refuse_rewriting();

create function emptied(content jsonb, column_name text) returns jsonb
language sql immutable set search_path = varde, pg_temp as $$
  select case when ((content -> column_name) in ('null', '""')) or (not (content ? column_name))
    then content else content || jsonb_build_object(column_name, 'erased') end
$$;

-- Empties what a column of a row said up to a generation, but not what the row still says.
create function empty_history(target text, id uuid, column_name text, latest bigint)
returns void
language sql security definer set search_path = varde, pg_temp as $$
  with entry as (
    select h.sequence,
      case when (coalesce(lag(h.generation) over earlier, h.generation) <= latest)
        then emptied(h.before, column_name) else h.before end as before,
      case when ((h.sequence < max(h.sequence) over ()) and (h.generation <= latest))
        then emptied(h.after, column_name) else h.after end as after
    from history as h where ((h.table_name = target) and (h.row_id = empty_history.id))
    window earlier as (order by h.sequence)
  )
  update history as h set before = e.before, after = e.after
  from entry as e
  where ((h.sequence = e.sequence)
    and ((h.before is distinct from e.before) or (h.after is distinct from e.after)))
$$;

create or replace function history_faults() returns table (sequence bigint, sentence text)
language plpgsql set search_path = varde, pg_temp as $$
declare
  target text;
begin
  return query
    select e.sequence, 'The digest of this entry does not follow from what stands before it.'
    from (
      select h.*, lag(h.digest) over (order by h.sequence) as previous from history as h) as e
    where (case when (e.emptied is null)
      then e.digest <> chained_digest(e.previous, jsonb_build_array(
        e.generation, e.change_set, e.table_name, e.row_id, e.subject, e.before, e.after, e.actor,
        e.reason, extract(epoch from e.recorded_at)))
      else e.emptied <> sha256(e.digest
        || convert_to(jsonb_build_array(e.before, e.after)::text, 'UTF8')) end)
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

create or replace view varde_shown.history as
  select h.sequence, h.generation, h.change_set,
    case when (not tells(s.title, f.secret)) then s.title end as title, h.table_name, h.row_id,
    h.subject,
    shown_side(h.table_name, h.before, d.is_desk, f.hidden, d.unsaid, f.secret) as before,
    shown_side(h.table_name, h.after, d.is_desk, f.hidden, d.unsaid, f.secret) as after,
    case when (not tells(h.reason, f.secret)) then h.reason end as reason, h.recorded_at
  from history as h
    left join change_set as s on (s.id = h.change_set)
    cross join (
      select array(select x::text from hidden_ids(null) as x) as hidden, secrets() as secret
      offset 0) as f
    cross join lateral (
      select ('desk' in (h.before ->> 'visibility', h.after ->> 'visibility')) as is_desk,
        array(select u.column_name from unsaid as u where ((u.table_name = h.table_name)
          and (u.row_id = h.row_id) and (h.generation <= u.generation))) as unsaid) as d
  where ((h.table_name <> 'change_set')
    and (not (h.subject in (select x from hidden_ids(null) as x)))
    and (not (h.row_id in (select x from hidden_ids(null) as x)))
    and ((h.table_name <> 'citation')
      or (not (h.row_id in (select x from concealed_citations() as x)))));
drop function shown_row(text, jsonb);

-- Who a fact is about, by the key of the thing; a citation by that of its source.
create function whose(target text, content jsonb) returns text
language sql stable set search_path = varde, pg_temp as $$
  select case when (target = 'citation') then key_of('source', (content ->> 'source')::uuid)
    else split_part(label_of(target, content), ': ', 1) end
$$;

-- Empties words about somebody erased that no file says any more.
create function empty_withdrawn(target text, id uuid, column_name text) returns void
language plpgsql security definer set search_path = varde, pg_temp as $$
begin
  if ((column_name in ('key', 'url', 'written', 'canonical', 'number')) or (not exists (
      select 1 from seed_row as r where ((r.table_name = target) and (r.row_id = id))))
    or exists (select 1 from seed_row as r
      where ((r.table_name = target) and (r.row_id = id) and (not r.withdrawn)))) then
    return;
  end if;
  execute format('update varde.%1$I as t set %2$I = %3$L where ((t.id = $1) and (t.%2$I <> %3$L))',
    target, column_name,
    case when (column_name in ('conditions', 'responsible')) then '{…}' else '…' end) using id;
exception when integrity_constraint_violation then
  -- Two rows may not be alike even so: then this one stays as the report names it.
  return;
end $$;

-- Notes at the end of a load what the views leave out, and tells which sentences of what is shown
-- name a hidden person or number, and who has the name of a hidden person of another file.
create function keep_concealed()
returns table (table_name text, row_id uuid, column_name text, key text)
language plpgsql security definer set search_path = varde, pg_temp set jit = off as $$
declare
  target text;
  noted jsonb;
  telling jsonb;
  secret secret;
  hidden text[];
  item record;
begin
  perform forget(p.id) from person as p join person_detail as d on (d.id = p.id)
  where ((d.name is null) and (p.salt is not null));
  for item in select u.table_name, u.row_id, u.column_name, u.generation from unsaid as u loop
    perform empty_withdrawn(item.table_name, item.row_id, item.column_name);
    perform empty_history(item.table_name, item.row_id, item.column_name, item.generation);
  end loop;
  update concealment set generation = -1 where (generation <> -1);
  secret := secrets();
  select jsonb_build_object('alike', coalesce(jsonb_agg(a), '[]')) into noted
  from persons_alike() as a;
  foreach target in array seeded_tables() loop
    select jsonb_agg(jsonb_build_object('id', r.id, 'columns', to_jsonb(r.columns))) into telling
    from telling_rows(target, secret) as r;
    noted := noted || jsonb_strip_nulls(jsonb_build_object(target, telling));
  end loop;
  update concealment as c set marks = noted, generation = g.number
  from generation as g;
  update concealment as c set marks = c.marks || jsonb_build_object('rested',
    (select coalesce(jsonb_agg(x), '[]') from citations_hidden() as x));
  return query
    select distinct 'person_detail', o.id, 'name', p.key
    from varde_shown.person as p
      join person_detail as o on (o.id = p.id)
      join person_detail as d on (same_name(d.name) = same_name(o.name))
    where (d.id in (select x from hidden_ids('person') as x));
  hidden := array(select x::text from hidden_ids(null) as x
    union select x::text from concealed_citations() as x);
  foreach target in array array_remove(seeded_tables(), 'absence') loop
    continue when (not (noted ? target));
    return query execute format(
      'select %L, t.id, x, whose(%L, to_jsonb(t)) from concealed(%L) as k '
      'join varde.%I as t on (t.id = k.id) cross join lateral unnest(k.columns) as x '
      'where (not exists (select 1 from jsonb_each_text(to_jsonb(t)) as e '
      'where ((e.value = any ($1)) or ((e.key = ''subject_kind'') and (e.value = ''person'')))))',
      target, target, target, target) using hidden;
  end loop;
end $$;

-- The person, the same person in other spellings of the same files, and whoever has the same name
-- with the same number.
create function same_persons(person uuid) returns setof uuid
language sql stable security definer set search_path = varde, pg_temp as $$
  with named as (
    select d.id, same_name(d.name) as name from person_detail as d where (d.name is not null)
  ), numbered as (
    select d.person as id, same_number(c.kind, coalesce(c.canonical, c.written)) as number
    from designation as d join channel as c
      on ((c.owner_kind = 'designation') and (c.owner = d.id) and (c.written <> ''))
    where (d.person is not null)
  )
  select same_persons.person
  union
  select o.id from named as n join named as o on (o.name = n.name)
  where ((n.id = same_persons.person) and (
    exists (select 1 from seed_row as a join seed_row as b on (b.seed = a.seed)
      where ((a.table_name = 'person') and (a.row_id = n.id) and (b.table_name = 'person')
        and (b.row_id = o.id)))
    or exists (select 1 from numbered as a join numbered as b on (b.number = a.number)
      where ((a.id = n.id) and (b.id = o.id)))))
$$;

-- Remembers erased persons by digests: the name in its files, the name with each number, and on
-- whose seats each number of the desk's is no more to be told.
create function remember_erased(persons uuid[]) returns void
language sql security definer set search_path = varde, pg_temp as $$
  with called as (
    select d.id, same_name(d.name) as name from person_detail as d
    where ((d.id = any (persons)) and (d.name <> ''))
    union
    select n.subject, same_name(n.text) from name as n
    where ((n.subject_kind = 'person') and (n.subject = any (persons)) and (n.text <> ''))
  ), numbered as (
    select same_number(c.kind, coalesce(c.canonical, c.written)) as number,
      bool_or((c.visibility = 'desk') or (d.visibility = 'desk')) as is_private
    from designation as d join channel as c
      on ((c.owner_kind = 'designation') and (c.owner = d.id) and (c.written <> ''))
    where (d.person = any (persons))
    group by 1
  )
  insert into erased (digest)
  select distinct m.digest
  from (
    select erased_mark('name', c.name) as digest from called as c
    union all
    select erased_mark('file', f, c.name)
    from called as c cross join lateral files_of('person', c.id) as f
    union all
    select erased_mark('both', c.name, n.number) from called as c cross join numbered as n
    union all
    select erased_mark('private', c.name, n.number) from called as c cross join numbered as n
    where (n.is_private)
    union all
    select erased_mark('number', f, n.number)
    from numbered as n cross join unnest(persons) as p
      cross join lateral files_of('person', p) as f
    where (n.is_private)
    union all
    select erased_mark('holder', p::text, n.number)
    from unnest(persons) as p cross join numbered as n where (n.is_private)) as m
  on conflict (digest) do nothing
$$;

drop function erase_person(uuid);
-- Empties the name and the private numbers of a person, however they are spelled, and what history
-- told of them. The salt goes last: after it nobody can tell whose digest history holds, and the
-- digests themselves still stand. Told back: the words that still name the person, for somebody
-- to mend in the files that say them.
create function erase_person(person uuid)
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
    select distinct h.table_name, h.row_id, e.key
    from history as h
      cross join lateral (select * from jsonb_each(h.before)
        union all select * from jsonb_each(h.after)) as e
    where ((jsonb_typeof(e.value) in ('string', 'array'))
      and (e.key = any (worded_columns(h.table_name))) and tells(e.value #>> '{}', secret))
  loop
    insert into unsaid (table_name, row_id, column_name, generation)
    values (item.table_name, item.row_id, item.key, open_generation())
    on conflict on constraint unsaid_pkey do update set generation = excluded.generation;
    perform empty_history(item.table_name, item.row_id, item.key, open_generation());
  end loop;
  perform keep_concealed();
  return query select * from still_telling(secret);
end $$;

-- The names of persons with the numbers of theirs that the desk kept, as they may stand in words.
create function erased_secret(persons uuid[]) returns secret
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
      select name_phrases(c.text) from called as c
      union
      select ' ' || spelled(n.written, '') || ' ' from numbered as n
      where (n.kind not in ('phone', 'sms'))),
    array(
      select name_runs(c.text) from called as c
      union
      select same_number(n.kind, n.written) from numbered as n
      where ((n.kind in ('phone', 'sms')) and (length(same_number(n.kind, n.written)) >= 7))))
$$;

-- What is still written that tells a secret, with the seed files that say it.
create function still_telling(secret secret)
returns table (table_name text, row_id uuid, column_name text, key text, seeds text)
language plpgsql stable security definer set search_path = varde, pg_temp as $$
declare
  target text;
begin
  foreach target in array seeded_tables() loop
    return query execute format(
      'select %L, t.id, x, whose(%L, to_jsonb(t)), (select string_agg(distinct r.seed, '', '') '
      'from seed_row as r where ((r.table_name = %L) and (r.row_id = t.id) and (not r.withdrawn))) '
      'from telling_rows(%L, $1) as k join varde.%I as t on (t.id = k.id) '
      'cross join lateral unnest(k.columns) as x order by t.id, x',
      target, target, target, target, target) using secret;
  end loop;
  return query
    select 'change_set', s.id, x.name, s.id::text, null::text
    from change_set as s
      cross join lateral (values ('title', s.title), ('reason', s.reason)) as x (name, written)
    where (tells(x.written, secret));
end $$;

-- What a migration hides reaches the nodes that run.
do $$
begin
  if ((select g.number from generation as g) > 0) then
    perform open_change(null, 'varde migrate', 'What is hidden takes along what hangs on it.');
  end if;
  perform keep_concealed();
end $$;

do $$
begin
  execute format('grant select on varde_shown.namesake to %I, %I', editor_role(), reader_role());
  execute 'revoke execute on function keep_concealed(), erase_person(uuid), erased_mark(text[]), '
    'is_marked(text[]), empty_history(text, uuid, text, bigint), '
    'empty_withdrawn(text, uuid, text), '
    'same_persons(uuid), remember_erased(uuid[]), erased_secret(uuid[]), still_telling(secret), '
    'forget(uuid) from public';
  execute format('grant execute on function keep_concealed(), erase_person(uuid), '
    'is_marked(text[]), forget(uuid) to %I', editor_role());
end $$;
