-- name: migration.exists
-- purpose: whether the database was ever migrated, asked by roles that may not look inside
-- parameters: none

select exists (
  select 1
  from pg_class as c join pg_namespace as n on (n.oid = c.relnamespace)
  where ((n.nspname = 'varde') and (c.relname = 'schema_migration'))) as is_migrated
