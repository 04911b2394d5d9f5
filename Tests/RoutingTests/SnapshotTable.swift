import Registry
import Testing

/// One table of a snapshot, whatever its rows are.
struct SnapshotTable: Sendable {
  let name: String
  let count: @Sendable (Snapshot) -> Int
  let remove: @Sendable (inout Snapshot, Int) -> Void
  let swap: @Sendable (inout Snapshot, Int, Int) -> Void

  private init<Row>(
    _ name: String, _ rows: any WritableKeyPath<Snapshot, [Row]> & Sendable
  ) {
    self.name = name
    count = { $0[keyPath: rows].count }
    remove = { $0[keyPath: rows].remove(at: $1) }
    swap = { $0[keyPath: rows].swapAt($1, $2) }
  }

  /// Every table: `SnapshotTableTests` finds one that is left out.
  static let all: [SnapshotTable] = [
    SnapshotTable("sources", \.sources), SnapshotTable("citations", \.citations),
    SnapshotTable("doubts", \.doubts), SnapshotTable("links", \.links),
    SnapshotTable("names", \.names), SnapshotTable("areaKinds", \.areaKinds),
    SnapshotTable("areas", \.areas), SnapshotTable("areaCodes", \.areaCodes),
    SnapshotTable("areaParents", \.areaParents),
    SnapshotTable("areaSuccessions", \.areaSuccessions),
    SnapshotTable("postcodes", \.postcodes), SnapshotTable("holidays", \.holidays),
    SnapshotTable("organisationKinds", \.organisationKinds),
    SnapshotTable("organisations", \.organisations),
    SnapshotTable("organisationForms", \.organisationForms),
    SnapshotTable("organisationParents", \.organisationParents),
    SnapshotTable("organisationServices", \.organisationServices),
    SnapshotTable("organisationMembers", \.organisationMembers),
    SnapshotTable("functions", \.functions), SnapshotTable("persons", \.persons),
    SnapshotTable("personDetails", \.personDetails),
    SnapshotTable("designations", \.designations), SnapshotTable("remits", \.remits),
    SnapshotTable("absences", \.absences), SnapshotTable("channels", \.channels),
    SnapshotTable("openings", \.openings), SnapshotTable("concerns", \.concerns),
    SnapshotTable("plans", \.plans), SnapshotTable("severityWords", \.severityWords),
    SnapshotTable("rules", \.rules), SnapshotTable("ruleTargets", \.ruleTargets),
    SnapshotTable("steps", \.steps), SnapshotTable("notices", \.notices),
    SnapshotTable("readingMatter", \.readingMatter), SnapshotTable("measures", \.measures),
    SnapshotTable("measureParties", \.measureParties),
    SnapshotTable("measureMerges", \.measureMerges), SnapshotTable("offerings", \.offerings),
    SnapshotTable("ruleCases", \.ruleCases), SnapshotTable("noticeCases", \.noticeCases),
    SnapshotTable("offeringCases", \.offeringCases),
  ]
}

@Suite struct SnapshotTableTests {
  @Test func `every table of a snapshot is shuffled and taken from in these tests`() {
    let tables = Mirror(reflecting: Snapshot()).children.compactMap(\.label)
    let rows = Set(tables).subtracting(["generation", "lineage", "toldOn"])
    #expect(rows == Set(SnapshotTable.all.map(\.name)))
  }
}
