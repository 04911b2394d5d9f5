-- name: unconfirmed
-- purpose: facts of which no confirmation holds: each is believed for 365 days (Confirmation)
-- severity: notice
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
), fact as (
  select 'designation' as subject_kind, d.id as subject, d.key, d.confirmed_on, d.valid
  from designation as d
  union all
  select 'channel', c.id, c.key, c.confirmed_on, c.valid from channel as c
  union all
  select 'offering', o.id, o.key, o.confirmed_on, o.valid from offering as o
)
select f.subject_kind, f.subject, case
    when (f.confirmed_on is null) then format('%s %s was never confirmed.', f.subject_kind, f.key)
    else format('%s %s was last confirmed on %s.', f.subject_kind, f.key, f.confirmed_on)
  end as sentence
from today as t join fact as f on (f.valid @> t.day)
where ((f.confirmed_on is null) or (f.confirmed_on <= t.day - 365))
order by f.subject_kind, f.key, f.subject
