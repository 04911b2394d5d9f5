-- name: incoming_person_detail.receive
-- purpose: takes the rows of person detail of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_person_detail (
  id, name
) from stdin
