-- name: doubt
-- purpose: facts that a source or the registry states a reason to doubt
-- severity: warning
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select d.subject_kind, d.subject, d.reason as sentence
from doubt as d
order by d.subject_kind, d.subject, d.id
