-- name: period-over
-- purpose: plans that still speak after the period that they state for themselves
-- severity: notice
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select 'plan' as subject_kind, p.id as subject,
  format('The period of «%s» ended before %s.', p.title, upper(p.period)) as sentence
from today as t join plan as p on (p.valid @> t.day)
where (upper(p.period) <= t.day)
order by p.key, p.id
