-- name: names
-- purpose: the organisations' names with a trigram index, and misspelt ones to look for
-- parameters: none; read within a database that holds the invented country

create extension if not exists pg_trgm;
create table public.bench_name as
select row_number() over (order by n.text, n.id) as number, n.text
from varde.name as n where (n.subject_kind = 'organisation');
create index bench_name_trigrams on public.bench_name using gin (text gin_trgm_ops);
create table public.bench_query as
select row_number() over (order by n.number) as number,
  left(n.text, 2) || substr(n.text, 4, 1) || substr(n.text, 3, 1)
    || split_part(substr(n.text, 5), ' i ', 1) as text
from public.bench_name as n where (n.number % 40 = 0);
vacuum analyze public.bench_name;
vacuum analyze public.bench_query;
