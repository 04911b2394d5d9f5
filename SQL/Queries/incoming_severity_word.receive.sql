-- name: incoming_severity_word.receive
-- purpose: takes the rows of severity word of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_severity_word (
  id, plan, word, severity
) from stdin
