import PQ
import Registry
import SQL
import SeedFiles
import Store
import Synthesis
import TestSupport
import Testing

/// On a filled database nothing reads a great table from end to end unless that is its purpose.
@Suite struct QueryPlanTests {
  /// What may, and why. A table that is not named here has to be found by an index.
  private static let whole: [String: Set<String>] = [
    // A bundle's rows lie in temporary tables without statistics, and are as many as the tables'.
    "seed.fault": ["citation", "organisation", "person"],
    // Here one generation is almost all of history, and the planner knows it.
    "generation.difference": ["history"],
    // What is hidden is found anew, and words are looked through for whoever is erased.
    "history.read": ["channel", "designation", "name", "person"],
    "person.erase": wordy, "seed.conceal": wordy,
  ]

  private static let wordy: Set = [
    "area_parent", "channel", "citation", "designation", "history", "name", "organisation",
    "organisation_form", "organisation_parent", "organisation_service", "person",
    "person_detail", "remit", "rule", "rule_case", "rule_target",
  ]

  /// What reads whole tables by purpose, or is no statement of the running program: the snapshots,
  /// the checks (each judges the whole registry on a day), the verifier, the dump of the schema and
  /// the counting of rows.
  private static let notAsked: Set = [
    "designation.hidden", "history.verify", "person.hidden", "schema.dump", "seed.analyze",
  ]

  @Test("No statement reads a great table from end to end unless that is its purpose")
  func noStatementReadsAGreatTableFromEndToEnd() async throws {
    let registry = try await QueryPlanTests.country()
    var scans: [String: Set<String>] = [:]
    try await QueryPlanTests.write(registry, into: &scans)
    try await QueryPlanTests.read(registry, into: &scans)
    let files = try SQLFiles.beside()
    let tables = CopyTable.all.flatMap { ["\($0.name).snapshot", "incoming_\($0.name).receive"] }
    let asked = Set(scans.keys.map { $0.split(separator: "/").first.map(String.init) ?? $0 })
    #expect(
      Set(files.queries.keys).subtracting(asked).subtracting(tables)
        == QueryPlanTests.notAsked)
    for (name, tables) in scans.sorted(by: { $0.key < $1.key }) {
      let unlisted = tables.subtracting(QueryPlanTests.whole[name] ?? [])
      #expect(unlisted.isEmpty, "\(name) reads \(unlisted.sorted()) from end to end")
    }
  }

  @Test("A statement whose index is away is seen to read its table from end to end")
  func aMissingIndexIsSeen() async throws {
    let registry = try await QueryPlanTests.country(municipalities: 40)
    let subject = try await QueryPlanTests.text(
      "select id::text as text from varde.designation order by id limit 1", registry)
    let owner = try await PlannedRun(registry, as: "postgres")
    try await owner.execute("begin")
    try await owner.query("session.show")
    let found = try await owner.query("history.read", [subject])
    #expect(!found.contains("history"))
    try await owner.execute("drop index varde.history_subject")
    let scanned = try await owner.query("history.read", [subject])
    #expect(scanned.contains("history"))
    try await owner.execute("rollback")
    await owner.close()
  }

  /// Hundreds of municipalities, loaded and counted.
  private static func country(municipalities: Int = 200) async throws -> TestRegistry {
    let registry = try await TestRegistry.make()
    let country = SyntheticCountry(
      municipalities: municipalities, unitsPerMunicipality: 3, seed: 1)
    let bundle = try SeedReader(existing: Snapshot()).read(country.files(in: "1-first"))
    _ = try await registry.editor.load(
      bundle, today: Sample.today, actor: "test", isDryRun: false, progress: { _ in },
      verify: { _ in })
    let connection = try await PQConnection.connect(registry.database.configuration)
    try await connection.execute(script: "vacuum analyze")
    await connection.close()
    try await PlannedRun.prepare(registry)
    return registry
  }

  private static func text(_ sql: String, _ registry: TestRegistry) async throws -> String? {
    try await registry.texts(sql).first.flatMap(\.self)
  }

  /// A load that changes a number and says no more of what a municipality's file said, taken apart.
  private static func write(
    _ registry: TestRegistry, into scans: inout [String: Set<String>]
  ) async throws {
    let file = try await text(
      "select seed as text from varde.seed_row where (table_name = 'rule') order by 1 limit 1",
      registry)
    let person = try await text(
      "select person::text as text from varde.designation where (person is not null) "
        + "order by 1 limit 1", registry)
    let editor = try await PlannedRun(registry, as: "varde_editor")
    func ask(_ name: String, _ parameters: [(any PQParameter)?] = []) async throws {
      scans[name, default: []].formUnion(try await editor.query(name, parameters))
    }
    try await ask("role.missing", [["varde_editor"]])
    let outside = ["extension.missing", "role.current", "server.state", "migration.exists"]
    for name in outside { try await ask(name) }
    try await editor.execute("begin")
    let first = ["session.enter", "migration.list", "migration.lock", "migration.keep_out"]
    for name in first + ["seed.lock"] { try await ask(name) }
    try await ask("role.name", ["varde_editor", "varde_reader"])
    let change = "00000000-0000-0000-0000-0000000000aa"
    try await ask("change.open", [change, "test", "plans"])
    try await ask("change_set.apply", [change, "Plans", "test", "plans"])
    try await ask("seed.prepare")
    try await editor.execute(
      """
      insert into incoming_seed values ('\(file ?? "")');
      insert into incoming_channel
      select c.* from varde_shown.channel as c join varde.seed_row as r on ((r.row_id = c.id)
        and (r.table_name = 'channel') and (r.seed = '\(file ?? "")'));
      update incoming_channel set label = 'endret';
      insert into incoming_owner select '\(file ?? "")', 'channel', c.id from incoming_channel as c;
      """)
    for name in ["incoming_seed.receive", "incoming_owner.receive", "seed.fault", "seed.defer"] {
      try await ask(name)
    }
    try await ask("incoming_correction.receive")
    try await ask("seed.follow", [Sample.today.description])
    try await ask("seed.tables")
    for table in CopyTable.all { try await ask("seed.merge", [table.name]) }
    try await ask("seed.claim")
    try await ask("seed.close", [Sample.today.description])
    try await ask("seed.settle", [Sample.today.description])
    let raised = try await text("select max(number)::text as text from varde.generation", registry)
    try await ask("generation.difference", [Int64(raised.flatMap { Int64($0) } ?? 0) + 1])
    try await ask("constraint.sentence", ["link", "link_pkey"])
    try await ask("seed.conceal")
    try await ask("person.erase", [person])
    try await editor.execute("rollback")
    await editor.close()
    let owner = try await PlannedRun(registry, as: "varde_owner")
    try await owner.execute("begin")
    scans["migration.record"] = try await owner.query("migration.record", [99, "x", "x", 1])
    scans["lineage.renew"] = try await owner.query("lineage.renew")
    try await owner.execute("rollback")
    await owner.close()
  }

  private static func read(
    _ registry: TestRegistry, into scans: inout [String: Set<String>]
  ) async throws {
    let reader = try await PlannedRun(registry, as: "varde_reader")
    let subject = try await text(
      "select id::text as text from varde.designation order by id limit 1", registry)
    try await reader.execute("begin read only")
    scans["session.show"] = try await reader.query("session.show")
    scans["generation.read"] = try await reader.query("generation.read")
    scans["lineage.read"] = try await reader.query("lineage.read", [Int64(10)])
    scans["history.read"] = try await reader.query("history.read", [subject])
    try await reader.execute("rollback")
    await reader.close()
  }
}
