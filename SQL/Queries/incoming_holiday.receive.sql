-- name: incoming_holiday.receive
-- purpose: takes the rows of holiday of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_holiday (
  id, day, name
) from stdin
