-- name: holders
-- purpose: a person is public only as the holder of a public seat
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- A name that is there only because the desk wrote down who holds a seat of its own is the desk's,
-- also when nobody thought of marking the person. The other facts about a person follow its row.
alter policy owner_keeps on person
  using (may_see_hidden() or ((visibility = 'public') and exists (
    select 1 from designation as d
    where ((d.person = person.id) and (d.visibility = 'public') and (not isempty(d.valid))))));

-- The policies of what is told about a person ask for its visibility alone: now for its row as the
-- policy above shows it.
alter policy owner_keeps on person_detail
  using (may_see_hidden() or exists (select 1 from person as p where (p.id = person_detail.id)));
alter policy owner_keeps on name
  using ((subject_kind <> 'person') or may_see_hidden() or exists (
    select 1 from person as p where (p.id = name.subject)));

create or replace function is_hidden(kind text, id uuid) returns boolean
language sql stable security definer as $$
  select (kind = 'person') and exists (
    select 1 from varde.person as p
    where ((p.id = is_hidden.id) and ((p.visibility <> 'public') or (not exists (
      select 1 from varde.designation as d
      where ((d.person = p.id) and (d.visibility = 'public') and (not isempty(d.valid))))))))
$$;

create or replace view varde_shown.person as
  select p.id, p.key, p.visibility
  from person as p
  where ((p.visibility = 'public') and exists (
    select 1 from designation as d
    where ((d.person = p.id) and (d.visibility = 'public') and (not isempty(d.valid)))));

create index designation_of_person on designation (person) where (person is not null);
