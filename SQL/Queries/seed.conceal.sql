-- name: seed.conceal
-- purpose: notes what the views leave out, and tells which shown sentences name what is hidden
-- parameters: none

select c.table_name, c.row_id, c.column_name, c.key
from varde.keep_concealed() as c
order by c.table_name, c.key, c.row_id, c.column_name
