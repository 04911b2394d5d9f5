-- name: change.open
-- purpose: raises the generation and holds its lock until the transaction ends
-- parameters: change set, actor, reason

select varde.open_change($1::uuid, $2::text, $3::text) as generation
