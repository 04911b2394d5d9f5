import PQ
import Registry
import Store
import Testing

@Suite struct SearchPathTests {
  @Test("Every function looks only where it was made to look")
  func everyFunctionLooksOnlyWhereItWasMadeToLook() async throws {
    let registry = try await TestRegistry.make()
    let loose = try await registry.texts(
      """
      select p.oid::regprocedure::text as text
      from pg_proc as p
      where ((p.pronamespace in ('varde'::regnamespace, 'varde_shown'::regnamespace))
        and (p.prokind <> 'a') and (p.prosqlbody is null)
        and (not ('search_path=varde, pg_temp' = any (coalesce(p.proconfig, '{}'))))
        and (not exists (select 1 from pg_depend as d
          where ((d.objid = p.oid) and (d.classid = 'pg_proc'::regclass)
            and (d.deptype = 'e')))))
      order by 1
      """)
    #expect(loose == [])
  }

  @Test(
    "What a person calls from psql works with any search path",
    arguments: ["", "pg_catalog", "public", "varde_shown", "pg_temp, varde"])
  func whatAPersonCallsFromPsqlWorksWithAnySearchPath(_ path: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let schemas = path.isEmpty ? "''" : path
    try await registry.run(
      """
      set local search_path = \(schemas);
      create temporary table channel (id uuid, salt uuid);
      create temporary table person (id uuid, salt uuid, key text);
      create temporary table generation (number bigint);
      select varde.open_change(null, 'desk', 'asked to be forgotten');
      select varde.erase_person('\(Sample.text(1, Person.self))');
      update varde.link set text = 'y' where (position = 1);
      select * from varde.generation_difference(1);
      select * from varde.settle();
      select varde.end_facts('link', array(select l.id from varde.link as l), '2026-05-01');
      select 1 / (case when (exists (select 1 from varde.history_faults())) then 0 else 1 end);
      """, as: "varde_editor")
    let names = try await registry.texts(
      "select d.name as text from varde.person_detail as d order by 1")
    #expect(names == ["Martin Pütz", nil])
    #expect(try await registry.editor.verifyHistory() == [])
  }
}
