-- name: incoming_offering_case.receive
-- purpose: takes the rows of offering case of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_offering_case (
  id, offering, area, unit, unit_kind, concern, function, asker, severity, ages,
  extended_through, condition, is_end_unstated, wish
) from stdin
