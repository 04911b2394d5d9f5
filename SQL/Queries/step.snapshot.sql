-- name: step.snapshot
-- purpose: all rows of step for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.plan, t.position, t.number, t.title, t.text, t.responsible, t.severities,
    t.askers, t.valid, t.citation
  from step as t
  order by t.id
) to stdout
