-- name: incoming_organisation.receive
-- purpose: takes the rows of organisation of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation (
  id, key
) from stdin
