-- name: function.snapshot
-- purpose: all rows of function for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key
  from function as t
  order by t.id
) to stdout
