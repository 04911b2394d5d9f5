-- name: offering.snapshot
-- purpose: all rows of offering for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.provider, t.text, t.conditions, t.valid, t.confirmed_on, t.citation
  from offering as t
  order by t.id
) to stdout
