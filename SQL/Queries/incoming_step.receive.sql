-- name: incoming_step.receive
-- purpose: takes the rows of step of a seed bundle
-- parameters: none; the rows come as copy text

copy incoming_step (
  id, plan, position, number, title, text, responsible, severities, askers, valid, citation
) from stdin
