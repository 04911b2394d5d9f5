-- name: organisation_service.snapshot
-- purpose: all rows of organisation service for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.organisation, t.area, t.unit, t.unit_kind, t.valid, t.citation
  from organisation_service as t
  order by t.id
) to stdout
