extension PQConnection {
  /// Runs one statement; prepared on this connection the first time.
  ///
  /// - Throws: ``PQError``; kind `parameter` before anything is sent.
  package func query(
    _ statement: PQStatement, _ parameters: [(any PQParameter)?] = [],
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> PQRows {
    try await query(statement, parameters, deadline: deadline, in: nil)
  }

  /// Runs a text of several commands, without parameters: a migration. The server undoes all of
  /// them when one is refused, unless the text says `begin` and `commit` itself.
  package func execute(script: String, deadline: ContinuousClock.Instant? = nil) async throws {
    try await execute(script: script, deadline: deadline, in: nil)
  }

  /// What the server makes of a statement: the types of its parameters and its columns.
  package func describe(_ statement: PQStatement) async throws -> PQDescription {
    try await turn(statement.name, deadline: nil, in: transaction) { session, turn in
      let name = try self.preparedName(statement, session, turn)
      return try session.describe(prepared: name, turn)
    }
  }

  /// Runs `copy (…) to stdout` and returns all of it.
  package func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant? = nil
  ) async throws -> [UInt8] {
    try await copyOut(statement, deadline: deadline, in: nil)
  }

  /// Runs `copy (…) to stdout` and hands each row to `receive`, on the connection's thread. When
  /// `receive` throws, the copy ends with that error.
  package func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant? = nil,
    to receive: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws {
    try await copyOut(statement, deadline: deadline, in: nil, to: receive)
  }

  /// Runs `copy … from stdin` with `chunks`, cut anywhere; returns the number of rows.
  package func copyIn(
    _ statement: PQStatement, _ chunks: some Sequence<[UInt8]> & Sendable,
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> Int {
    try await copyIn(statement, chunks, deadline: deadline, in: nil)
  }

  func query(
    _ statement: PQStatement, _ parameters: [(any PQParameter)?],
    deadline: ContinuousClock.Instant?, in owner: Int?
  ) async throws -> PQRows {
    let encoded = try EncodedParameters(parameters, statement: statement.name)
    return try await turn(statement.name, deadline: deadline, in: owner) { session, turn in
      let name = try self.preparedName(statement, session, turn)
      do throws(PQError) {
        let result = try session.execute(prepared: name, encoded, turn)
        return PQRows(result, statement: statement.name)
      } catch {
        self.forgetIfStale(statement, after: error)
        throw error
      }
    }
  }

  func execute(
    script: String, deadline: ContinuousClock.Instant?, in owner: Int?
  ) async throws {
    guard !script.utf8.contains(0) else {
      throw PQError(.parameter, statement: "script", details: "the script holds a NUL byte")
    }
    _ = try await turn("script", deadline: deadline, in: owner) { session, turn in
      try session.execute(script: script, turn)
    }
  }

  func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant?, in owner: Int?
  ) async throws -> [UInt8] {
    try await turn(statement.name, deadline: deadline, in: owner) { session, turn in
      var bytes: [UInt8] = []
      try session.copyOut(statement, turn) { bytes.append(contentsOf: $0) }
      return bytes
    }
  }

  func copyOut(
    _ statement: PQStatement, deadline: ContinuousClock.Instant?, in owner: Int?,
    to receive: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws {
    try await turn(statement.name, deadline: deadline, in: owner) { session, turn in
      try session.copyOut(statement, turn, to: receive)
    }
  }

  func copyIn(
    _ statement: PQStatement, _ chunks: some Sequence<[UInt8]> & Sendable,
    deadline: ContinuousClock.Instant?, in owner: Int?
  ) async throws -> Int {
    try await turn(statement.name, deadline: deadline, in: owner) { session, turn in
      try session.copyIn(statement, chunks, turn)
    }
  }
}
