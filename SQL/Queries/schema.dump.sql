-- name: schema.dump
-- purpose: the whole schema as lines of text, the same on every server for the same migrations
-- parameters: none

with house as (
  select n.oid, n.nspname as name
  from pg_namespace as n where (n.nspname in ('varde', 'varde_shown'))
), relation as (
  select c.oid, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
    format('%s.%s', h.name, c.relname) as name
  from pg_class as c join house as h on (h.oid = c.relnamespace)
  where ((c.relkind in ('r', 'v', 'c'))
    and not exists (select 1 from pg_depend as d
      where ((d.objid = c.oid) and (d.deptype = 'e'))))
), line as (
  select 1 as part, r.name as place, a.attnum::integer as number, '' as name,
    format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when (a.attnotnull) then ' not null' else '' end,
      case when (a.attidentity <> '') then ' generated always as identity' else '' end,
      coalesce(case when (a.attgenerated = 's') then ' generated as ' else ' default ' end
        || pg_get_expr(d.adbin, d.adrelid), '')) as text
  from relation as r
    join pg_attribute as a on ((a.attrelid = r.oid) and (a.attnum > 0) and (not a.attisdropped))
    left join pg_attrdef as d on ((d.adrelid = r.oid) and (d.adnum = a.attnum))
  union all
  select 1, r.name, 0, '', format('%s %s%s%s',
    case r.relkind when 'r' then 'table' when 'v' then 'view' else 'type' end, r.name,
    case when (r.relrowsecurity) then ' row security' else '' end,
    case when (r.relforcerowsecurity) then ' forced' else '' end)
  from relation as r
  union all
  select 1, r.name, 2000, '', '  as ' || regexp_replace(regexp_replace(
    pg_get_viewdef(r.oid), '\s+', ' ', 'g'), '\m[a-z_]+\.', '', 'g')
  from relation as r where (r.relkind = 'v')
  union all
  select 1, r.name, 3000, k.conname, format('  constraint %s %s%s', k.conname,
    pg_get_constraintdef(k.oid),
    coalesce(' -- ' || obj_description(k.oid, 'pg_constraint'), ''))
  from relation as r join pg_constraint as k on (k.conrelid = r.oid)
  where (k.contype in ('c', 'f', 'p', 'u', 'x'))
  union all
  select 1, r.name, 4000, i.relname, '  ' || pg_get_indexdef(i.oid)
  from relation as r
    join pg_index as x on (x.indrelid = r.oid)
    join pg_class as i on (i.oid = x.indexrelid)
  where (not exists (select 1 from pg_constraint as k where (k.conindid = i.oid)
    and (k.contype in ('p', 'u', 'x'))))
  union all
  select 1, r.name, 5000, t.tgname, '  ' || pg_get_triggerdef(t.oid)
    || coalesce(' -- ' || obj_description(t.oid, 'pg_trigger'), '')
  from relation as r join pg_trigger as t on ((t.tgrelid = r.oid) and (not t.tgisinternal))
  union all
  select 1, r.name, 6000, p.polname, format('  policy %s for %s to %s%s%s', p.polname,
    case p.polcmd when '*' then 'all' when 'r' then 'select' else p.polcmd::text end,
    (select string_agg(pg_get_userbyid(o), ', ' order by pg_get_userbyid(o))
      from unnest(p.polroles) as o),
    coalesce(' using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g'), ''),
    coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), ''))
  from relation as r join pg_policy as p on (p.polrelid = r.oid)
  union all
  select 1, r.name, 7000, x.grantee::regrole::text, format('  grant %s to %s',
    string_agg(lower(x.privilege_type), ', ' order by x.privilege_type),
    x.grantee::regrole)
  from relation as r cross join lateral aclexplode(r.relacl) as x
  where (x.grantee <> x.grantor)
  group by r.name, x.grantee
  union all
  select 2, format('%s.%s', h.name, p.proname), 0, pg_get_function_identity_arguments(p.oid),
    format('function %s.%s(%s) returns %s%s%s %s', h.name, p.proname,
      pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid),
      case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end,
      case when (p.prosecdef) then ' security definer' else '' end,
      encode(sha256(convert_to(
        coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), 'UTF8')), 'hex'))
  from pg_proc as p join house as h on (h.oid = p.pronamespace)
  where (not exists (select 1 from pg_depend as d
    where ((d.objid = p.oid) and (d.deptype = 'e'))))
  union all
  select 0, h.name, 0, x.grantee::regrole::text, format('schema %s: %s for %s', h.name,
    string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), x.grantee::regrole)
  from pg_namespace as n join house as h on (h.oid = n.oid)
    cross join lateral aclexplode(n.nspacl) as x
  group by h.name, x.grantee
)
select l.text
from line as l
order by l.part, l.place collate "C", l.number, l.name collate "C", l.text collate "C"
