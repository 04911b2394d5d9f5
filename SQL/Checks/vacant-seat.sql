-- name: vacant-seat
-- purpose: seats that the source names and nobody holds
-- severity: notice
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select 'designation' as subject_kind, d.id as subject,
  format('%s at %s is vacant.', coalesce(f.text, u.key), coalesce(o.text, g.key)) as sentence
from today as t
  join designation as d on (d.valid @> t.day)
  join function as u on (u.id = d.function)
  join organisation as g on (g.id = d.organisation)
  left join label as f on (f.subject = d.function)
  left join label as o on (o.subject = d.organisation)
where (d.holding = 'vacant')
order by d.key, d.id
