-- name: incoming_designation.receive
-- purpose: takes the rows of designation of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_designation (
  id, key, function, organisation, seat, position, holding, person, visibility, valid,
  confirmed_on, citation
) from stdin
