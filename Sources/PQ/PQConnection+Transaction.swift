import CLibPQ

extension PQConnection {
  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// Nothing is tried again: an error with `mayBeTriedAgain` says when the caller may. Once COMMIT
  /// has been sent, cancelling the task changes nothing; if no answer comes the error is
  /// `unknownOutcome`. Until `body` is done the connection answers to the transaction alone.
  ///
  /// - Parameter deadline: for every statement in it, and for COMMIT.
  package nonisolated(nonsending) func transaction<T>(
    isolation: PQIsolation = .readCommitted, readOnly: Bool = false, deferrable: Bool = false,
    deadline: ContinuousClock.Instant? = nil,
    _ body: nonisolated(nonsending) (PQTransaction) async throws -> T
  ) async throws -> T {
    // Never "read write": that would override a server whose operator lets nobody write.
    let mode = isolation.rawValue + (readOnly ? " read only" : "")
    let begin = "begin isolation level \(mode)\(deferrable ? " deferrable" : "")"
    let number = try await self.begin(begin, deadline: deadline)
    let transaction = PQTransaction(connection: self, number: number, deadline: deadline)
    let value: T
    do {
      value = try await body(transaction)
      if Task.isCancelled { throw PQError(.cancelled, statement: "commit", details: "in time") }
    } catch {
      await rollBack(number)
      throw error
    }
    try await commit(number, deadline: deadline)
    return value
  }

  private func begin(_ command: String, deadline: ContinuousClock.Instant?) async throws -> Int {
    try await turn("begin", deadline: deadline, in: nil) { session, turn in
      _ = try session.execute(script: command, turn)
      self.transactionsMade += 1
      self.transaction = self.transactionsMade
      return self.transactionsMade
    }
  }

  /// Undoes the transaction; a connection on which that fails is closed, which undoes it too.
  private func rollBack(_ number: Int) {
    guard transaction == number else { return }
    let turn = Turn(
      statement: "rollback", deadline: .now.advanced(by: Self.rollBackTimeout), interrupt: nil)
    do {
      _ = try take(turn, in: number) { session, turn in
        try session.execute(script: "rollback", turn)
      }
      transaction = nil
    } catch {
      close()
    }
  }

  private func commit(_ number: Int, deadline: ContinuousClock.Instant?) throws {
    let turn = Turn(statement: "commit", deadline: deadline, interrupt: nil)
    defer { if transaction == number { transaction = nil } }
    try take(turn, in: number) { session, turn in
      guard session.transactionStatus != PQTRANS_IDLE else {
        throw session.misuse("a statement ended the transaction by itself", turn)
      }
      do throws(PQError) {
        let result = try session.execute(script: "commit", turn)
        guard result.commandTag == "COMMIT" else {
          throw session.misuse("an error in it was ignored: it was rolled back", turn)
        }
      } catch {
        throw session.isBroken ? error.withUnknownOutcome : error
      }
    }
  }

  /// Beyond this, closing the connection is the surer way to undo.
  private static let rollBackTimeout = Duration.seconds(5)
}
