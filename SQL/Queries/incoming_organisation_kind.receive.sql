-- name: incoming_organisation_kind.receive
-- purpose: takes the rows of organisation kind of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation_kind (
  id, key, parent
) from stdin
