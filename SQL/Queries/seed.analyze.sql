-- name: seed.analyze
-- purpose: tells the planner how much a great load has written
-- parameters: none

select varde.refresh_statistics()::text
