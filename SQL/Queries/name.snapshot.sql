-- name: name.snapshot
-- purpose: all rows of name for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.subject_kind, t.subject, t.language, t.kind, t.text, t.plan, t.valid, t.citation
  from name as t
  order by t.id
) to stdout
