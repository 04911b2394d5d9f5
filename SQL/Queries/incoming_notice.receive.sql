-- name: incoming_notice.receive
-- purpose: takes the rows of notice of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_notice (
  id, key, plan, kind, about_kind, about, text, valid, citation
) from stdin
