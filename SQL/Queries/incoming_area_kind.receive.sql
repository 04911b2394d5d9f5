-- name: incoming_area_kind.receive
-- purpose: takes the rows of area kind of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_area_kind (
  id, key, rank
) from stdin
