-- name: rule-lookup
-- purpose: the rule that speaks first in each tier for one question, as SQL would look them up, with
-- the walks over areas, kinds and concerns given; prepared, by pgbench
\set municipality random(1, 1000)
\set kind random(1, 10)
\set concern random(1, 10)
select distinct on (r.tier) r.tier, r.rule
from rule_case as r
where ((r.area = any (array[15 + :municipality, 1 + :municipality % 15, 0]))
  and (r.kind = any (array[:kind, 0, -1])) and (r.concern = any (array[:concern, 0]))
  and (r.asker = any (array[2, 1, 0])) and (r.severity <= 1)
  and (15 between r.age_from and r.age_through) and (r.valid @> date '2026-11-21'))
order by r.tier, r.level, r.kind desc, r.area desc, r.concern desc, r.asker desc, r.severity desc,
  r.rule;
