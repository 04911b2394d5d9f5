-- name: incoming_doubt.receive
-- purpose: takes the rows of doubt of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_doubt (
  id, subject_kind, subject, reason, citation
) from stdin
