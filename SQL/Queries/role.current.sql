-- name: role.current
-- purpose: what the connected role may do that a reader must not
-- parameters: none

select current_user::text as name, session_user::text as login,
  bool_or(r.rolsuper) as is_superuser, bool_or(r.rolbypassrls) as bypasses_row_security,
  coalesce((
    select pg_has_role(current_user, n.nspowner, 'usage')
    from pg_namespace as n where (n.nspname = 'varde')), false) as is_owner,
  coalesce(has_schema_privilege(current_user, to_regnamespace('varde_shown'), 'usage'), false)
    as may_read
from pg_roles as r
where (r.rolname in (current_user, session_user))
