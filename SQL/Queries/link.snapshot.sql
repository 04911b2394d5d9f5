-- name: link.snapshot
-- purpose: all rows of link for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.subject_kind, t.subject, t.position, t.text, t.url, t.is_usable, t.valid,
    t.citation
  from link as t
  order by t.id
) to stdout
