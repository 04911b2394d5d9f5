-- name: person.erase
-- purpose: empties the name and the private numbers of a person; tells what still names it
-- parameters: person

select e.table_name, e.row_id, e.column_name, e.key, e.seeds
from varde.erase_person($1::uuid) as e
order by e.table_name, e.key, e.row_id, e.column_name
