-- name: incoming_concern.receive
-- purpose: takes the rows of concern of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_concern (
  id, key, parent, least_severity
) from stdin
