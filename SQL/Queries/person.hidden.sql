-- name: person.hidden
-- purpose: the persons that the public does not see, for seed files to refer to
-- parameters: none

copy (
  select t.id, t.key, 'desk' as visibility
  from varde.person as t
  where ((t.salt is not null) and (t.id in (select x from varde.hidden_ids('person') as x)))
  order by t.id
) to stdout
