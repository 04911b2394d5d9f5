-- name: incoming_rule_target.receive
-- purpose: takes the rows of rule target of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_rule_target (
  id, rule, rung, door, target_kind, function, organisation, organisation_kind, offering, words,
  covers
) from stdin
