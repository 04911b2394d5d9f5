-- name: area_code.snapshot
-- purpose: all rows of area code for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.area, t.scheme, t.code, t.valid
  from area_code as t
  order by t.id
) to stdout
