-- name: seed.follow
-- purpose: ends the official names that received ones follow, before those are merged
-- parameters: today

select varde.follow_names($1::date) as written
