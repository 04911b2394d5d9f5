import PQ
package import Registry
package import SeedFiles
import SQL

extension Store {
  /// What seed files may refer to: what the public may see, and the persons and seats that are the
  /// desk's, with their visibility and their keys. The editor's.
  package func seedGround() async throws -> (snapshot: Snapshot, unreadable: [UnreadableRow]) {
    let read = try await read()
    var (snapshot, unreadable) = (read.snapshot, read.unreadable)
    let files = try sql()
    let texts = try await pool.withConnection { connection in
      try await connection.transaction(isolation: .repeatableRead, readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionEnter))
        return [
          try await transaction.copyOut(Store.statement(Query.personHidden.rawValue, in: files)),
          try await transaction.copyOut(
            Store.statement(Query.designationHidden.rawValue, in: files)),
        ]
      }
    }
    for (table, text) in zip([CopyTable(Person.self), CopyTable(Designation.self)], texts) {
      unreadable += try table.decode(text[...], &snapshot)
    }
    return (snapshot, unreadable)
  }

  /// Makes the registry say what the files say, all or nothing, as one change set.
  ///
  /// What the same files no longer say is closed as of `today`. A bundle that the registry already
  /// says raises no generation and writes nothing.
  ///
  /// - Parameters:
  ///   - today: the Oslo date that ends what disappeared.
  ///   - isDryRun: do everything, verify, and undo it.
  ///   - verify: judges the registry as the public would see it; what it throws undoes the load.
  /// - Throws: `refused` with every row that does not hold, and what `verify` throws.
  package func load(
    _ bundle: SeedBundle, today: Day, actor: String, isDryRun: Bool,
    progress: @escaping @Sendable (SeedProgress) -> Void,
    verify: @Sendable (Snapshot) throws -> Void
  ) async throws -> SeedDifference {
    do {
      return try await pool.withConnection { connection in
        try await connection.transaction { transaction in
          let load = SeedLoad(
            store: self, transaction: transaction, bundle: bundle, today: today, actor: actor,
            progress: progress)
          let difference = try await load.run(verify: verify)
          if isDryRun || difference.isEmpty { throw UndoneLoad(difference: difference) }
          return difference
        }
      }
    } catch let undone as UndoneLoad {
      return undone.difference
    } catch let error as PQError where error.constraint != nil {
      throw StoreError.refused([try await fault(error)])
    }
  }

  /// A refusal that no row could be found for, with the sentence of its constraint.
  private func fault(_ error: PQError) async throws -> RowFault {
    let constraint = error.constraint ?? ""
    let rows = try await pool.withConnection { connection in
      try await connection.query(statement(.constraintSentence), [error.table, constraint])
    }
    let sentence: String? = try rows.only().decode("sentence")
    return RowFault(
      row: nil, other: nil, constraint: constraint, sentence: sentence ?? error.description,
      position: nil, otherPosition: nil)
  }
}

/// Carries the difference out of a transaction that is rolled back.
private struct UndoneLoad: Error {
  let difference: SeedDifference
}

/// One load in one transaction.
struct SeedLoad {
  let store: Store
  let transaction: PQTransaction
  let bundle: SeedBundle
  let today: Day
  let actor: String
  let progress: @Sendable (SeedProgress) -> Void

  func run(verify: @Sendable (Snapshot) throws -> Void) async throws -> SeedDifference {
    try await requireWritable()
    _ = try await query(.seedLock)
    let generation = try await openChange()
    try await receive()
    try refuse(await faults(.seedFault))
    progress(.checked)
    let written = try await merge()
    try refuse(await faults(.seedSettle, [today.description]))
    progress(.settled)
    let concealed = try await concealed()
    let lines = written == 0 ? [] : try await lines(of: generation)
    try verify(await store.snapshot(in: transaction))
    progress(.verified)
    return SeedDifference(
      generation: written == 0 ? nil : generation, lines: lines, concealed: concealed)
  }

  /// Nobody writes with another version than the database was migrated with, nor beside a
  /// migration.
  private func requireWritable() async throws {
    let files = try store.sql()
    _ = try await query(.migrationKeepOut)
    try await Store.requireUnfrozen(transaction, files)
    let applied = try await Store.migrations(transaction, files, entering: .sessionEnter)
    try Store.requireReadable(applied, files)
    guard applied.count == files.migrations.count else {
      throw StoreError.databaseNewer(knows: files.migrations.count, applied: applied.count)
    }
  }

  private func openChange() async throws -> Int64 {
    let names = SeedLoad.listed(bundle.files.map(\.name).sorted())
    let id = IDText.format(UInt128.random(in: 1...UInt128.max))
    let generation: Int64 = try await query(.changeOpen, [id, actor, names]).only()
      .decode("generation")
    _ = try await query(.changeSetApply, [id, "Seed: \(names)", actor, names])
    return generation
  }

  /// The names, of which the last of many are counted: history repeats the reason on each entry.
  static func listed(_ names: [String]) -> String {
    let rest = names.count - namesMax
    guard rest > 1 else { return names.joined(separator: ", ") }
    return names.prefix(namesMax).joined(separator: ", ") + " and \(rest) more"
  }

  private static let namesMax = 40

  private func receive() async throws {
    _ = try await query(.seedPrepare)
    let files = try store.sql()
    for table in CopyTable.all where table.count(bundle.snapshot) > 0 {
      let statement = try Store.statement("incoming_\(table.name).receive", in: files)
      let rows = try await transaction.copyIn(statement, [table.encode(bundle.snapshot)])
      progress(.received(table: table.name, rows: rows))
    }
    _ = try await transaction.copyIn(
      store.statement(.incomingSeedReceive), [lines(bundle.files.map { [$0.name] })])
    _ = try await transaction.copyIn(
      store.statement(.incomingOwnerReceive),
      [lines(bundle.owners.map { [$1, $0.table, IDText.format($0.bits)] })])
    _ = try await transaction.copyIn(
      store.statement(.incomingCorrectionReceive),
      [lines(bundle.corrections.map { [$0.description] })])
  }

  private func lines(_ rows: [[String]]) throws -> [UInt8] {
    var text = PQCopyText()
    for row in rows { try text.append(row) }
    return text.bytes
  }

  /// Rows after which the planner is told.
  private static let greatLoad = 20_000

  /// Writes what differs and closes what disappeared; returns the number of rows written.
  private func merge() async throws -> Int64 {
    _ = try await query(.seedDefer)
    var written: Int64 = try await query(.seedFollow, [today.description]).only()
      .decode("written")
    for row in try await query(.seedTables) {
      let table: String = try row.decode("name")
      let rows: Int64 = try await query(.seedMerge, [table]).only().decode("written")
      if rows > 0 { progress(.merged(table: table, rows: Int(rows))) }
      written += rows
    }
    if written >= SeedLoad.greatLoad { _ = try await query(.seedAnalyze) }
    written += try await query(.seedClaim).only().decode("written", as: Int64.self)
    let closed: Int64 = try await query(.seedClose, [today.description]).only().decode("written")
    progress(.closed(rows: Int(closed)))
    return written + closed
  }

  private func lines(of generation: Int64) async throws -> [SeedDifference.Line] {
    try await query(.generationDifference, [generation]).map { row in
      SeedDifference.Line(
        kind: SeedDifference.Kind(rawValue: try row.decode("kind")) ?? .changed,
        row: RowReference(
          table: try row.decode("table_name"),
          bits: IDText.parse(try row.decode("row_id", as: String.self).utf8) ?? 0),
        text: try row.decode("line"))
    }
  }

  /// The sentences of these files that are not shown, since they name who or what is hidden.
  private func concealed() async throws -> [SeedDifference.Concealed] {
    try await query(.seedConceal).compactMap { row in
      let reference = RowReference(
        table: try row.decode("table_name"),
        bits: IDText.parse(try row.decode("row_id", as: String.self).utf8) ?? 0)
      guard bundle.owners[reference] != nil else { return nil }
      return SeedDifference.Concealed(
        row: reference, column: try row.decode("column_name"), key: try row.decode("key"),
        position: bundle.positions[reference])
    }
  }

  private func faults(
    _ statement: Query, _ parameters: [(any PQParameter)?] = []
  ) async throws -> [RowFault] {
    try await query(statement, parameters).map { row in
      let reference = { (tableColumn: String, column: String) throws -> RowReference? in
        let table: String = try row.decode(tableColumn)
        let id: String? = try row.decode(column)
        return id.flatMap { IDText.parse($0.utf8) }.map { RowReference(table: table, bits: $0) }
      }
      let one = try reference("table_name", "row_id")
      let other = try reference("other_table", "other_id")
      let sentence: String? = try row.decode("sentence")
      let constraint: String = try row.decode("constraint_name")
      return RowFault(
        row: one, other: other, constraint: constraint, sentence: sentence ?? constraint,
        position: one.flatMap { bundle.positions[$0] },
        otherPosition: other.flatMap { bundle.positions[$0] })
    }
  }

  private func refuse(_ faults: [RowFault]) throws(StoreError) {
    guard faults.isEmpty else { throw .refused(faults) }
  }

  private func query(
    _ statement: Query, _ parameters: [(any PQParameter)?] = []
  ) async throws -> PQRows {
    try await transaction.query(store.statement(statement), parameters)
  }
}
