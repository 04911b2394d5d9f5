-- name: incoming_channel.receive
-- purpose: takes the rows of channel of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_channel (
  id, key, owner_kind, owner, position, kind, written, canonical, is_usable, label, audience,
  hours, via_organisation, via_designation, warning, visibility, valid, confirmed_on, citation
) from stdin
