-- name: incoming_offering.receive
-- purpose: takes the rows of offering of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_offering (
  id, key, provider, text, conditions, valid, confirmed_on, citation
) from stdin
