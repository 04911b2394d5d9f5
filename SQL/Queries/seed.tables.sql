-- name: seed.tables
-- purpose: the tables of the snapshot in an order where references come first
-- parameters: none

select s.name
from unnest(varde.seeded_tables()) with ordinality as s (name, position)
order by s.position
