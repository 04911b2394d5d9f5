-- name: role.name
-- purpose: names the roles that the migrations grant to, for one transaction
-- parameters: editor, reader

select set_config('varde.editor', $1::text, true), set_config('varde.reader', $2::text, true)
