-- name: server.state
-- purpose: whether the server lets this session write, and which version it is
-- parameters: none

select current_setting('transaction_read_only')::boolean as is_read_only,
  pg_is_in_recovery() as is_standby, current_setting('server_version_num')::integer as version
