-- name: incoming_source.receive
-- purpose: takes the rows of source of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_source (
  id, key, title, publisher, version, day, licence, url
) from stdin
