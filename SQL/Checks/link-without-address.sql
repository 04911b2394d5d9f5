-- name: link-without-address
-- purpose: links that a source gives without an address that works
-- severity: notice
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select l.subject_kind, l.subject,
  format('The link «%s» has no usable address.', l.text) as sentence
from today as t join link as l on (l.valid @> t.day)
where ((l.url is null) or (not l.is_usable))
order by l.subject_kind, l.subject, l.position, l.id
