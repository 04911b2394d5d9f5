import Registry
import SeedFiles
import Store
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

  @Test("Every table decodes what it encodes")
  func everyTableDecodesWhatItEncodes() throws {
    let expected = Sample.planted().bundle(files: []).snapshot
    var decoded = Snapshot()
    for table in CopyTable.all { try table.decode(try table.encode(expected)[...], &decoded) }
    #expect(decoded == expected)
  }

  @Test(
    "A row that is not of its table is refused",
    arguments: [
      ("\\N\tkey\t30\n", "null id"), ("x\tkey\t30\n", "malformed id"),
      ("00000001-0000-0000-0000-000000000000\tkey\t3x\n", "malformed number"),
      ("00000001-0000-0000-0000-000000000000\tkey\n", "too few fields"),
      ("00000001-0000-0000-0000-000000000000\tkey\t3\t4\n", "too many fields"),
      ("00000000-0000-0000-0000-000000000000\troot\t30\n", "the root node"),
    ])
  func aRowThatIsNotOfItsTableIsRefused(_ row: String, _ why: String) throws {
    let table = try #require(CopyTable.all.first { $0.name == "area_kind" })
    var snapshot = Snapshot()
    #expect(throws: (any Error).self, "\(why)") {
      try table.decode(Array(row.utf8)[...], &snapshot)
    }
  }

  @Test("The snapshot has a table for every list of the registry")
  func theSnapshotHasATableForEveryListOfTheRegistry() {
    let lists = Mirror(reflecting: Snapshot()).children.compactMap(\.label)
    #expect(lists.count == CopyTable.all.count + 1)
    #expect(Set(CopyTable.all.map(\.name)).count == CopyTable.all.count)
  }
}

extension Absence {
  /// As the public sees it: why somebody is away is the desk's.
  var withoutReason: Absence {
    Absence(id: id, designation: designation, valid: valid, citation: citation)
  }
}
