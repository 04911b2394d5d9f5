-- name: shown
-- purpose: every table as the public may see it: the columns of the snapshot, hidden ones null
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The second lock behind the views: views run as their owner, and forced row security lets the
-- owner see hidden persons only for those who may.
do $$
begin
  execute format('create function may_see_hidden() returns boolean language sql stable as %L',
    format('select current_user in (%L, %L)', current_user, editor_role()));
end $$;

drop policy owner_keeps on person;
create policy owner_keeps on person to current_user
  using ((visibility = 'public') or may_see_hidden()) with check (may_see_hidden());
drop policy owner_keeps on person_detail;
create policy owner_keeps on person_detail to current_user
  using (may_see_hidden() or exists (
    select 1 from person as p where ((p.id = person_detail.id) and (p.visibility = 'public'))))
  with check (may_see_hidden());
drop policy owner_keeps on name;
create policy owner_keeps on name to current_user
  using ((subject_kind <> 'person') or may_see_hidden() or exists (
    select 1 from person as p where ((p.id = name.subject) and (p.visibility = 'public'))))
  with check (may_see_hidden());

-- Runs as its owner, since the reader may not look at the table itself.
create function is_hidden(kind text, id uuid) returns boolean
language sql stable security definer as $$
  select (kind = 'person') and exists (
    select 1 from varde.person as p where ((p.id = is_hidden.id) and (p.visibility <> 'public')))
$$;

create view varde_shown.source as
  select s.id, s.key, s.title, s.publisher, s.version, s.day, s.licence, s.url
  from source as s;

create view varde_shown.citation as
  select c.id, c.source, c.section, c.quote
  from citation as c;

create view varde_shown.doubt as
  select d.id, d.subject_kind, d.subject, d.reason, d.citation
  from doubt as d
  where ((not d.superseded)
    and ((d.subject_kind <> 'person') or (not is_hidden('person', d.subject))));

create view varde_shown.link as
  select l.id, l.subject_kind, l.subject, l.position, l.text, l.url, l.is_usable, l.valid,
    l.citation
  from link as l
  where ((not isempty(l.valid))
    and ((l.subject_kind <> 'person') or (not is_hidden('person', l.subject))));

create view varde_shown.name as
  select n.id, n.subject_kind, n.subject, n.language, n.kind, n.text, n.plan, n.valid, n.citation
  from name as n
  where ((not isempty(n.valid)) and (n.text <> '')
    and ((n.subject_kind <> 'person') or (not is_hidden('person', n.subject))));

create view varde_shown.area_kind as
  select k.id, k.key, k.rank
  from area_kind as k
  where (k.id <> root());

create view varde_shown.area as
  select a.id, a.key, a.kind, a.valid
  from area as a
  where ((a.id <> root()) and (not isempty(a.valid)));

create view varde_shown.area_code as
  select c.id, c.area, c.scheme, c.code, c.valid
  from area_code as c join varde_shown.area as a on (a.id = c.area)
  where (not isempty(c.valid));

create view varde_shown.area_parent as
  select p.id, p.area, p.parent, p.valid
  from area_parent as p
    join varde_shown.area as a on (a.id = p.area)
    join varde_shown.area as o on (o.id = p.parent)
  where (not isempty(p.valid));

create view varde_shown.area_succession as
  select s.id, s.area, s.successor, s.weight, s.day
  from area_succession as s
    join varde_shown.area as a on (a.id = s.area)
    join varde_shown.area as o on (o.id = s.successor)
  where (not s.superseded);

create view varde_shown.postcode as
  select p.id, p.code, p.place, p.area, p.valid
  from postcode as p join varde_shown.area as a on (a.id = p.area)
  where (not isempty(p.valid));

create view varde_shown.holiday as
  select h.id, h.day, h.name
  from holiday as h
  where (not h.superseded);

create view varde_shown.organisation_kind as
  select k.id, k.key, k.parent
  from organisation_kind as k
  where (k.id <> root());

create view varde_shown.organisation as
  select o.id, o.key
  from organisation as o
  where (o.id <> root());

create view varde_shown.organisation_form as
  select f.id, f.organisation, f.kind, f.orgnr, f.location, f.valid, f.citation
  from organisation_form as f
  where (not isempty(f.valid));

create view varde_shown.organisation_parent as
  select p.id, p.organisation, p.parent, p.valid, p.citation
  from organisation_parent as p
  where (not isempty(p.valid));

create view varde_shown.organisation_service as
  select s.id, s.organisation, s.area, s.unit, s.unit_kind, s.valid, s.citation
  from organisation_service as s
  where (not isempty(s.valid));

create view varde_shown.organisation_member as
  select m.id, m.organisation, m.position, m.text, m.member, m.function, m.valid, m.citation
  from organisation_member as m
  where (not isempty(m.valid));

create view varde_shown.function as
  select f.id, f.key
  from function as f
  where (f.id <> root());

create view varde_shown.concern as
  select c.id, c.key, c.parent, c.least_severity
  from concern as c
  where (c.id <> root());

-- A hidden person is not in the public registry at all; the seat is, without its holder.
create view varde_shown.person as
  select p.id, p.key, p.visibility
  from person as p
  where (p.visibility = 'public');

create view varde_shown.person_detail as
  select d.id, d.name
  from person_detail as d join varde_shown.person as p on (p.id = d.id)
  where (d.name is not null);

create view varde_shown.designation as
  select d.id, d.key, d.function, d.organisation, d.seat, d.position, d.holding,
    case when ((d.visibility = 'public') and (not is_hidden('person', d.person)))
      then d.person
    end as person,
    d.visibility, d.valid, d.confirmed_on, d.citation
  from designation as d
  where (not isempty(d.valid));

create view varde_shown.remit as
  select r.id, r.designation, r.area, r.unit, r.unit_kind, r.concern, r.asker, r.severity,
    r.ages, r.extended_through, r.condition, r.is_end_unstated
  from remit as r
  where ((not r.superseded) and (not isempty(r.valid)));

create view varde_shown.absence as
  select a.id, a.designation, a.valid, a.reason, a.citation
  from absence as a join varde_shown.designation as d on (d.id = a.designation)
  where (not isempty(a.valid));

create view varde_shown.channel as
  select c.id, c.key, c.owner_kind, c.owner, c.position, c.kind,
    case when (c.visibility = 'public') then c.written else '' end as written,
    case when (c.visibility = 'public') then c.canonical end as canonical,
    ((c.visibility = 'public') and c.is_usable) as is_usable,
    case when (c.visibility = 'public') then c.label end as label,
    c.audience, c.hours, c.via_organisation, c.via_designation,
    case when (c.visibility = 'public') then c.warning end as warning,
    c.visibility, c.valid, c.confirmed_on, c.citation
  from channel as c
  where (not isempty(c.valid));

create view varde_shown.opening as
  select o.id, o.channel, o.weekdays, o.from_minute, o.until_minute, o.holidays
  from opening as o join varde_shown.channel as c on (c.id = o.channel)
  where (not o.superseded);

create view varde_shown.plan as
  select p.id, p.key, p.level, p.owner, p.area, p.source, p.title, p.version, p.day, p.period,
    p.valid, p.follows
  from plan as p
  where (not isempty(p.valid));

create view varde_shown.severity_word as
  select w.id, w.plan, w.word, w.severity
  from severity_word as w join varde_shown.plan as p on (p.id = w.plan)
  where (not w.superseded);

create view varde_shown.rule as
  select r.id, r.key, r.plan, r.tier, r.text, r.valid, r.citation
  from rule as r join varde_shown.plan as p on (p.id = r.plan)
  where (not isempty(r.valid));

create view varde_shown.offering as
  select o.id, o.key, o.provider, o.text, o.conditions, o.valid, o.confirmed_on, o.citation
  from offering as o
  where (not isempty(o.valid));

create view varde_shown.rule_target as
  select t.id, t.rule, t.rung, t.door, t.target_kind, t.function, t.organisation,
    t.organisation_kind, t.offering, t.words, t.covers
  from rule_target as t join varde_shown.rule as r on (r.id = t.rule)
  where (not t.superseded);

create view varde_shown.step as
  select s.id, s.plan, s.position, s.number, s.title, s.text, s.responsible, s.severities,
    s.askers, s.valid, s.citation
  from step as s join varde_shown.plan as p on (p.id = s.plan)
  where (not isempty(s.valid));

create view varde_shown.notice as
  select n.id, n.key, n.plan, n.kind, n.about_kind, n.about, n.text, n.valid, n.citation
  from notice as n join varde_shown.plan as p on (p.id = n.plan)
  where (not isempty(n.valid));

create view varde_shown.reading_matter as
  select m.id, m.plan, m.kind, m.heading, m.position, m.text, m.valid, m.citation
  from reading_matter as m join varde_shown.plan as p on (p.id = m.plan)
  where (not isempty(m.valid));

create view varde_shown.measure as
  select m.id, m.key, m.plan, m.position, m.number, m.title, m.text, m.status, m.fate, m.concerns,
    m.valid, m.citation
  from measure as m join varde_shown.plan as p on (p.id = m.plan)
  where (not isempty(m.valid));

create view varde_shown.measure_party as
  select y.id, y.measure, y.position, y.text, y.organisation, y.function
  from measure_party as y join varde_shown.measure as m on (m.id = y.measure)
  where (not y.superseded);

create view varde_shown.measure_merge as
  select g.id, g.measure, g.merged_into
  from measure_merge as g
    join varde_shown.measure as m on (m.id = g.measure)
    join varde_shown.measure as o on (o.id = g.merged_into)
  where (not g.superseded);

create view varde_shown.rule_case as
  select c.id, c.rule, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through, c.condition, c.is_end_unstated, c.wish
  from rule_case as c join varde_shown.rule as r on (r.id = c.rule)
  where (not c.superseded);

create view varde_shown.notice_case as
  select c.id, c.notice, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through, c.condition, c.is_end_unstated, c.wish
  from notice_case as c join varde_shown.notice as n on (n.id = c.notice)
  where (not c.superseded);

create view varde_shown.offering_case as
  select c.id, c.offering, c.area, c.unit, c.unit_kind, c.concern, c.function, c.asker, c.severity,
    c.ages, c.extended_through, c.condition, c.is_end_unstated, c.wish
  from offering_case as c join varde_shown.offering as o on (o.id = c.offering)
  where (not c.superseded);

-- What to call a thing in a sentence: its official name, newest and Norwegian bokmål first.
create view varde_shown.label as
  select distinct on (n.subject) n.subject, n.text
  from varde_shown.name as n
  where ((n.kind = 'official') and (n.plan is null))
  order by n.subject, (n.language = 'nb') desc, upper(n.valid) desc nulls first,
    lower(n.valid) desc nulls last, n.id;

create view varde_shown.generation as
  select g.number from generation as g;

create view varde_shown.schema_migration as
  select m.number, m.name, m.sha256, m.oldest_reading_program, m.applied_at
  from schema_migration as m;

-- History for the public: holders of hidden seats and the names of editors are left out.
create function shown_row(target text, content jsonb) returns jsonb
language sql stable security definer as $$
  select case
    when ((target = 'designation') and ((content ->> 'visibility' <> 'public')
      or varde.is_hidden('person', (content ->> 'person')::uuid)))
      then content - 'person' - 'holder'
    when (target = 'remit') then content - 'holder'
    else content
  end
$$;
create view varde_shown.history as
  select h.sequence, h.generation, h.change_set, s.title, h.table_name, h.row_id, h.subject,
    shown_row(h.table_name, h.before) as before, shown_row(h.table_name, h.after) as after,
    h.reason, h.recorded_at
  from history as h left join change_set as s on (s.id = h.change_set)
  where ((h.table_name <> 'change_set')
    and (not (is_hidden('person', h.subject) or is_hidden('person', h.row_id))));

do $$
begin
  execute format('grant select on all tables in schema varde_shown to %I, %I',
    editor_role(), reader_role());
end $$;
