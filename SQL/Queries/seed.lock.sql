-- name: seed.lock
-- purpose: lets one program load seed files at a time; held until the transaction ends
-- parameters: none

select pg_advisory_xact_lock(8223701)::text
