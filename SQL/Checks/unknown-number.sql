-- name: unknown-number
-- purpose: designations, and organisations that rules name, without a usable channel
-- severity: warning
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
), reached as (
  select c.owner_kind, c.owner
  from today as t join channel as c on (c.valid @> t.day)
  where (c.is_usable)
), needed as (
  select 'designation' as subject_kind, d.id as subject, d.key,
    format('%s at %s', coalesce(f.text, u.key), coalesce(o.text, g.key)) as words
  from today as t
    join designation as d on (d.valid @> t.day)
    join function as u on (u.id = d.function)
    join organisation as g on (g.id = d.organisation)
    left join label as f on (f.subject = d.function)
    left join label as o on (o.subject = d.organisation)
  where ((d.holding <> 'vacant') and not exists (
    select 1 from reached as r where ((r.owner_kind = 'function') and (r.owner = d.function))))
  union
  select 'organisation', g.id, g.key, coalesce(o.text, g.key)
  from today as t
    join rule as r on (r.valid @> t.day)
    join rule_target as a on (a.rule = r.id)
    join organisation as g on (g.id = a.organisation)
    left join label as o on (o.subject = g.id)
)
select n.subject_kind, n.subject, format('%s has no usable channel.', n.words) as sentence
from needed as n
where (not exists (select 1 from reached as r
  where ((r.owner_kind = n.subject_kind) and (r.owner = n.subject))))
order by n.subject_kind, n.key, n.subject
