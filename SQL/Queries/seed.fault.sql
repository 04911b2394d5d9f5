-- name: seed.fault
-- purpose: what is wrong with the received rows, all at once
-- parameters: none

select f.table_name, f.row_id, f.constraint_name, f.other_id, f.sentence,
  f.table_name as other_table
from varde.incoming_faults() as f
order by f.table_name, f.row_id, f.constraint_name, f.other_id
