-- name: lineage.renew
-- purpose: gives the present state a new id, since a migration may show other things
-- parameters: none

select varde.renew_lineage()::text as renewed
