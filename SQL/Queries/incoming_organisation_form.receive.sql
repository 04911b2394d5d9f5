-- name: incoming_organisation_form.receive
-- purpose: takes the rows of organisation form of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation_form (
  id, organisation, kind, orgnr, location, valid, citation
) from stdin
