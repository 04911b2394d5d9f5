-- name: name-search
-- purpose: ten names nearest to a misspelt one; prepared, by pgbench with -D queries=N
\set number random(1, :queries)
select f.text
from public.bench_query as q cross join lateral (
  select n.text from public.bench_name as n where (q.text <% n.text)
  order by q.text <<-> n.text, n.text limit 10) as f
where (q.number = :number);
