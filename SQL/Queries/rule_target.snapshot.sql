-- name: rule_target.snapshot
-- purpose: all rows of rule target for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.rule, t.rung, t.door, t.target_kind, t.function, t.organisation,
    t.organisation_kind, t.offering, t.words, t.covers
  from rule_target as t
  order by t.id
) to stdout
