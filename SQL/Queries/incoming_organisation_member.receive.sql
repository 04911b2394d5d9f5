-- name: incoming_organisation_member.receive
-- purpose: takes the rows of organisation member of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_organisation_member (
  id, organisation, position, text, member, function, valid, citation
) from stdin
