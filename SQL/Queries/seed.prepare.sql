-- name: seed.prepare
-- purpose: makes the temporary tables that a bundle is received in
-- parameters: none

select varde.create_incoming()::text, varde.create_corrections()::text
