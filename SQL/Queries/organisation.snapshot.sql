-- name: organisation.snapshot
-- purpose: all rows of organisation for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key
  from organisation as t
  order by t.id
) to stdout
