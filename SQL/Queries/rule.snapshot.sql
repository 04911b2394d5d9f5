-- name: rule.snapshot
-- purpose: all rows of rule for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.plan, t.tier, t.text, t.valid, t.citation
  from rule as t
  order by t.id
) to stdout
