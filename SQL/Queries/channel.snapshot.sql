-- name: channel.snapshot
-- purpose: all rows of channel for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.key, t.owner_kind, t.owner, t.position, t.kind, t.written, t.canonical,
    t.is_usable, t.label, t.audience, t.hours, t.via_organisation, t.via_designation, t.warning,
    t.visibility, t.valid, t.confirmed_on, t.citation
  from channel as t
  order by t.id
) to stdout
