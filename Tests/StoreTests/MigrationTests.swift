import Foundation
import PQ
import Registry
import SQL
import Store
import TestSupport
import Testing

@Suite struct MigrationTests {
  @Test("Migrating twice applies nothing the second time")
  func migratingTwiceAppliesNothingTheSecondTime() async throws {
    let database = try await TestRoles.emptyDatabase()
    let owner = database.configuration(user: "varde_owner")
    let first = try await Store.migrate(configuration: owner)
    #expect(first.map(\.number) == Array(1...first.count))
    #expect(first.first?.name == "house")
    #expect(try await Store.migrate(configuration: owner).isEmpty)
  }

  @Test("Two programs may migrate at once")
  func twoProgramsMayMigrateAtOnce() async throws {
    let database = try await TestRoles.emptyDatabase()
    let owner = database.configuration(user: "varde_owner")
    async let one = Store.migrate(configuration: owner)
    async let other = Store.migrate(configuration: owner)
    let applied = try await (one + other).map(\.number)
    let files = try SQLFiles.beside()
    #expect(applied.sorted() == files.migrations.map(\.number))
  }

  @Test("An altered migration is refused")
  func anAlteredMigrationIsRefused() async throws {
    let registry = try await TestRegistry.make()
    let files = try altered(3) { $0 + "\n-- edited\n" }
    let error = await refusal {
      _ = try await Store.migrate(
        configuration: registry.database.configuration(user: "varde_owner"), files: files)
    }
    #expect(error?.description.contains("Migration 3 (organisations) is not the one") == true)
    let reader = Store(
      pool: PQPool(registry.database.configuration(user: "varde_reader")), files: files)
    #expect(
      await refusal { try await reader.requireReadable() }?.description
        .contains("Migrations are never edited") == true)
  }

  @Test("A migration that fails leaves nothing behind")
  func aMigrationThatFailsLeavesNothingBehind() async throws {
    let registry = try await TestRegistry.make()
    let owner = registry.database.configuration(user: "varde_owner")
    let files = try extended(
      "create table varde.half (id integer); select 1 / 0;", oldestReadingProgram: 1)
    await #expect(throws: PQError.self) {
      try await Store.migrate(configuration: owner, files: files)
    }
    let left = try await registry.texts("select to_regclass('varde.half')::text as text")
    #expect(left == [nil])
    #expect(try await Store.migrate(configuration: owner).isEmpty)
  }

  @Test("An older program reads only as far back as the migrations say")
  func anOlderProgramReadsOnlyAsFarBackAsTheMigrationsSay() async throws {
    let registry = try await TestRegistry.make()
    let owner = registry.database.configuration(user: "varde_owner")
    let known = try SQLFiles.beside().migrations.count
    let mild = try extended("select 1", oldestReadingProgram: known)
    _ = try await Store.migrate(configuration: owner, files: mild)
    try await registry.reader.requireReadable()
    let refused = await refusal { _ = try await registry.load(Sample.planted()) }
    #expect(refused?.description.contains("write with the newer program") == true)
    #expect(
      await refusal { _ = try await Store.migrate(configuration: owner) }?.description
        .contains("this program knows \(known)") == true)

    let hard = try extended("select 2", oldestReadingProgram: known + 2, after: mild)
    _ = try await Store.migrate(configuration: owner, files: hard)
    let error = await refusal { try await registry.reader.requireReadable() }
    #expect(error?.description.hasPrefix("This program is too old: it knows migration") == true)
  }

  @Test("A program that is newer than the database asks for migration")
  func aProgramThatIsNewerThanTheDatabaseAsksForMigration() async throws {
    let registry = try await TestRegistry.make()
    let files = try extended("select 1", oldestReadingProgram: 1)
    let reader = Store(
      pool: PQPool(registry.database.configuration(user: "varde_reader")), files: files)
    let error = await refusal { try await reader.requireReadable() }
    #expect(error?.description.hasSuffix("run `varde migrate`.") == true)
  }

  @Test("A database that was never migrated says so")
  func aDatabaseThatWasNeverMigratedSaysSo() async throws {
    let database = try await TestRoles.emptyDatabase()
    let reader = Store(pool: PQPool(database.configuration(user: "varde_reader")))
    let error = await refusal { try await reader.requireReadable() }
    #expect(error?.description.hasPrefix("The database holds no registry yet") == true)
  }

  @Test("Roles that the server lacks are named with the statements that make them")
  func rolesThatTheServerLacksAreNamedWithTheStatementsThatMakeThem() async throws {
    let database = try await TestRoles.emptyDatabase()
    let error = await refusal {
      _ = try await Store.migrate(
        configuration: database.configuration(user: "varde_owner"),
        roles: Roles(environment: ["VARDE_READER": "nobody_reads"]))
    }
    #expect(error?.description.contains("create role \"nobody_reads\" login;") == true)
  }

  @Test("The roles may have other names")
  func theRolesMayHaveOtherNames() async throws {
    let database = try await TestRoles.emptyDatabase()
    try await database.cluster.command("create role \"other reader\" login")
    _ = try await Store.migrate(
      configuration: database.configuration(user: "varde_owner"),
      roles: Roles(environment: ["VARDE_READER": "other reader"]))
    try await Store(pool: PQPool(database.configuration(user: "other reader"))).requireReadable()
    let error = await refusal {
      try await Store(pool: PQPool(database.configuration(user: "varde_reader"))).requireReadable()
    }
    #expect(error?.description.contains("varde_reader may not read the registry") == true)
  }

  @Test("The dumped schema is what the migrations make")
  func theDumpedSchemaIsWhatTheMigrationsMake() async throws {
    let registry = try await TestRegistry.make()
    let dump = try SQLFiles.beside().query("schema.dump").content
    let lines = try await registry.texts(dump, as: "varde_owner")
    try Golden.expect(
      lines.compactMap(\.self).joined(separator: "\n") + "\n", at: "SQL/schema.sql")
  }

  private func altered(_ number: Int, _ edit: (String) -> String) throws -> SQLFiles {
    let files = try SQLFiles.beside()
    return files.with(
      migrations: files.migrations.map { migration in
        guard migration.number == number else { return migration }
        return SQLMigration(
          number: number, name: migration.name,
          oldestReadingProgram: migration.oldestReadingProgram, text: edit(migration.text))
      })
  }

  private func extended(
    _ text: String, oldestReadingProgram: Int, after earlier: SQLFiles? = nil
  ) throws -> SQLFiles {
    let files = try earlier ?? SQLFiles.beside()
    let next = SQLMigration(
      number: files.migrations.count + 1, name: "next",
      oldestReadingProgram: oldestReadingProgram, text: text)
    return files.with(migrations: files.migrations + [next])
  }
}

/// The store's error of something that must be refused.
func refusal(_ body: () async throws -> Void) async -> StoreError? {
  do {
    try await body()
  } catch let error as StoreError {
    return error
  } catch {
    Issue.record("another error: \(error)")
  }
  return nil
}
