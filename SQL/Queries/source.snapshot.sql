-- name: source.snapshot
-- purpose: all rows of source for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.title, t.publisher, t.version, t.day, t.licence, t.url
  from source as t
  order by t.id
) to stdout
