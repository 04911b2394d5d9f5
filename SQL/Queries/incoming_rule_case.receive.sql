-- name: incoming_rule_case.receive
-- purpose: takes the rows of rule case of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_rule_case (
  id, rule, area, unit, unit_kind, concern, function, asker, severity, ages, extended_through,
  condition, is_end_unstated, wish
) from stdin
