-- name: session.enter
-- purpose: lets one transaction see the tables, with dates as the program reads them
-- parameters: none

select set_config('search_path', 'varde, pg_temp', true),
  set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true)
