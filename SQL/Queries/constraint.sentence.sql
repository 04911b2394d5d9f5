-- name: constraint.sentence
-- purpose: what a constraint of a table means, in a sentence
-- parameters: table, constraint

select coalesce(
  (select obj_description(k.oid, 'pg_constraint') from pg_constraint as k
    where ((k.conrelid = to_regclass(format('varde.%I', $1::text))) and (k.conname = $2::text))),
  (select obj_description(g.oid, 'pg_trigger') from pg_trigger as g
    where ((g.tgrelid = to_regclass(format('varde.%I', $1::text))) and (g.tgname = $2::text))))
  as sentence
