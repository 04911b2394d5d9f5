-- name: notice.snapshot
-- purpose: all rows of notice for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.plan, t.kind, t.about_kind, t.about, t.text, t.valid, t.citation
  from notice as t
  order by t.id
) to stdout
