-- name: measure_merge.snapshot
-- purpose: all rows of measure merge for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.measure, t.merged_into
  from measure_merge as t
  order by t.id
) to stdout
