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

-- What each thing lies in, itself first: the walks, ready to be joined.
create table area_line (
  area integer, around integer, distance integer not null, primary key (area, around)
);
insert into area_line
select 15 + m, 15 + m, 0 from generate_series(1, 1000) as m
union all select 15 + m, 1 + m % 15, 1 from generate_series(1, 1000) as m
union all select 15 + m, 0, 2 from generate_series(1, 1000) as m;
create table kind_line (
  kind integer, around integer, distance integer not null, primary key (kind, around)
);
insert into kind_line
select k, k, 0 from generate_series(1, 10) as k
union all select k, 0, 1 from generate_series(1, 10) as k
union all select k, -1, 2 from generate_series(1, 10) as k;
create table concern_line (
  concern integer, around integer, distance integer not null, primary key (concern, around)
);
insert into concern_line
select c, c, 0 from generate_series(1, 10) as c
union all select c, 0, 1 from generate_series(1, 10) as c;
create table asker_line (
  asker integer, around integer, distance integer not null, primary key (asker, around)
);
insert into asker_line values (2, 2, 0), (2, 1, 1), (2, 0, 2);
vacuum analyze rule_case, area_line, kind_line, concern_line, asker_line;
