-- name: incoming_notice_case.receive
-- purpose: takes the rows of notice case of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_notice_case (
  id, notice, area, unit, unit_kind, concern, function, asker, severity, ages, extended_through,
  condition, is_end_unstated, wish
) from stdin
