-- name: incoming_rule.receive
-- purpose: takes the rows of rule of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_rule (
  id, key, plan, tier, text, valid, citation
) from stdin
