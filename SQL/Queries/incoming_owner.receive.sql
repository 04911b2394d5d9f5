-- name: incoming_owner.receive
-- purpose: takes which seed file of a bundle says which row
-- parameters: none; the rows come as copy text

copy incoming_owner (seed, table_name, row_id) from stdin
