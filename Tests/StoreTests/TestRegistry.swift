import PQ
import Registry
import SQL
import SeedFiles
import Store
import TestSupport
import Testing

/// A migrated database of one test, with a pool for each role.
struct TestRegistry {
  let database: TestDatabase
  let editor: Store
  let reader: Store
  private let pools: [PQPool]

  static func make() async throws -> TestRegistry {
    let cluster = try await TestRoles.cluster()
    let template = try await cluster.template("store") { configuration in
      let name = configuration.parameters["dbname"] ?? ""
      try await cluster.command("alter database \(name) owner to varde_owner")
      _ = try await Store.migrate(
        configuration: cluster.configuration(database: name, user: "varde_owner"))
    }
    return TestRegistry(try await cluster.database(template: template))
  }

  init(_ database: TestDatabase) {
    self.database = database
    let editors = PQPool(database.configuration(user: "varde_editor"))
    let readers = PQPool(database.configuration(user: "varde_reader"))
    editor = Store(pool: editors)
    reader = Store(pool: readers)
    pools = [editors, readers]
  }

  /// Loads as the editor on 1 March 2026, or on another day.
  @discardableResult
  func load(
    _ planted: Planted, files: [String] = ["a"], day: Day = Sample.today, isDryRun: Bool = false,
    verify: @escaping @Sendable (Snapshot) throws -> Void = { _ in }
  ) async throws -> SeedDifference {
    try await editor.load(
      planted.bundle(files: files), today: day, actor: "test", isDryRun: isDryRun,
      progress: { _ in }, verify: verify)
  }

  /// Returns when some backend waits for a lock in this database.
  func waitForLock() async throws {
    for _ in 0..<120_000 {
      let waiting = try await texts(
        """
        select 'yes' as text from pg_stat_activity
        where ((datname = current_database()) and (wait_event_type = 'Lock'))
        """)
      if !waiting.isEmpty { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("nobody waits for a lock")
  }

  /// What one text column of one query gives, as any role.
  func texts(_ sql: String, as user: String = "postgres") async throws -> [String?] {
    let connection = try await PQConnection.connect(database.configuration(user: user))
    do {
      let rows = try await connection.query(PQStatement(name: "test", sql: sql))
      let texts = try rows.map { row in try row.decode("text", as: String?.self) }
      await connection.close()
      return texts
    } catch {
      await connection.close()
      throw error
    }
  }

  /// Runs commands in one transaction, as any role.
  func run(_ script: String, as user: String) async throws {
    let connection = try await PQConnection.connect(database.configuration(user: user))
    do {
      try await connection.transaction { try await $0.execute(script: script) }
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }
}

/// The three roles, made once in the cluster of this process.
enum TestRoles {
  static func cluster() async throws -> Cluster {
    try await made.value
  }

  private static let made = Task {
    let cluster = try await Cluster.shared()
    for role in ["varde_owner", "varde_editor", "varde_reader"] {
      try await cluster.command("create role \(role) login")
    }
    return cluster
  }

  /// An empty database that varde_owner owns.
  static func emptyDatabase() async throws -> TestDatabase {
    let database = try await cluster().database()
    try await cluster().command("alter database \(database.name) owner to varde_owner")
    return database
  }
}

/// Rows for a seed bundle, each with the seed file that says it.
struct Planted {
  private(set) var snapshot = Snapshot()
  private var owners: [RowReference: String] = [:]
  private var positions: [RowReference: SeedPosition] = [:]

  mutating func add<Row: CopyRow>(_ rows: Row..., seed: String = "a") {
    for row in rows {
      snapshot[keyPath: Row.list].append(row)
      let reference = RowReference(table: Row.table, bits: Planted.bits(of: row))
      owners[reference] = seed
      positions[reference] = SeedPosition(
        path: "\(seed).yaml", line: positions.count + 1, key: Row.table)
    }
  }

  /// Takes the rows away that fulfil a condition.
  mutating func remove<Row: CopyRow>(_ type: Row.Type, where isMeant: (Row) -> Bool) {
    for row in snapshot[keyPath: Row.list] where isMeant(row) {
      owners[RowReference(table: Row.table, bits: Planted.bits(of: row))] = nil
    }
    snapshot[keyPath: Row.list].removeAll(where: isMeant)
  }

  /// Puts another row in the place of the one with the same id.
  mutating func replace<Row: CopyRow>(_ row: Row) {
    let bits = Planted.bits(of: row)
    snapshot[keyPath: Row.list] = snapshot[keyPath: Row.list].map {
      Planted.bits(of: $0) == bits ? row : $0
    }
  }

  /// Hands a row over to another seed file.
  mutating func move<Row: CopyRow>(_ row: Row, to seed: String) {
    owners[RowReference(table: Row.table, bits: Planted.bits(of: row))] = seed
  }

  func position<Row: CopyRow>(of row: Row) -> SeedPosition? {
    positions[RowReference(table: Row.table, bits: Planted.bits(of: row))]
  }

  func bundle(files: [String]) -> SeedBundle {
    SeedBundle(
      files: files.map { SeedFile(name: $0, path: "\($0).yaml") }, snapshot: snapshot.sorted(),
      owners: owners, positions: positions)
  }

  static func bits<Row: CopyRow>(of row: Row) -> UInt128 {
    var line = CopyLine()
    row.write(to: &line)
    return line.fields.first.flatMap { $0 }.flatMap { IDText.parse($0.utf8) } ?? 0
  }
}

extension Snapshot {
  /// Each table in the order of its ids, as the database gives it.
  func sorted() -> Snapshot {
    var sorted = self
    for sort in Snapshot.sorts { sort(&sorted) }
    return sorted
  }

  private static let sorts: [@Sendable (inout Snapshot) -> Void] = [
    by(Source.self), by(Citation.self), by(Doubt.self), by(Link.self), by(Name.self),
    by(AreaKind.self), by(Area.self), by(AreaCode.self), by(AreaParent.self),
    by(AreaSuccession.self), by(Postcode.self), by(Holiday.self), by(OrganisationKind.self),
    by(Organisation.self), by(OrganisationForm.self), by(OrganisationParent.self),
    by(OrganisationService.self), by(OrganisationMember.self), by(Function.self), by(Person.self),
    by(PersonDetail.self), by(Designation.self), by(Remit.self), by(Absence.self),
    by(Channel.self), by(Opening.self), by(Concern.self), by(Plan.self), by(SeverityWord.self),
    by(Rule.self), by(RuleTarget.self), by(Step.self), by(Notice.self), by(ReadingMatter.self),
    by(Measure.self), by(MeasureParty.self), by(MeasureMerge.self), by(Offering.self),
    by(RuleCase.self), by(NoticeCase.self), by(OfferingCase.self),
  ]

  private static func by<Row: CopyRow>(
    _ type: Row.Type
  ) -> @Sendable (inout Snapshot) -> Void {
    { $0[keyPath: Row.list].sort { Planted.bits(of: $0) < Planted.bits(of: $1) } }
  }
}
