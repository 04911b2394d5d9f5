-- name: organisation_member.snapshot
-- purpose: all rows of organisation member for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.organisation, t.position, t.text, t.member, t.function, t.valid, t.citation
  from organisation_member as t
  order by t.id
) to stdout
