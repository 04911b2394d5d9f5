-- name: severity_word.snapshot
-- purpose: all rows of severity word for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.plan, t.word, t.severity
  from severity_word as t
  order by t.id
) to stdout
