package import PQ
package import SQL

// The only caller of SQL: snapshots, seed loads, change sets, history and migrations.
//
// Store must never answer a question, render a page, hold a statement that is not a file in SQL/,
// or give anyone a connection. What it reads it hands on as values of Registry.

/// The registry in PostgreSQL, over a pool of connections of one role.
///
/// A pool of the reader's role reads; one of the editor's role loads and erases as well. Migrating
/// is the owner's and takes a configuration of its own.
package struct Store: Sendable {
  let pool: PQPool
  private let files: Result<SQLFiles, SQLFilesFault>

  package init(pool: PQPool) {
    self.init(pool: pool, files: Store.house)
  }

  /// With SQL files of the caller's own.
  package init(pool: PQPool, files: SQLFiles) {
    self.init(pool: pool, files: .success(files))
  }

  private init(pool: PQPool, files: Result<SQLFiles, SQLFilesFault>) {
    self.pool = pool
    self.files = files
  }

  /// The SQL files beside the program, read at first use.
  static let house = Result { () throws(SQLFilesFault) in try SQLFiles.beside() }

  func sql() throws(StoreError) -> SQLFiles {
    do {
      return try files.get()
    } catch {
      throw .files(error)
    }
  }

  func statement(_ query: Query) throws(StoreError) -> PQStatement {
    try Store.statement(query.rawValue, in: sql())
  }

  static func statement(_ name: String, in files: SQLFiles) throws(StoreError) -> PQStatement {
    do {
      return PQStatement(name: name, sql: try files.query(name).content)
    } catch {
      throw .files(error)
    }
  }
}

/// The statements that belong to no single table of the snapshot, by the name of their file.
package enum Query: String, CaseIterable, Sendable {
  case sessionEnter = "session.enter"
  case sessionShow = "session.show"
  case migrationLock = "migration.lock"
  case migrationKeepOut = "migration.keep_out"
  case migrationExists = "migration.exists"
  case migrationList = "migration.list"
  case migrationRecord = "migration.record"
  case roleName = "role.name"
  case roleMissing = "role.missing"
  case roleCurrent = "role.current"
  case extensionMissing = "extension.missing"
  case schemaDump = "schema.dump"
  case serverState = "server.state"
  case generationRead = "generation.read"
  case generationDifference = "generation.difference"
  case lineageRead = "lineage.read"
  case lineageRenew = "lineage.renew"
  case changeOpen = "change.open"
  case changeSetApply = "change_set.apply"
  case seedLock = "seed.lock"
  case seedDefer = "seed.defer"
  case seedTables = "seed.tables"
  case seedPrepare = "seed.prepare"
  case incomingSeedReceive = "incoming_seed.receive"
  case incomingOwnerReceive = "incoming_owner.receive"
  case incomingCorrectionReceive = "incoming_correction.receive"
  case seedFault = "seed.fault"
  case seedFollow = "seed.follow"
  case seedMerge = "seed.merge"
  case seedAnalyze = "seed.analyze"
  case seedClaim = "seed.claim"
  case seedClose = "seed.close"
  case seedSettle = "seed.settle"
  case seedConceal = "seed.conceal"
  case personHidden = "person.hidden"
  case designationHidden = "designation.hidden"
  case constraintSentence = "constraint.sentence"
  case historyRead = "history.read"
  case historyVerify = "history.verify"
  case personErase = "person.erase"
}
