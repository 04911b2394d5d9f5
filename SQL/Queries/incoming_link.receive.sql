-- name: incoming_link.receive
-- purpose: takes the rows of link of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_link (
  id, subject_kind, subject, position, text, url, is_usable, valid, citation
) from stdin
