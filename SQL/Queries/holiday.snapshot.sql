-- name: holiday.snapshot
-- purpose: all rows of holiday for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.day, t.name
  from holiday as t
  order by t.id
) to stdout
