-- name: offering_case.snapshot
-- purpose: all rows of offering case for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.offering, t.area, t.unit, t.unit_kind, t.concern, t.function, t.asker,
    t.severity, t.ages, t.extended_through, t.condition, t.is_end_unstated, t.wish
  from offering_case as t
  order by t.id
) to stdout
