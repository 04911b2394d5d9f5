-- name: incoming_area_code.receive
-- purpose: takes the rows of area code of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_area_code (
  id, area, scheme, code, valid
) from stdin
