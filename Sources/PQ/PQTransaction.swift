/// How far a transaction is kept apart from others.
package enum PQIsolation: String, Sendable {
  case readCommitted = "read committed"
  case repeatableRead = "repeatable read"
  case serializable = "serializable"
}

/// An open transaction: the only way to use its connection until it ends.
package struct PQTransaction: Sendable {
  let connection: PQConnection
  let number: Int
  let deadline: ContinuousClock.Instant?

  /// As ``PQConnection/query(_:_:deadline:)``, inside this transaction.
  package func query(
    _ statement: PQStatement, _ parameters: [(any PQParameter)?] = [],
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> PQRows {
    try await connection.query(
      statement, parameters, deadline: earlier(deadline), in: number)
  }

  /// As ``PQConnection/execute(script:deadline:)``; the script must not end the transaction.
  package func execute(script: String, deadline: ContinuousClock.Instant? = nil) async throws {
    try await connection.execute(script: script, deadline: earlier(deadline), in: number)
  }

  package func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant? = nil
  ) async throws -> [UInt8] {
    try await connection.copyOut(statement, deadline: earlier(deadline), in: number)
  }

  package func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant? = nil,
    to receive: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws {
    try await connection.copyOut(
      statement, deadline: earlier(deadline), in: number, to: receive)
  }

  package func copyIn(
    _ statement: PQStatement, _ chunks: some Sequence<[UInt8]> & Sendable,
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> Int {
    try await connection.copyIn(statement, chunks, deadline: earlier(deadline), in: number)
  }

  private func earlier(_ other: ContinuousClock.Instant?) -> ContinuousClock.Instant? {
    guard let deadline, let other else { return deadline ?? other }
    return min(deadline, other)
  }
}
