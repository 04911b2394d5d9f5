import Foundation
import PQ
import Registry
import SQL
import Store
import TestSupport
import Testing
import Web

/// Databases that come back with another past than the nodes remember.
@Suite struct LineageTests {
  private static let page = "/organisasjon/kommune-9901"

  @Test func `after a failover that lost a commit no page and no ETag says two things`()
    async throws
  {
    let town = try await Town.make()
    let standby = try await town.copy()
    try await Running.node(town.reader) { node in
      try await node.ready()
      #expect(try await town.rename("Tranviktapt") == 2)
      try await eventually("shown") { try await node.shows("Tranviktapt") }
      let lost = try #require(try await node.site.get(Self.page).field("etag"))

      try await town.failOver(to: standby)
      try await node.witness.sees("that it is ahead") {
        $0 == .editionRefused(generation: 1, current: 2)
      }
      let behind = try await node.inspection.get("/health/ready")
      #expect(behind.status == 503 && behind.body.hasPrefix("ahead of the database\n"))
      try await node.inspection.shows("varde_edition_ahead 1")
      let page = try await node.site.get(Self.page)
      #expect(page.status == 200 && page.body.contains("class=\"stale"))

      #expect(try await town.rename("Tranvikfunnet") == 2)
      try await eventually("let go of") { try await node.shows("Tranvikfunnet") }
      try await node.witness.sees("the other history") {
        if case .lineageLeft(let left, let mark) = $0 {
          return left.generation == 2 && mark.generation == 2
        }
        return false
      }
      #expect(try await node.inspection.get("/health/ready").body.hasPrefix("ready\n"))
      let found = try await node.site.get(Self.page)
      #expect(!found.body.contains("Tranviktapt") && !found.body.contains("class=\"stale"))
      #expect(found.field("etag") != lost)
      try await Running.node(town.reader) { other in
        try await other.ready()
        let same = try await other.site.get(Self.page)
        #expect(same.field("etag") == found.field("etag"))
        #expect(same.body == found.body)
      }
    }
  }

  @Test func `a standby that lags is waited for, and then all is well`() async throws {
    let town = try await Town.make()
    let standby = try await town.copy()
    try await Refreshing.run(town.reader, pace: .patient) { refreshing in
      try await refreshing.reaches(1)
      let generation = try await town.rename("Tranvika")
      try await refreshing.reaches(generation)
      try await town.failOver(to: standby)
      try await eventually("ahead") { refreshing.current.isAhead }
      #expect(refreshing.current.taken.staleSince != nil)
      #expect(refreshing.name == "Tranvika kommune")
      try await town.failOver(to: standby)
      try await refreshing.reaches(generation)
      #expect(!refreshing.current.isAhead)
      #expect(refreshing.witness.count { $0 == .databaseCaughtUp(generation: generation) } == 1)
      #expect(refreshing.witness.count { $0 == .editionRefused(generation: 1, current: 2) } == 1)
    }
  }

  @Test func `a restored backup that was given a new id is loaded, though it is lower`()
    async throws
  {
    let town = try await Town.make()
    let backup = try await town.copy()
    try await Refreshing.run(town.reader, pace: .patient) { refreshing in
      try await refreshing.reaches(1)
      try await refreshing.reaches(try await town.rename("Tranvika"))
      try await town.failOver(to: backup)
      try await eventually("ahead") { refreshing.current.isAhead }
      try await town.run("select varde.renew_lineage()")
      try await refreshing.reaches(1)
      #expect(refreshing.name == "Tranvik kommune")
    }
  }

  @Test func `a database that was moved whole is the same to every node`() async throws {
    let town = try await Town.make()
    let moved = try await town.copy()
    try await Refreshing.run(town.reader, pace: .patient) { refreshing in
      try await refreshing.reaches(1)
      let mark = try #require(refreshing.current.taken.edition?.mark)
      try await town.failOver(to: moved)
      try await refreshing.reaches(try await town.rename("Tranvika"))
      let edition = try #require(refreshing.current.taken.edition)
      #expect(edition.snapshot.lineage.grewFrom(mark))
      #expect(
        refreshing.witness.observations.allSatisfy {
          switch $0 {
          case .lineageLeft, .editionRefused: false
          default: true
          }
        })
      #expect(refreshing.swaps == 2)
    }
  }

  @Test func `a node that starts from a file ahead of its database says so and is not ready`()
    async throws
  {
    let town = try await Town.make()
    let backup = try await town.copy()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    try await town.rename("Tranvika")
    _ = try await file.write(town.store { try await $0.read() }, build: "test", readAt: 77)
    try await town.failOver(to: backup)
    try await Refreshing.run(town.reader, file: file, pace: .patient) { refreshing in
      try await eventually("ahead") { refreshing.current.isAhead }
      #expect(refreshing.current.taken.staleSince == 77)
      #expect(refreshing.current.taken.edition?.origin == .file)
      try await town.rename("Tranviken")
      try await eventually("loaded") { refreshing.name == "Tranviken kommune" }
      #expect(!refreshing.current.isAhead)
    }
  }

  @Test(arguments: [true, false])
  func `a node that starts from a file tells that its database must be migrated`(
    isBegun: Bool
  ) async throws {
    let town = try await Town.make()
    let folder = try Folder()
    let file = SnapshotFile(folder: folder.path)
    _ = try await file.write(town.store { try await $0.read() }, build: "test", readAt: 77)
    let older = try await town.database.cluster.database()
    try await town.database.cluster.command("alter database \(older.name) owner to varde_owner")
    if isBegun {
      let files = try SQLFiles.beside()
      let migrations = files.migrations.prefix { $0.name != "lineage" }
      #expect(migrations.count < files.migrations.count)
      _ = try await Store.migrate(
        configuration: older.configuration(user: "varde_owner"),
        files: files.with(migrations: Array(migrations)))
    }
    try await Refreshing.run(
      older.configuration(user: "varde_reader"), file: file, pace: .patient
    ) { refreshing in
      try await refreshing.witness.sees("what is missing") {
        if case .databaseLost(let reason) = $0 { return reason.contains("run `varde migrate`") }
        return false
      }
      #expect(refreshing.current.taken.staleSince == 77)
      #expect(refreshing.name == "Tranvik kommune")
    }
  }

  @Test func `a migration is met at once, in the same generation and the same history`()
    async throws
  {
    let town = try await Town.make()
    let files = try SQLFiles.beside()
    let number = files.migrations.count + 1
    let next = SQLMigration(
      number: number, name: "next", oldestReadingProgram: 1,
      text: "update varde.schema_migration set name = name")
    try await Refreshing.run(town.reader, pace: .onlyNotified) { refreshing in
      try await refreshing.reaches(1)
      let before = try #require(refreshing.current.taken.edition?.mark)
      _ = try await Store.migrate(
        configuration: town.database.configuration(user: "varde_owner"),
        files: files.with(migrations: files.migrations + [next]))
      try await eventually("loaded anew") { refreshing.current.taken.edition?.mark != before }
      let edition = try #require(refreshing.current.taken.edition)
      #expect(edition.generation == 1)
      #expect(edition.snapshot.lineage.grewFrom(before))
      #expect(
        refreshing.witness.observations.allSatisfy {
          if case .lineageLeft = $0 { return false }
          return true
        })
    }
  }

  @Test func `a database further on than its past is known is loaded, and that is told`()
    async throws
  {
    let town = try await Town.make()
    try await Refreshing.run(town.reader, pace: .onlyNotified) { refreshing in
      try await refreshing.reaches(1)
      let before = try #require(refreshing.current.taken.edition?.mark)
      try await town.run(
        """
        do $$ begin
          for state in 1..\(Lineage.ancestorsMax + 1) loop perform varde.renew_lineage(); end loop;
        end $$
        """)
      try await refreshing.witness.sees("that its own state is unknown") {
        if case .lineageLeft(before, _) = $0 { return true }
        return false
      }
      #expect(refreshing.current.taken.edition?.mark != before)
    }
  }

  @Test func `a row that cannot be read is told once for each edition and by readiness`()
    async throws
  {
    let town = try await Town.make()
    try await town.run(
      """
      alter table varde.area_code disable trigger all;
      do $$
      declare
        item record;
      begin
        for item in
          select k.conname from pg_constraint as k
          where ((k.conrelid = 'varde.area_code'::regclass) and (k.contype = 'c'))
        loop
          execute format('alter table varde.area_code drop constraint %I', item.conname);
        end loop;
      end $$;
      update varde.area_code set valid = '[2020-01-01,infinity)';
      """)
    try await Running.node(town.reader) { node in
      try await node.ready()
      let ready = try await node.inspection.get("/health/ready")
      #expect(ready.status == 200 && ready.body.hasPrefix("ready\n"))
      #expect(ready.body.contains("- area_code "))
      try await node.inspection.shows("varde_rows_unreadable 1")
      let isTold: (Observation) -> Bool = {
        if case .rowsUnreadable(1, let some) = $0 { return some.count == 1 }
        return false
      }
      try await eventually("told") { node.witness.count(isTold) == 1 }
      try await town.rename("Tranvika")
      try await eventually("told of the next") { node.witness.count(isTold) == 2 }
      #expect(try await node.shows("Tranvika"))
    }
  }

  @Test func `the editor and the reader cannot renew a lineage or write one`() async throws {
    let town = try await Town.make()
    for user in ["varde_editor", "varde_reader"] {
      for script in [
        "select varde.renew_lineage()",
        "insert into varde.lineage (generation, id) values (9, null)",
        "update varde.generation set lineage = gen_random_uuid()",
      ] {
        let connection = try await PQConnection.connect(town.database.configuration(user: user))
        await #expect(throws: PQError.self, "\(user) \(script)") {
          try await connection.execute(script: script)
        }
        await connection.close()
      }
    }
  }
}

extension Running {
  fileprivate func shows(_ name: String) async throws -> Bool {
    try await site.get("/organisasjon/kommune-9901").body.contains(name)
  }
}

extension Refreshing {
  fileprivate var swaps: Int {
    witness.count {
      if case .editionSwapped = $0 { return true }
      return false
    }
  }
}
