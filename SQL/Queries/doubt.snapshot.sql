-- name: doubt.snapshot
-- purpose: all rows of doubt for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.subject_kind, t.subject, t.reason, t.citation
  from doubt as t
  order by t.id
) to stdout
