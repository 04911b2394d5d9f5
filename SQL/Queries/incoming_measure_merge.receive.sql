-- name: incoming_measure_merge.receive
-- purpose: takes the rows of measure merge of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_measure_merge (
  id, measure, merged_into
) from stdin
