-- name: names-what-is-missing
-- purpose: facts that name something the registry does not show, and that are left out for it
-- severity: warning
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
), teller as (
  select 'rule' as subject_kind, r.id as subject, r.key, r.valid from rule as r
  union all
  select 'designation', d.id, d.key, d.valid from designation as d
  union all
  select 'notice', n.id, n.key, n.valid from notice as n
  union all
  select 'offering', o.id, o.key, o.valid from offering as o
  union all
  select 'plan', p.id, p.key, p.valid from plan as p
  union all
  select 'channel', c.id, c.key, c.valid from channel as c
), told as (
  select 'rule' as subject_kind, c.rule as subject, 'condition' as part, c.area, c.unit,
    c.unit_kind,
    c.concern, c.function, null::uuid as offering, null::uuid as designation
  from rule_case as c
  union all
  select 'rule', t.rule, 'target', null, t.organisation, t.organisation_kind, null, t.function,
    t.offering, null
  from rule_target as t
  union all
  select 'designation', r.designation, 'remit', r.area, r.unit, r.unit_kind, r.concern, null, null,
    null
  from remit as r
  union all
  select 'designation', d.id, 'seat', null, d.organisation, null, null, d.function, null, null
  from designation as d
  union all
  select 'notice', c.notice, 'condition', c.area, c.unit, c.unit_kind, c.concern, c.function, null,
    null
  from notice_case as c
  union all
  select 'offering', c.offering, 'condition', c.area, c.unit, c.unit_kind, c.concern, c.function,
    null, null
  from offering_case as c
  union all
  select 'offering', o.id, 'provider', null, o.provider, null, null, null, null, null
  from offering as o
  union all
  select 'plan', p.id, 'plan', p.area, p.owner, null, null, null, null, null from plan as p
  union all
  select 'channel', c.id, 'channel', null, c.via_organisation, null, null, null, null,
    c.via_designation
  from channel as c
), named as (
  select t.subject_kind, t.subject, t.key, m.part, n.word, n.id
  from today as y join teller as t on (upper_inf(t.valid) or (upper(t.valid) > y.day))
    join told as m on ((m.subject_kind = t.subject_kind) and (m.subject = t.subject))
    cross join lateral (values ('area', m.area), ('organisation', m.unit),
      ('organisation kind', m.unit_kind), ('concern', m.concern), ('function', m.function),
      ('offering', m.offering), ('designation', m.designation)) as n (word, id)
  union all
  select 'organisation', s.organisation, o.key, 'service', n.word, n.id
  from today as y join organisation_service as s
      on (upper_inf(s.valid) or (upper(s.valid) > y.day))
    join organisation as o on (o.id = s.organisation)
    cross join lateral (values ('area', s.area), ('organisation', s.unit),
      ('organisation kind', s.unit_kind)) as n (word, id)
), shown as (
  select a.id from area as a
  union all
  select o.id from organisation as o
  union all
  select k.id from organisation_kind as k
  union all
  select c.id from concern as c
  union all
  select f.id from function as f
  union all
  select o.id from offering as o
  union all
  select d.id from designation as d
)
select n.subject_kind, n.subject, format('The %s of the %s %s names the %s %s, which is not shown: '
    'it is left out.', n.part, n.subject_kind, n.key, n.word, coalesce((
      select h.after ->> 'key' from history as h
      where (h.row_id = n.id) order by h.sequence desc limit 1), n.id::text)) as sentence
from named as n
where ((n.id is not null) and (n.id <> '00000000-0000-0000-0000-000000000000'::uuid)
  and (not exists (select 1 from shown as s where (s.id = n.id))))
order by n.subject_kind, n.key, n.subject, n.part, n.word, n.id
