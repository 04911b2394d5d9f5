-- name: incoming_opening.receive
-- purpose: takes the rows of opening of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_opening (
  id, channel, weekdays, from_minute, until_minute, holidays
) from stdin
