-- name: plan.snapshot
-- purpose: all rows of plan for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.level, t.owner, t.area, t.source, t.title, t.version, t.day, t.period,
    t.valid, t.follows
  from plan as t
  order by t.id
) to stdout
