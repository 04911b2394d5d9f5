import Crypto
package import PQ
package import SQL

/// A migration as the database remembers it.
package struct AppliedMigration: Hashable, Sendable {
  package let number: Int
  package let name: String
  package let sha256: String
  package let oldestReadingProgram: Int
}

extension Store {
  /// Brings the database forward, each migration in a transaction of its own under a lock, so that
  /// several programs may start at once.
  ///
  /// - Parameter configuration: the owner's, who creates schemas and an extension.
  /// - Returns: what this call applied; empty when there was nothing to do.
  /// - Throws: `alteredMigration`, `databaseNewer`, `rolesMissing`, `extensionsMissing`.
  package static func migrate(
    configuration: PQConfiguration, roles: Roles = Roles(), files: SQLFiles? = nil
  ) async throws -> [AppliedMigration] {
    let files = try files ?? own()
    let connection = try await PQConnection.connect(configuration)
    var applied: [AppliedMigration] = []
    do {
      try await requireServer(connection, roles, files)
      while let next = try await step(connection, roles, files) { applied.append(next) }
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    return applied
  }

  private static func own() throws(StoreError) -> SQLFiles {
    do {
      return try house.get()
    } catch {
      throw .files(error)
    }
  }

  private static func requireServer(
    _ connection: PQConnection, _ roles: Roles, _ files: SQLFiles
  ) async throws {
    let state = try await connection.query(statement(Query.serverState.rawValue, in: files))
    try requireVersion(try state.only().decode("version"))
    let missing = try await connection.query(
      statement(Query.roleMissing.rawValue, in: files), [[roles.editor, roles.reader]])
    guard missing.isEmpty else {
      throw StoreError.rolesMissing(try missing.map { try $0.decode("name") })
    }
    let extensions = try await connection.query(
      statement(Query.extensionMissing.rawValue, in: files))
    guard extensions.isEmpty else {
      throw StoreError.extensionsMissing(try extensions.map { try $0.decode("name") })
    }
  }

  /// The SQL of the migrations is that of PostgreSQL 15, in the form of `server_version_num`.
  static let oldestServer = 150_000

  package static func requireVersion(_ version: Int) throws(StoreError) {
    guard version >= oldestServer else { throw .serverTooOld(version: version) }
  }

  /// Nobody writes where an operator, or a primary elsewhere, lets nobody write.
  static func requireUnfrozen(_ transaction: PQTransaction, _ files: SQLFiles) async throws {
    let state = try await transaction.query(
      statement(Query.serverState.rawValue, in: files)
    ).only()
    let isStandby: Bool = try state.decode("is_standby")
    guard try isStandby || state.decode("is_read_only") else { return }
    throw StoreError.databaseReadOnly(isStandby: isStandby)
  }

  /// Applies the next migration, or says that there is none.
  private static func step(
    _ connection: PQConnection, _ roles: Roles, _ files: SQLFiles
  ) async throws -> AppliedMigration? {
    try await connection.transaction { transaction in
      _ = try await transaction.query(statement(Query.migrationLock.rawValue, in: files))
      let applied = try await migrations(transaction, files, entering: .sessionEnter)
      try requireUnaltered(applied, files)
      guard applied.count <= files.migrations.count else {
        throw StoreError.databaseNewer(knows: files.migrations.count, applied: applied.count)
      }
      guard applied.count < files.migrations.count else { return nil }
      try await requireUnfrozen(transaction, files)
      let next = AppliedMigration(files.migrations[applied.count])
      _ = try await transaction.query(
        statement(Query.roleName.rawValue, in: files), [roles.editor, roles.reader])
      try await transaction.execute(script: files.migrations[applied.count].text)
      _ = try await transaction.query(
        statement(Query.migrationRecord.rawValue, in: files),
        [next.number, next.name, next.sha256, next.oldestReadingProgram])
      // What is shown may be another thing now: no node goes on with what it read before.
      if applied.contains(where: { $0.name == "lineage" }) {
        _ = try await transaction.query(statement(Query.lineageRenew.rawValue, in: files))
      }
      return next
    }
  }

  /// What is applied, by number; nothing when the database was never migrated.
  static func migrations(
    _ transaction: PQTransaction, _ files: SQLFiles, entering session: Query
  ) async throws -> [AppliedMigration] {
    let exists = try await transaction.query(
      statement(Query.migrationExists.rawValue, in: files))
    guard try exists.only().decode("is_migrated", as: Bool.self) else { return [] }
    _ = try await transaction.query(statement(session.rawValue, in: files))
    let rows = try await transaction.query(statement(Query.migrationList.rawValue, in: files))
    return try rows.map(AppliedMigration.init)
  }

  static func requireUnaltered(
    _ applied: [AppliedMigration], _ files: SQLFiles
  ) throws(StoreError) {
    for (old, file) in zip(applied, files.migrations) {
      let new = AppliedMigration(file)
      guard old.number == new.number, old.sha256 == new.sha256 else {
        throw .alteredMigration(number: old.number, name: old.name)
      }
    }
  }

  /// Whether a program with these files may read the database.
  static func requireReadable(
    _ applied: [AppliedMigration], _ files: SQLFiles
  ) throws(StoreError) {
    let knows = files.migrations.count
    guard applied.count >= knows else {
      throw .needsMigration(applied: applied.count, needed: knows)
    }
    let oldest = applied.map(\.oldestReadingProgram).max() ?? 0
    guard knows >= oldest else {
      throw .programTooOld(knows: knows, applied: applied.count, oldestReading: oldest)
    }
    try requireUnaltered(applied, files)
  }
}

extension AppliedMigration {
  init(_ migration: SQLMigration) {
    let digest = SHA256.hash(data: Array(migration.text.utf8))
    self.init(
      number: migration.number, name: migration.name,
      sha256: digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
      oldestReadingProgram: migration.oldestReadingProgram)
  }

  init(_ row: PQRow) throws {
    self.init(
      number: try row.decode("number"), name: try row.decode("name"),
      sha256: try row.decode("sha256"),
      oldestReadingProgram: try row.decode("oldest_reading_program"))
  }
}
