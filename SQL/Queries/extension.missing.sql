-- name: extension.missing
-- purpose: the extensions that the migrations need and the server cannot give
-- parameters: none

select n.name
from (values ('btree_gist')) as n (name)
where (not exists (select 1 from pg_available_extensions as e where (e.name = n.name)))
order by n.name
