-- name: absence.snapshot
-- purpose: all rows of absence for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.designation, t.valid, t.reason, t.citation
  from absence as t
  order by t.id
) to stdout
