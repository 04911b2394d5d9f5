-- name: words
-- purpose: the askers and the severities stand in one place each, and the checks ask there
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- Another word is one line here and a case in Sources/Registry/Closed.swift.
create function known_askers() returns text[]
language sql immutable parallel safe
return array['anyone', 'employee', 'manager', 'authority', 'citizen', 'relative', 'youngPerson',
  'affected', 'witness', 'volunteer', 'faithCommunity', 'business'];
create function known_severities() returns text[]
language sql immutable parallel safe
return array['question', 'mild', 'clarified', 'grave', 'acute'];

comment on function known_askers() is 'Every word for who asks.';
comment on function known_severities() is 'Every word for how serious it is, the least first.';

do $$
declare
  item record;
  said text;
begin
  for item in
    select v.t, v.n, v.condition
    from (values
      ('channel', 'channel_audience_known', 'audience = any (known_askers())'),
      ('concern', 'concern_least_severity_known', 'least_severity = any (known_severities())'),
      ('notice_case', 'notice_case_asker_known', 'asker = any (known_askers())'),
      ('notice_case', 'notice_case_severity_known', 'severity = any (known_severities())'),
      ('offering_case', 'offering_case_asker_known', 'asker = any (known_askers())'),
      ('offering_case', 'offering_case_severity_known', 'severity = any (known_severities())'),
      ('remit', 'remit_asker_known', 'asker = any (known_askers())'),
      ('remit', 'remit_severity_known', 'severity = any (known_severities())'),
      ('rule_case', 'rule_case_asker_known', 'asker = any (known_askers())'),
      ('rule_case', 'rule_case_severity_known', 'severity = any (known_severities())'),
      ('severity_word', 'severity_word_severity_known', 'severity = any (known_severities())'),
      ('step', 'step_askers_known', 'askers <@ known_askers()'),
      ('step', 'step_severities_known', 'severities <@ known_severities()')
    ) as v (t, n, condition)
  loop
    said := (select obj_description(k.oid, 'pg_constraint') from pg_constraint as k
      where (k.conname = item.n) and (k.conrelid = item.t::regclass));
    execute format('alter table %1$I drop constraint %2$I, add constraint %2$I check (%3$s)',
      item.t, item.n, item.condition);
    execute format('comment on constraint %I on %I is %L', item.n, item.t, said);
  end loop;
end $$;
