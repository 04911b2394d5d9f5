-- name: citation.snapshot
-- purpose: all rows of citation for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.source, t.section, t.quote
  from citation as t
  order by t.id
) to stdout
