-- name: rules
-- purpose: 100,000 rules as PostgreSQL would hold them for a look-up, 100 a municipality
-- parameters: none; made in a database of its own

create table rule_case (
  rule integer not null, area integer not null, kind integer not null, concern integer not null,
  asker integer not null, severity integer not null, age_from integer not null,
  age_through integer not null
);
insert into rule_case
select row_number() over (order by m, k, c), 15 + m, k, c, 0, 0, -1, 130
from generate_series(1, 1000) as m, generate_series(1, 10) as k, generate_series(1, 10) as c;
create index rule_case_cell on rule_case (area, kind, concern);
vacuum analyze rule_case;
