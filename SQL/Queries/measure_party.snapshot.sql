-- name: measure_party.snapshot
-- purpose: all rows of measure party for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.measure, t.position, t.text, t.organisation, t.function
  from measure_party as t
  order by t.id
) to stdout
