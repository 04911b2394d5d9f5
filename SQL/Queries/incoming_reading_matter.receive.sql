-- name: incoming_reading_matter.receive
-- purpose: takes the rows of reading matter of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_reading_matter (
  id, plan, kind, heading, position, text, valid, citation
) from stdin
