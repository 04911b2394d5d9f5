-- name: rule-leads-nowhere
-- purpose: rules none of whose targets leads to anyone or anything
-- severity: error
-- parameters: the day to judge, today in Oslo when null; read within varde_shown

with today as (
  select coalesce($1::date, (now() at time zone 'Europe/Oslo')::date) as day
), recursive_kind as (
  with recursive kind as (
    select k.id as ancestor, k.id from organisation_kind as k
    union
    select a.ancestor, k.id from kind as a join organisation_kind as k on (k.parent = a.id)
  )
  select k.ancestor, k.id from kind as k
), resolved as (
  select a.rule
  from today as t join rule_target as a on (
    (a.words is not null)
    or exists (select 1 from designation as d
      where ((d.function = a.function) and (d.valid @> t.day)))
    or exists (select 1 from organisation_form as f
      where ((f.organisation = a.organisation) and (f.valid @> t.day)))
    or exists (select 1 from organisation_form as f join recursive_kind as k on (k.id = f.kind)
      where ((k.ancestor = a.organisation_kind) and (f.valid @> t.day)))
    or exists (select 1 from offering as o where ((o.id = a.offering) and (o.valid @> t.day))))
)
select 'rule' as subject_kind, r.id as subject,
  format('The rule %s leads nowhere: %s', r.key, r.text) as sentence
from today as t join rule as r on (r.valid @> t.day)
where (not exists (select 1 from resolved as s where (s.rule = r.id)))
order by r.key, r.id
