-- name: generation.read
-- purpose: the generation, raised once for each writing transaction, and the id of that state
-- parameters: none; read within varde or varde_shown

select g.number, g.lineage::text as lineage
from generation as g
