-- name: migration.lock
-- purpose: lets one program migrate at a time; held until the transaction ends
-- parameters: none

select pg_advisory_xact_lock(8223700)::text
