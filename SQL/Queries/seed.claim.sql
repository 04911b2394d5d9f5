-- name: seed.claim
-- purpose: remembers which seed file says which row
-- parameters: none

select varde.claim_incoming() as written
