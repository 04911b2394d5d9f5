-- name: incoming_citation.receive
-- purpose: takes the rows of citation of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_citation (
  id, source, section, quote
) from stdin
