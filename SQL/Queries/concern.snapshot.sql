-- name: concern.snapshot
-- purpose: all rows of concern for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.parent, t.least_severity
  from concern as t
  order by t.id
) to stdout
