-- name: organisation_form.snapshot
-- purpose: all rows of organisation form for a snapshot, in the order of their ids
-- parameters: none; read within varde_shown

copy (
  select t.id, t.organisation, t.kind, t.orgnr, t.location, t.valid, t.citation
  from organisation_form as t
  order by t.id
) to stdout
