-- name: incoming_area_parent.receive
-- purpose: takes the rows of area parent of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_area_parent (
  id, area, parent, valid
) from stdin
