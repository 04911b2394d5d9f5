import PQ
import TestSupport
import Testing

/// Runs `body` with a connection to the cluster's own database: for tests that keep nothing.
func withConnection<T: Sendable>(
  notices: @escaping @Sendable (PQNotice) -> Void = { _ in },
  _ body: (PQConnection) async throws -> T
) async throws -> T {
  let cluster = try await Cluster.shared()
  let connection = try await PQConnection.connect(cluster.configuration(), notices: notices)
  let value = try await body(connection)
  await connection.close()
  return value
}

/// Runs `body` with a database of its own in which `script` has been run.
func withDatabase<T>(
  _ script: String, _ body: (TestDatabase, PQConnection) async throws -> T
) async throws -> T {
  let database = try await Cluster.shared().database()
  let connection = try await PQConnection.connect(database.configuration)
  try await connection.execute(script: script)
  let value = try await body(database, connection)
  await connection.close()
  return value
}

/// The error that `work` throws, which must be a PQError.
func failure(
  _ work: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PQError {
  let error = await #expect(throws: PQError.self, sourceLocation: sourceLocation) {
    try await work()
  }
  return try #require(error, sourceLocation: sourceLocation)
}

extension PQStatement {
  /// A statement of a test: named after its SQL, and a digest of it.
  init(_ sql: String) {
    let digest = sql.utf8.reduce(5381 as UInt32) { ($0 &* 33) ^ UInt32($1) }
    self.init(name: "\(sql.prefix(24)) \(String(digest, radix: 36))", sql: sql)
  }
}

extension PQConnection {
  /// The one value of the one row of a statement of a test.
  func value<Value: PQDecodable>(
    _ sql: String, _ parameters: [(any PQParameter)?] = [], as type: Value.Type = Value.self
  ) async throws -> Value {
    let rows = try await query(PQStatement(sql), parameters)
    return try rows.only().decode(#require(rows.columns.names.first), as: type)
  }

  /// Waits until another session waits for a lock, or runs a statement that holds `text`.
  func waitForSession(_ condition: String) async throws {
    let sql = "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and \(condition)"
    while try await value(sql, as: Int.self) == 0 { await Task.yield() }
  }
}
