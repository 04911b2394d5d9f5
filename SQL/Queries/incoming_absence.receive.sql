-- name: incoming_absence.receive
-- purpose: takes the rows of absence of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_absence (
  id, designation, valid, reason, citation
) from stdin
