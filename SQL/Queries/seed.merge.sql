-- name: seed.merge
-- purpose: writes the received rows of a table that are new or different
-- parameters: table

select varde.merge_incoming($1::text) as written
