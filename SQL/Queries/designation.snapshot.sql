-- name: designation.snapshot
-- purpose: all rows of designation for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.function, t.organisation, t.seat, t.position, t.holding, t.person,
    t.visibility, t.valid, t.confirmed_on, t.citation
  from designation as t
  order by t.id
) to stdout
