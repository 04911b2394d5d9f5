-- name: seed.settle
-- purpose: holds all constraints now; what they refuse comes back as rows
-- parameters: the day of the load, today in Oslo when null

select f.table_name, f.row_id, f.constraint_name, f.other_id,
  f.sentence || case when ((f.table_name = 'name') and (f.row_id is not null)) then
    format(' (%s)', concat_ws('; ', varde.words_of_row(f.table_name, f.row_id),
      varde.words_of_row(f.table_name, f.other_id))) else '' end as sentence,
  case when (starts_with(f.constraint_name, 'withdrawn_')) then substr(f.constraint_name, 11)
    else f.table_name end as other_table
from varde.settle(coalesce($1::date, (now() at time zone 'Europe/Oslo')::date)) as f
order by f.table_name, f.row_id, f.constraint_name, f.other_id
