-- name: incoming_organisation_parent.receive
-- purpose: takes the rows of organisation parent of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation_parent (
  id, organisation, parent, valid, citation
) from stdin
