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

  /// Everything the public may see, at one generation.
  ///
  /// - Throws: `malformedRow` when the database and this program do not belong together.
  package func snapshot() async throws -> Snapshot {
    try ReadSnapshot(try await snapshotTexts(), reusing: nil).snapshot
  }

  /// The same as text, which the caller decodes where there is time for it.
  package func snapshotTexts() async throws -> SnapshotTexts {
    try await pool.withConnection { connection in
      try await connection.transaction(isolation: .repeatableRead, readOnly: true) { transaction in
        try await texts(in: transaction)
      }
    }
  }

  package func generation() async throws -> Int64 {
    try await pool.withConnection { connection in
      try await connection.transaction(readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionShow))
        return try await transaction.query(statement(.generationRead)).only().decode("number")
      }
    }
  }

  func snapshot(in transaction: PQTransaction) async throws -> Snapshot {
    try ReadSnapshot(try await texts(in: transaction), reusing: nil).snapshot
  }

  private func texts(in transaction: PQTransaction) async throws -> SnapshotTexts {
    let files = try sql()
    _ = try await transaction.query(statement(.sessionShow))
    let generation: Int64 = try await transaction.query(statement(.generationRead)).only()
      .decode("number")
    var texts: [[UInt8]] = []
    for table in CopyTable.all {
      texts.append(
        try await transaction.copyOut(Store.statement("\(table.name).snapshot", in: files)))
    }
    return SnapshotTexts(generation: generation, tables: texts)
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
