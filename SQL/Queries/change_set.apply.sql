-- name: change_set.apply
-- purpose: records the change set of the open change as applied
-- parameters: id, title, actor, reason

insert into varde.change_set (id, title, actor, reason, state, valid_from)
values ($1::uuid, $2::text, $3::text, $4::text, 'applied', null)
