-- name: incoming_area_succession.receive
-- purpose: takes the rows of area succession of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_area_succession (
  id, area, successor, weight, day
) from stdin
