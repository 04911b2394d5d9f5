-- name: seed.close
-- purpose: closes what the same seed files no longer say
-- parameters: today

select varde.close_missing($1::date) as written
