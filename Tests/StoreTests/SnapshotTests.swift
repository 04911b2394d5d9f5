import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

@Suite struct SnapshotTests {
  @Test("A registry comes back from the database as it was loaded")
  func aRegistryComesBackFromTheDatabaseAsItWasLoaded() async throws {
    let registry = try await TestRegistry.make()
    let planted = Sample.planted()
    try await registry.load(planted)
    var snapshot = try await registry.reader.snapshot()
    #expect(snapshot.generation == 1)
    snapshot.generation = 0
    var expected = planted.bundle(files: []).snapshot
    expected.absences = expected.absences.map(\.withoutReason)
    for table in CopyTable.all {
      #expect(try table.encode(snapshot) == table.encode(expected), "\(table.name)")
      #expect(table.count(expected) > 0, "the sample has no row of \(table.name)")
    }
    #expect(snapshot == expected)
  }

  @Test("What was read while a migration wrote a table anew is read again")
  func rewrittenWhileRead() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    let before = try await registry.reader.snapshot()
    let migrator = try await PQConnection.connect(registry.database.configuration)
    // The first table that a reader reads: it stands there with its snapshot taken.
    let first = try #require(CopyTable.all.first).name
    try await migrator.execute(
      script: "begin; lock table varde.\(first) in access exclusive mode;")
    async let reading = registry.reader.snapshot()
    try await registry.waitForLock()
    try await migrator.execute(
      script: """
        alter table varde.channel add column mark uuid default gen_random_uuid();
        insert into varde.schema_migration (number, name, sha256, oldest_reading_program)
        select max(number) + 1, 'later', repeat('0', 64), 1 from varde.schema_migration;
        commit;
        """)
    #expect(try await reading == before)
    #expect(!before.channels.isEmpty)
    await migrator.close()
  }

  @Test("A writer waits for a migration, and a migration for a writer")
  func writersAndMigrationsWaitForEachOther() async throws {
    let registry = try await TestRegistry.make()
    let migrator = try await PQConnection.connect(registry.database.configuration)
    try await migrator.execute(script: "begin; select pg_advisory_xact_lock(8223700);")
    async let loaded = registry.load(Sample.planted())
    try await registry.waitForLock()
    try await migrator.execute(script: "commit;")
    #expect(!(try await loaded).lines.isEmpty)
    await migrator.close()
  }

  @Test("Every table decodes what it encodes")
  func everyTableDecodesWhatItEncodes() throws {
    let expected = Sample.planted().bundle(files: []).snapshot
    var decoded = Snapshot()
    for table in CopyTable.all {
      #expect(try table.decode(try table.encode(expected)[...], &decoded) == [], "\(table.name)")
    }
    #expect(decoded == expected)
  }

  @Test(
    "A text that is not of its table is refused",
    arguments: [
      ("00000001-0000-0000-0000-000000000000\tkey\n", "too few fields"),
      ("00000001-0000-0000-0000-000000000000\tkey\t3\t4\n", "too many fields"),
      ("x\tkey\n", "too few fields after a fault"),
      (String(repeating: "x\tkey\t3\n", count: 100), "nothing that can be read"),
    ])
  func aTextThatIsNotOfItsTableIsRefused(_ row: String, _ why: String) throws {
    let table = try #require(CopyTable.all.first { $0.name == "area_kind" })
    var snapshot = Snapshot()
    #expect(throws: (any Error).self, "\(why)") {
      _ = try table.decode(Array(row.utf8)[...], &snapshot)
    }
  }

  @Test(
    "A row that cannot be read is named and left out, and the others stay",
    arguments: [
      ("\\N\tkey\t30", "area_kind row 2: id is null where a value must be"),
      ("x\tkey\t30", "area_kind row 2: id holds what this program cannot read"),
      (
        "00000000-0000-0000-0000-000000000000\troot\t30",
        "area_kind 00000000-0000-0000-0000-000000000000: id is null where a value must be"
      ),
      (
        "00000002-0000-0000-0000-000000000000\tkey\t3x",
        "area_kind 00000002-0000-0000-0000-000000000000: rank holds what this program cannot read"
      ),
      (
        "00000002-0000-0000-0000-000000000000\t\\N\t3",
        "area_kind 00000002-0000-0000-0000-000000000000: key is null where a value must be"
      ),
    ])
  func aRowThatCannotBeReadIsNamedAndLeftOut(_ row: String, _ sentence: String) throws {
    let table = try #require(CopyTable.all.first { $0.name == "area_kind" })
    let text =
      "00000001-0000-0000-0000-000000000000\ta\t1\n\(row)\n"
      + "00000003-0000-0000-0000-000000000000\tc\t3\n"
    var snapshot = Snapshot()
    let unreadable = try table.decode(Array(text.utf8)[...], &snapshot)
    #expect(unreadable.map(\.description) == [sentence])
    #expect(snapshot.areaKinds.map(\.key) == ["a", "c"])
  }

  @Test("The snapshot has a table for every list of the registry")
  func theSnapshotHasATableForEveryListOfTheRegistry() {
    let lists = Mirror(reflecting: Snapshot()).children.compactMap(\.label)
    #expect(lists.count == CopyTable.all.count + 2)
    #expect(Set(CopyTable.all.map(\.name)).count == CopyTable.all.count)
  }
}

extension Absence {
  /// As the public sees it: why somebody is away is the desk's.
  var withoutReason: Absence {
    Absence(id: id, designation: designation, valid: valid, citation: citation)
  }
}
