-- name: lineage.read
-- purpose: the states that the present one grew from, the newest first, itself among them
-- parameters: how many at most; read within varde_shown

select l.generation, l.id::text as id
from lineage as l
order by l.sequence desc
limit $1::bigint
