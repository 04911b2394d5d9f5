import Foundation
import PQ
import Registry
import Store
import TestSupport
import Testing

/// A database that its operator, or its primary, lets nobody write to is not written to.
@Suite struct ReadOnlyTests {
  @Test("A frozen database refuses whatever writes, and holds what it held")
  func aFrozenDatabaseRefusesWhateverWrites() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let name = registry.database.name
    try await registry.database.cluster.command(
      "alter database \(name) set default_transaction_read_only = on")
    // The pools of the registry have connections from before: a node and a command have not.
    let pool = PQPool(registry.database.configuration(user: "varde_editor"))
    let editor = Store(pool: pool)
    var planted = Sample.planted()
    planted.add(Sample.rule(70, key: "new"))
    let bundle = planted.bundle(files: ["a"])
    for isDryRun in [true, false] {
      let error = await refusal {
        _ = try await editor.load(
          bundle, today: Sample.today, actor: "test", isDryRun: isDryRun, progress: { _ in },
          verify: { _ in })
      }
      #expect(error?.isReadOnly(standby: false) == true, "\(String(describing: error))")
    }
    let erased = await refusal {
      try await editor.erase(Sample.id(1), actor: "desk", reason: "asked to be")
    }
    #expect(erased?.isReadOnly(standby: false) == true)
    await pool.close()
    #expect(try await registry.reader.generation() == 1)
    #expect(try await registry.reader.snapshot().rules.allSatisfy { $0.key != "new" })
  }

  @Test("A frozen database is not migrated")
  func aFrozenDatabaseIsNotMigrated() async throws {
    let database = try await TestRoles.emptyDatabase()
    try await database.cluster.command(
      "alter database \(database.name) set default_transaction_read_only = on")
    let error = await refusal {
      _ = try await Store.migrate(configuration: database.configuration(user: "varde_owner"))
    }
    #expect(error?.isReadOnly(standby: false) == true)
    let connection = try await PQConnection.connect(database.configuration)
    let schemas = try await connection.query(
      PQStatement(
        name: "schemas", sql: "select 1 from pg_namespace as n where (n.nspname = 'varde')"))
    #expect(schemas.isEmpty)
    await connection.close()
  }

  @Test("A standby says that it is one")
  func aStandbySaysThatItIsOne() async throws {
    let cluster = try await Cluster.dedicated(settings: ["wal_level": "replica"])
    for role in ["varde_owner", "varde_editor", "varde_reader"] {
      try await cluster.command("create role \(role) login")
    }
    try await cluster.command("create database town owner varde_owner")
    let owner = cluster.configuration(database: "town", user: "varde_owner")
    _ = try await Store.migrate(configuration: owner)
    try await cluster.stop()
    // It waits for ever for the next word of a primary, and meanwhile lets people read.
    #expect(
      FileManager.default.createFile(
        atPath: "\(cluster.directory)/data/standby.signal",
        contents: Data(), attributes: [.posixPermissions: 0o666]))
    try await cluster.start()
    let pool = PQPool(cluster.configuration(database: "town", user: "varde_editor"))
    let editor = Store(pool: pool)
    let error = await refusal {
      _ = try await editor.load(
        Sample.planted().bundle(files: ["a"]), today: Sample.today, actor: "test",
        isDryRun: false, progress: { _ in }, verify: { _ in })
    }
    #expect(error?.isReadOnly(standby: true) == true)
    #expect(error?.description.contains("read-only") == true)
    let erased = await refusal {
      try await editor.erase(Sample.id(1), actor: "desk", reason: "asked to be")
    }
    #expect(erased?.isReadOnly(standby: true) == true)
    await pool.close()
  }

  @Test("A server that is too old is told before anything else is asked of it")
  func aServerThatIsTooOldIsTold() {
    for version in [90_624, 130_014, 140_011] {
      let error = #expect(throws: StoreError.self) { try Store.requireVersion(version) }
      #expect(error?.description.contains("PostgreSQL \(version / 10_000) ") == true)
    }
    for version in [150_000, 150_018, 180_001] {
      #expect(throws: Never.self) { try Store.requireVersion(version) }
    }
  }
}

extension StoreError {
  func isReadOnly(standby: Bool) -> Bool {
    if case .databaseReadOnly(let isStandby) = self { return isStandby == standby }
    return false
  }
}
