-- name: role.missing
-- purpose: the given roles that the server does not have
-- parameters: names

select n.name
from unnest($1::text[]) as n (name)
where (not exists (select 1 from pg_roles as r where (r.rolname = n.name)))
order by n.name
