-- name: incoming_measure_party.receive
-- purpose: takes the rows of measure party of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_measure_party (
  id, measure, position, text, organisation, function
) from stdin
