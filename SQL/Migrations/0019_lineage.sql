-- name: lineage
-- purpose: an id for each state of the registry, so that two histories with one number differ
-- oldest reading program: 1

set local search_path = varde, pg_temp;

-- The id of the present state. It is drawn at random by the commit that makes the state: after a
-- failover that lost a commit, or a restore, the same number comes again with another id.
alter table generation add column lineage uuid not null default gen_random_uuid();
alter table generation alter column lineage drop default;

-- Every state that this history has been in, so that a reader sees whether one grew from another.
create table lineage (
  sequence bigint not null,
  generation bigint not null,
  id uuid not null,
  constraint lineage_pkey primary key (sequence)
);
insert into lineage (sequence, generation, id) select 1, g.number, g.lineage from generation as g;
select guard('lineage');
select describe_constraints('lineage');
create trigger refuse_change before update on lineage
  for each row execute function refuse_change();

-- Whatever writes the generation makes a new state of it. The row's lock orders them, so the last
-- number can be counted on from; a sequence may go back after a crash (wal_level = minimal).
create function begin_state() returns trigger
language plpgsql set search_path = varde, pg_temp as $$
begin
  new.lineage := gen_random_uuid();
  insert into lineage (sequence, generation, id)
  select coalesce(max(l.sequence), 0) + 1, new.number, new.lineage from lineage as l;
  return new;
end $$;
create trigger begin_state before update on generation
  for each row execute function begin_state();

-- The same generation under a new id: after a migration, which may show other things, and after a
-- restore, so that nodes which hold more than was restored let go of it. The owner's.
create function renew_lineage() returns void
language plpgsql set search_path = varde, pg_temp as $$
declare
  unchanged bigint;
begin
  update generation set number = number returning number into unchanged;
  perform pg_notify('varde_generation', unchanged::text);
end $$;
revoke execute on function renew_lineage() from public;

create or replace view varde_shown.generation as
  select g.number, g.lineage from generation as g;
create view varde_shown.lineage as
  select l.sequence, l.generation, l.id from lineage as l;
do $$
begin
  execute format('grant select on varde_shown.lineage to %I, %I', editor_role(), reader_role());
end $$;
