-- name: reading_matter.snapshot
-- purpose: all rows of reading matter for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.plan, t.kind, t.heading, t.position, t.text, t.valid, t.citation
  from reading_matter as t
  order by t.id
) to stdout
