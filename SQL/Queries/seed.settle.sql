-- name: seed.settle
-- purpose: holds all constraints now; what they refuse comes back as rows
-- parameters: none

select f.table_name, f.row_id, f.constraint_name, f.other_id,
  f.sentence || case when ((f.table_name = 'name') and (f.row_id is not null)) then
    format(' (%s)', concat_ws('; ', varde.words_of_row(f.table_name, f.row_id),
      varde.words_of_row(f.table_name, f.other_id))) else '' end as sentence
from varde.settle() as f
order by f.table_name, f.row_id, f.constraint_name, f.other_id
