-- name: person.snapshot
-- purpose: all rows of person for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.visibility
  from person as t
  order by t.id
) to stdout
