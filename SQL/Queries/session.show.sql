-- name: session.show
-- purpose: lets one transaction see what the public may see
-- parameters: none

select set_config('search_path', 'varde_shown, pg_temp', true),
  set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true)
