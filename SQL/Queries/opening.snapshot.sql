-- name: opening.snapshot
-- purpose: all rows of opening for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.channel, t.weekdays, t.from_minute, t.until_minute, t.holidays
  from opening as t
  order by t.id
) to stdout
