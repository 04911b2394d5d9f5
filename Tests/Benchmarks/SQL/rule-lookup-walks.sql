-- name: rule-lookup-walks
-- purpose: the rule that speaks first in each tier for one question, as SQL would look them up, with
-- the walks over areas, kinds, concerns and askers in SQL too; prepared, by pgbench
\set municipality random(1, 1000)
\set kind random(1, 10)
\set concern random(1, 10)
select distinct on (r.tier) r.tier, r.rule
from rule_case as r
join area_line as a on ((a.area = 15 + :municipality) and (a.around = r.area))
join kind_line as k on ((k.kind = :kind) and (k.around = r.kind))
join concern_line as c on ((c.concern = :concern) and (c.around = r.concern))
join asker_line as s on ((s.asker = 2) and (s.around = r.asker))
where ((r.severity <= 1) and (15 between r.age_from and r.age_through)
  and (r.valid @> date '2026-11-21'))
order by r.tier, r.level, k.distance, a.distance, c.distance, s.distance, r.severity desc, r.rule;
