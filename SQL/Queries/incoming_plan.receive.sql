-- name: incoming_plan.receive
-- purpose: takes the rows of plan of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_plan (
  id, key, level, owner, area, source, title, version, day, period, valid, follows
) from stdin
