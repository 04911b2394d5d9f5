-- name: history.read
-- purpose: all that was written about a thing, oldest first
-- parameters: subject; read within varde_shown

select h.sequence, h.generation, h.title, h.table_name, h.row_id, h.before::text as before,
  h.after::text as after, h.reason, extract(epoch from h.recorded_at)::bigint as recorded_at
from history as h
where ((h.subject = $1::uuid) or (h.row_id = $1::uuid))
order by h.sequence
