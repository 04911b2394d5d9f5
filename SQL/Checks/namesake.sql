-- name: namesake
-- purpose: persons of one name in several files: one person, or several, is for somebody to say
-- severity: notice
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select distinct 'person' as subject_kind, n.id as subject,
  format('%s has the name of another person of another file.', d.name) as sentence
from namesake as n join person_detail as d on (d.id = n.id)
order by sentence, subject
