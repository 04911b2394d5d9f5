-- One look-up by the number of a municipality ($1), a concern ($2), the asker and what lies around
-- it ($3), a day ($4) and an age ($5): the rule that speaks, then the seats that it names near the
-- place, with their numbers.
with recursive place (area, distance) as (
  select c.area, 0 from varde_shown.area_code c
  where (c.scheme = 'kommune') and (c.code = $1) and (c.valid @> $4::date)
  union
  select p.parent, place.distance + 1
  from place
  join varde_shown.area_parent p on (p.area = place.area) and (p.valid @> $4::date)
), worry (concern, distance) as (
  select c.id, 0 from varde_shown.concern c where (c.key = $2)
  union
  select c.parent, worry.distance + 1
  from worry join varde_shown.concern c on (c.id = worry.concern)
  where (c.parent is not null)
), spoken as (
  select r.id, r.text
  from varde_shown.rule_case rc
  join place on (place.area = rc.area)
  join varde_shown.rule r on (r.id = rc.rule) and (r.tier = 'ordinary') and (r.valid @> $4::date)
  left join worry on (worry.concern = rc.concern)
  where ((rc.concern is null) or (worry.concern is not null))
    and (rc.asker = any ($3)) and ((rc.ages is null) or (rc.ages @> $5::int))
  order by place.distance, worry.distance nulls last, r.id
  limit 1
)
select d.key, spoken.text, t.rung, n.text as organisation, ch.kind, ch.canonical
from spoken
join varde_shown.rule_target t on (t.rule = spoken.id)
join varde_shown.designation d on (d.function = t.function) and (d.valid @> $4::date)
join varde_shown.remit m on (m.designation = d.id) and (m.area in (select area from place))
join varde_shown.name n
  on (n.subject = d.organisation) and (n.kind = 'official') and (n.language = 'nb')
left join varde_shown.channel ch on (ch.owner = d.id) and (ch.valid @> $4::date)
order by t.rung, d.key, ch.canonical
limit 20
