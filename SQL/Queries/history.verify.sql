-- name: history.verify
-- purpose: entries that are broken, and rows that are not as history left them
-- parameters: none

select f.sequence, f.sentence
from varde.history_faults() as f
order by f.sequence, f.sentence
