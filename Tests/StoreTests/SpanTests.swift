import PQ
import Registry
import SQL
import Store
import TestSupport
import Testing

/// What a time may be, and what an empty one means.
@Suite struct SpanTests {
  @Test("Every time in the registry is checked, or held equal to one that is")
  func everyTimeInTheRegistryIsChecked() async throws {
    let registry = try await TestRegistry.make()
    let unchecked = try await registry.texts(
      """
      select c.relname || '.' || a.attname as text
      from pg_class as c join pg_attribute as a on ((a.attrelid = c.oid) and (a.attnum > 0))
      where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')
        and (a.atttypid in ('daterange'::regtype, 'date'::regtype))
        and not exists (select 1 from pg_constraint as k where ((k.conrelid = c.oid)
          and (k.conkey @> array[a.attnum]) and ((k.contype = 'c')
            or (k.conname like '%\\_cell\\_held')))))
      """)
    #expect(unchecked == [])
  }

  @Test(
    "A bound that no calendar has is refused",
    arguments: [
      "[2020-01-01,infinity)", "[-infinity,2020-01-01)", "[infinity,)", "(,-infinity)",
      "[-infinity,infinity]", "[10000-01-01,)", "[0001-01-01 BC,)", "empty",
    ])
  func aBoundThatNoCalendarHasIsRefused(_ span: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let error = await #expect(throws: PQError.self) {
      try await registry.run(
        """
        select varde.open_change(null, 'desk', null);
        update varde.link set valid = '\(span)';
        """, as: "varde_editor")
    }
    #expect(
      error?.constraint == (span == "empty" ? "empty_is_withdrawn" : "link_valid_bounded"))
  }

  @Test(
    "Only a withdrawal writes an empty time",
    arguments: ["varde_editor", "varde_owner", "postgres"]
  )
  func onlyAWithdrawalWritesAnEmptyTime(_ role: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let tables = try await registry.texts(
      """
      select c.relname as text from pg_class as c join pg_attribute as a on (a.attrelid = c.oid)
      where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')
        and (a.attname = 'valid')) order by 1
      """
    ).compactMap(\.self)
    #expect(tables.count == 22)
    for table in tables where !["remit", "rule_case"].contains(table) {
      for change in [
        "update varde.\(table) set valid = 'empty' where (id <> varde.root())",
        "update varde.\(table) set valid = '[2020-01-01,2020-01-01)' where (id <> varde.root())",
      ] {
        let error = await #expect(throws: PQError.self, "\(role): \(change)") {
          try await registry.run(
            "select varde.open_change(null, 'desk', null), set_config('varde.withdrawing', "
              + "'\(role == "varde_editor" ? "yes" : "")', true); \(change)", as: role)
        }
        #expect(error?.constraint == "empty_is_withdrawn", "\(role): \(change)")
      }
    }
  }

  @Test("What is withdrawn is in no view but that of history")
  func whatIsWithdrawnIsInNoView() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let connection = try await PQConnection.connect(registry.database.configuration)
    try await connection.execute(
      script: """
        create temporary table leak (text text not null);
        do $$
        declare
          target text;
          shown text;
          counted bigint;
          leaks text[] := '{}';
        begin
          for target in select c.relname from pg_class as c
              join pg_attribute as a on ((a.attrelid = c.oid) and (a.attname = 'valid'))
            where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')
              and (c.relname not in ('remit', 'rule_case'))) loop
            begin
              perform varde.open_change(null, 'test', null);
              execute format('alter table varde.%I disable trigger user', target);
              execute format('create temporary table withdrawn as '
                'select t.id from varde.%I as t where (t.id <> varde.root())', target);
              execute format('update varde.%I set valid = ''empty'' where (id <> varde.root())',
                target);
              -- Those that repeat the time of another follow it.
              insert into withdrawn select r.id from varde.remit as r where (isempty(r.valid))
                union select r.id from varde.rule_case as r where (isempty(r.valid));
              for shown in select c.relname from pg_class as c
                where ((c.relnamespace = 'varde_shown'::regnamespace) and (c.relkind = 'v')
                  and (c.relname <> 'history')) loop
                execute format('select count(*) from varde_shown.%I as v where '
                  '((to_jsonb(v) ->> ''id'') in (select w.id::text from withdrawn as w))', shown)
                into counted;
                if (counted > 0) then
                  leaks := leaks || (target || ' in ' || shown);
                end if;
              end loop;
              raise exception 'undone' using errcode = 'VA999';
            exception when sqlstate 'VA999' then
              null;
            end;
          end loop;
          insert into leak select unnest(leaks);
        end $$;
        """)
    let leaks = try await connection.query(
      PQStatement(name: "leaks", sql: "select text from leak order by text"))
    #expect(try leaks.map { try $0.decode("text", as: String.self) } == [])
    await connection.close()
  }

  @Test("Bounds at infinity from before are mended, and what cannot be is refused by name")
  func boundsAtInfinityFromBeforeAreMended() async throws {
    for (span, expected) in [
      ("[-infinity,infinity)", "(,)"), ("[2020-01-01,infinity)", "[2020-01-01,)"),
      ("[-infinity,2020-01-01)", "(,2020-01-01)"), ("[infinity,)", nil), ("[12000-01-01,)", nil),
    ] as [(String, String?)] {
      let database = try await TestRoles.emptyDatabase()
      let owner = database.configuration(user: "varde_owner")
      let files = try SQLFiles.beside()
      let before = files.with(
        migrations: Array(files.migrations.prefix { $0.name != "guard" }))
      _ = try await Store.migrate(configuration: owner, files: before)
      let connection = try await PQConnection.connect(owner)
      try await connection.transaction {
        try await $0.execute(
          script: """
            set local search_path = varde, pg_temp;
            select open_change(gen_random_uuid(), 'before', null);
            insert into function (id, key)
            values ('00000000-0000-0000-0000-000000000002', 'x');
            insert into link (id, subject_kind, subject, position, text, is_usable, valid)
            values ('00000000-0000-0000-0000-000000000001', 'function',
              '00000000-0000-0000-0000-000000000002', 1, 'x', false, '\(span)');
            """)
      }
      if let expected {
        _ = try await Store.migrate(configuration: owner, files: files)
        let mended = try await connection.query(
          PQStatement(name: "mended", sql: "select valid::text as text from varde.link"))
        #expect(try mended.only().decode("text", as: String.self) == expected)
        let noted = try await connection.query(
          PQStatement(name: "noted", sql: "select varde.is_noted()::text as text"))
        #expect(try noted.only().decode("text", as: String.self) == "true")
        let faults = try await connection.query(
          PQStatement(name: "faults", sql: "select sentence as text from varde.history_faults()"))
        let sentences = try faults.map { try $0.decode("text", as: String.self) }
        #expect(sentences.allSatisfy { $0.contains("change set") || $0.contains("guard") })
      } else {
        let error = await #expect(throws: PQError.self) {
          _ = try await Store.migrate(configuration: owner, files: files)
        }
        #expect(error?.details.contains("00000000-0000-0000-0000-000000000001") == true)
      }
      await connection.close()
    }
  }
}
