-- name: migration.keep_out
-- purpose: lets no migration in until the transaction ends, and waits for one that is at work
-- parameters: none

select pg_advisory_xact_lock_shared(8223700)::text
