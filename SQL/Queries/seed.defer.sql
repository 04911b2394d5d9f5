-- name: seed.defer
-- purpose: lets the rows of a load come in any order
-- parameters: none

set constraints all deferred
