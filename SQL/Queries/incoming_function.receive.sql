-- name: incoming_function.receive
-- purpose: takes the rows of function of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_function (
  id, key
) from stdin
