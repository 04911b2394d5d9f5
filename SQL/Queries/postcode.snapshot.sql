-- name: postcode.snapshot
-- purpose: all rows of postcode for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.code, t.place, t.area, t.valid
  from postcode as t
  order by t.id
) to stdout
