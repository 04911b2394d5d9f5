-- name: person.erase
-- purpose: empties the name and the private numbers of a person
-- parameters: person

select varde.erase_person($1::uuid)::text
