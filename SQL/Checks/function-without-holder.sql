-- name: function-without-holder
-- purpose: functions that rules name and no organisation has
-- severity: warning
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select distinct 'function' as subject_kind, f.id as subject,
  format('Rules name %s, and nobody holds it.', coalesce(l.text, f.key)) as sentence
from today as t
  join rule as r on (r.valid @> t.day)
  join rule_target as a on (a.rule = r.id)
  join function as f on (f.id = a.function)
  left join label as l on (l.subject = f.id)
where (not exists (select 1 from designation as d
  where ((d.function = f.id) and (d.valid @> t.day))))
order by sentence, subject
