-- name: incoming_postcode.receive
-- purpose: takes the rows of postcode of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_postcode (
  id, code, place, area, valid
) from stdin
