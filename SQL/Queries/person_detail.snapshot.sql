-- name: person_detail.snapshot
-- purpose: all rows of person detail for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.name
  from person_detail as t
  order by t.id
) to stdout
