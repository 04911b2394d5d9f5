-- name: remit.snapshot
-- purpose: all rows of remit for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.designation, t.area, t.unit, t.unit_kind, t.concern, t.asker, t.severity,
    t.ages, t.extended_through, t.condition, t.is_end_unstated
  from remit as t
  order by t.id
) to stdout
