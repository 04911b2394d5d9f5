-- name: migration.record
-- purpose: remembers that a migration was applied
-- parameters: number, name, sha256, oldest reading program

insert into varde.schema_migration (number, name, sha256, oldest_reading_program)
values ($1::integer, $2::text, $3::text, $4::integer)
