-- name: generation.read
-- purpose: the generation, raised once for each writing transaction
-- parameters: none; read within varde or varde_shown

select g.number
from generation as g
