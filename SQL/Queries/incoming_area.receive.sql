-- name: incoming_area.receive
-- purpose: takes the rows of area of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_area (
  id, key, kind, valid
) from stdin
