-- name: generation.difference
-- purpose: what a generation added, changed and closed, a line a row
-- parameters: generation

select d.table_name, d.row_id, d.kind, d.line
from varde.generation_difference($1::bigint) as d
order by d.sequence
