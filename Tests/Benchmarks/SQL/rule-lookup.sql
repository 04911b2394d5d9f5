-- name: rule-lookup
-- purpose: one rule for one question, as SQL would look it up; prepared, by pgbench
\set municipality random(1, 1000)
\set kind random(1, 10)
\set concern random(1, 10)
select r.rule
from rule_case as r
where ((r.area = any (array[15 + :municipality, 1 + :municipality % 15, 0, -1]))
  and (r.kind = any (array[:kind, 0, -1])) and (r.concern = any (array[:concern, 0, -1]))
  and (r.asker = any (array[2, 1, 0])) and (r.severity <= 1)
  and (15 between r.age_from and r.age_through))
order by r.kind desc, r.area desc, r.concern desc, r.asker desc, r.severity desc, r.rule
limit 1;
