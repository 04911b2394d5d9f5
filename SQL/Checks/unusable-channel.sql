-- name: unusable-channel
-- purpose: channels that are kept as the source wrote them and never dialled
-- severity: warning
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
)
select 'channel' as subject_kind, c.id as subject,
  format('%s «%s» cannot be used as written.', c.kind, c.written) as sentence
from today as t join channel as c on (c.valid @> t.day)
where ((not c.is_usable) and (c.visibility = 'public'))
order by c.key, c.id
