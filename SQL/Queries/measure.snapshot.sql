-- name: measure.snapshot
-- purpose: all rows of measure for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.plan, t.position, t.number, t.title, t.text, t.status, t.fate,
    t.concerns, t.valid, t.citation
  from measure as t
  order by t.id
) to stdout
