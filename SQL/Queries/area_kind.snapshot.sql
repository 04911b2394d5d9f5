-- name: area_kind.snapshot
-- purpose: all rows of area kind for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.rank
  from area_kind as t
  order by t.id
) to stdout
