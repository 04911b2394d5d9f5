-- name: rules
-- purpose: 100,000 rules as PostgreSQL would hold them for a look-up, 100 a municipality, with those
-- of county and nation that stand behind them; -1 is anything
-- parameters: none; made in a database of its own

create table rule_case (
  rule integer not null, tier smallint not null, level smallint not null, area integer not null,
  kind integer not null, concern integer not null, asker integer not null,
  severity integer not null, age_from integer not null, age_through integer not null,
  valid daterange not null
);
insert into rule_case
select row_number() over (order by m, k, c), 1, 0, 15 + m, k, c, 0, 0, -1, 130,
  daterange('2020-01-01', null)
from generate_series(1, 1000) as m, generate_series(1, 10) as k, generate_series(1, 10) as c;
insert into rule_case
select 100000 + row_number() over (order by a, c), 1, case when a = 0 then 2 else 1 end, a, -1, c,
  0, 0, -1, 130, daterange('2020-01-01', null)
from generate_series(0, 15) as a, generate_series(0, 10) as c;
insert into rule_case values (200000, 2, 2, 0, -1, 0, 0, 0, -1, 130, daterange('2020-01-01', null));
create index rule_case_cell on rule_case (area, kind, concern);
vacuum analyze rule_case;
