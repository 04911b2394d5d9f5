-- name: designation.hidden
-- purpose: the seats that the public does not see, or not by their key, for files to refer to
-- parameters: none

copy (
  select t.id, t.key, t.function, t.organisation, t.seat, t.position, t.holding, t.person,
    t.visibility, t.valid, t.confirmed_on, t.citation
  from varde.designation as t
  where ((not isempty(t.valid)) and ((t.visibility <> 'public') or (t.id in (
    select k.id from varde.concealed('designation') as k))))
  order by t.id
) to stdout
