-- name: incoming_name.receive
-- purpose: takes the rows of name of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_name (
  id, subject_kind, subject, language, kind, text, plan, valid, citation
) from stdin
