-- name: incoming_organisation_service.receive
-- purpose: takes the rows of organisation service of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation_service (
  id, organisation, area, unit, unit_kind, valid, citation
) from stdin
