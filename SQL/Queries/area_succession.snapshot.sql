-- name: area_succession.snapshot
-- purpose: all rows of area succession for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.area, t.successor, t.weight, t.day
  from area_succession as t
  order by t.id
) to stdout
