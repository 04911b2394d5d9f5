-- name: incoming_measure.receive
-- purpose: takes the rows of measure of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_measure (
  id, key, plan, position, number, title, text, status, fate, concerns, valid, citation
) from stdin
