-- name: area_parent.snapshot
-- purpose: all rows of area parent for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.area, t.parent, t.valid
  from area_parent as t
  order by t.id
) to stdout
