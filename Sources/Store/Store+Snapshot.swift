import PQ
package import Registry
import SQL

extension Store {
  /// Refuses to go on unless this role may read for the public and this program may read at all.
  ///
  /// - Throws: `unsafeReader`, `readerNotGranted`, `needsMigration`, `programTooOld`,
  ///   `alteredMigration`.
  package func requireReadable() async throws {
    let files = try sql()
    try await pool.withConnection { connection in
      try await connection.transaction(readOnly: true) { transaction in
        let exists = try await transaction.query(statement(.migrationExists))
        guard try exists.only().decode("is_migrated", as: Bool.self) else {
          throw StoreError.needsMigration(applied: 0, needed: files.migrations.count)
        }
        try requirePublic(try await transaction.query(statement(.roleCurrent)).only())
        let applied = try await Store.migrations(transaction, files, entering: .sessionShow)
        try Store.requireReadable(applied, files)
      }
    }
  }

  /// Everything the public may see, at one generation, but for rows that cannot be read.
  ///
  /// - Throws: `malformedRow` when the database and this program do not belong together.
  package func snapshot() async throws -> Snapshot {
    try await read().snapshot
  }

  /// The same with the rows that could not be read.
  package func read() async throws -> ReadSnapshot {
    try ReadSnapshot(try await snapshotTexts(), reusing: nil)
  }

  /// The same as text, which the caller decodes where there is time for it.
  ///
  /// A migration that writes a table anew is seen through every snapshot as an empty table. So what
  /// was read while one came to its end is thrown away and read again; a lock would keep out a
  /// migration here and not that of the primary which a standby follows.
  ///
  /// - Throws: `migrating`, when that happened again and again.
  package func snapshotTexts() async throws -> SnapshotTexts {
    for _ in 0..<Store.readingsMax {
      let (read, before) = try await pool.withConnection { connection in
        try await connection.transaction(
          isolation: .repeatableRead, readOnly: true
        ) { transaction in
          let before = try await migrationCount(in: transaction)
          return (try await texts(in: transaction), before)
        }
      }
      let after = try await pool.withConnection { connection in
        try await connection.transaction(readOnly: true) { try await migrationCount(in: $0) }
      }
      if before == after { return read }
    }
    throw StoreError.migrating
  }

  private static let readingsMax = 5

  private func migrationCount(in transaction: PQTransaction) async throws -> Int {
    try await Store.migrations(transaction, try sql(), entering: .sessionShow).count
  }

  package func generation() async throws -> Int64 {
    try await mark().generation
  }

  /// Which state of which history the database is in.
  package func mark() async throws -> EditionMark {
    try await pool.withConnection { connection in
      try await connection.transaction(readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionShow))
        return try await mark(in: transaction)
      }
    }
  }

  private func mark(in transaction: PQTransaction) async throws -> EditionMark {
    let row = try await transaction.query(statement(.generationRead)).only()
    return EditionMark(generation: try row.decode("number"), lineage: try row.id("lineage"))
  }

  private func lineage(in transaction: PQTransaction) async throws -> Lineage {
    let mark = try await mark(in: transaction)
    let rows = try await transaction.query(
      statement(.lineageRead), [Int64(Lineage.ancestorsMax + 1)])
    let states = try rows.map { row in
      EditionMark(generation: try row.decode("generation"), lineage: try row.id("id"))
    }
    return Lineage(mark: mark, ancestors: states.filter { $0 != mark })
  }

  func snapshot(in transaction: PQTransaction) async throws -> Snapshot {
    try ReadSnapshot(try await texts(in: transaction), reusing: nil).snapshot
  }

  private func texts(in transaction: PQTransaction) async throws -> SnapshotTexts {
    let files = try sql()
    _ = try await transaction.query(statement(.sessionShow))
    let lineage = try await lineage(in: transaction)
    var texts: [[UInt8]] = []
    for table in CopyTable.all {
      texts.append(
        try await transaction.copyOut(Store.statement("\(table.name).snapshot", in: files)))
    }
    return SnapshotTexts(lineage: lineage, tables: texts)
  }

  private func requirePublic(_ role: PQRow) throws {
    let name: String = try role.decode("name")
    let reasons: [(Bool, UnsafeReader)] = [
      (try role.decode("is_superuser"), .superuser),
      (try role.decode("bypasses_row_security"), .bypassesRowSecurity),
      (try role.decode("is_owner"), .owner),
    ]
    if let (_, reason) = reasons.first(where: \.0) {
      throw StoreError.unsafeReader(role: name, reason: reason)
    }
    guard try role.decode("may_read") else { throw StoreError.readerNotGranted(role: name) }
  }
}

extension PQRow {
  /// The id of a state; the all-zero one where the text is none, which no database writes.
  fileprivate func id(_ column: String) throws -> ID<Lineage> {
    let text: String = try decode(column)
    return ID(text) ?? ID(bits: 0)
  }
}
