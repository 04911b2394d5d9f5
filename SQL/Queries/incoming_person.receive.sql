-- name: incoming_person.receive
-- purpose: takes the rows of person of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_person (
  id, key, visibility
) from stdin
