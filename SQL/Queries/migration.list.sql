-- name: migration.list
-- purpose: the migrations that are applied, by number
-- parameters: none; read within varde or varde_shown

select m.number, m.name, m.sha256, m.oldest_reading_program
from schema_migration as m
order by m.number
