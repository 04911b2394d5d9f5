-- name: seed.settle
-- purpose: holds all constraints now; what they refuse comes back as rows
-- parameters: none

select f.table_name, f.row_id, f.constraint_name, f.other_id, f.sentence
from varde.settle() as f
order by f.table_name, f.row_id, f.constraint_name, f.other_id
