-- name: organisation_parent.snapshot
-- purpose: all rows of organisation parent for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.organisation, t.parent, t.valid, t.citation
  from organisation_parent as t
  order by t.id
) to stdout
