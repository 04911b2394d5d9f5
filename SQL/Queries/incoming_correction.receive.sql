-- name: incoming_correction.receive
-- purpose: takes which names of a bundle correct the ones before them
-- parameters: none; the rows come as copy text

copy incoming_correction (row_id) from stdin
