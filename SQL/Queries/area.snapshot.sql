-- name: area.snapshot
-- purpose: all rows of area for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.kind, t.valid
  from area as t
  order by t.id
) to stdout
