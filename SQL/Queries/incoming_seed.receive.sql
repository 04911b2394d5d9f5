-- name: incoming_seed.receive
-- purpose: takes the names of the seed files of a bundle
-- parameters: none; the rows come as copy text

copy incoming_seed (name) from stdin
