-- name: incoming_remit.receive
-- purpose: takes the rows of remit of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_remit (
  id, designation, area, unit, unit_kind, concern, asker, severity, ages, extended_through,
  condition, is_end_unstated
) from stdin
