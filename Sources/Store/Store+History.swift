import PQ
package import Registry

/// One thing that was written, as the public may know it: no names of editors, no hidden holder.
package struct HistoryEntry: Hashable, Sendable {
  package let sequence: Int64
  package let generation: Int64
  /// The title of the change set.
  package let title: String?
  package let table: String
  package let row: UInt128
  /// The row as a JSON object; nil when it was new. Names of persons are salted digests.
  package let before: String?
  package let after: String
  package let reason: String?
  /// Seconds since 1970-01-01T00:00:00Z.
  package let recordedAt: Int64
}

/// Something in the history that does not hold together.
package struct HistoryFault: Hashable, Sendable {
  /// Nil when the row has no entry at all.
  package let sequence: Int64?
  package let sentence: String
}

/// Words that name somebody who was erased.
package struct RemainingWords: Hashable, Sendable {
  package let table: String
  package let row: UInt128
  package let column: String
  /// The key of the thing that the words are about.
  package let key: String
  /// The seed files that say them; nil when none does.
  package let seeds: String?
}

extension Store {
  /// Everything that was written about a thing, oldest first: the thing and the facts about it.
  package func history(of subject: Subject) async throws -> [HistoryEntry] {
    try await pool.withConnection { connection in
      try await connection.transaction(readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionShow))
        return try await transaction.query(
          statement(.historyRead), [IDText.format(subject.bits)]
        ).map(HistoryEntry.init)
      }
    }
  }

  /// Recomputes the chain of digests and compares every row with its last entry; the editor's.
  package func verifyHistory() async throws -> [HistoryFault] {
    try await pool.withConnection { connection in
      try await connection.transaction(isolation: .repeatableRead, readOnly: true) { transaction in
        _ = try await transaction.query(statement(.sessionEnter))
        return try await transaction.query(statement(.historyVerify)).map { row in
          HistoryFault(
            sequence: try row.decode("sequence"), sentence: try row.decode("sentence"))
        }
      }
    }
  }

  /// Empties the name and the private numbers of a person, for good: no file brings them back, in
  /// whatever spelling, nor does another file that has the name with the number. History keeps
  /// digests, loses the values that told of the person, and still verifies. The editor's.
  ///
  /// - Returns: the words that still name the person, for somebody to mend where they are written.
  @discardableResult
  package func erase(
    _ person: ID<Person>, actor: String, reason: String
  ) async throws -> [RemainingWords] {
    try await pool.withConnection { connection in
      try await connection.transaction { transaction in
        try await Store.requireUnfrozen(transaction, sql())
        _ = try await transaction.query(statement(.sessionEnter))
        let change = IDText.format(UInt128.random(in: 1...UInt128.max))
        _ = try await transaction.query(statement(.changeOpen), [change, actor, reason])
        _ = try await transaction.query(
          statement(.changeSetApply), [change, "Erase a person", actor, reason])
        do {
          return try await transaction.query(statement(.personErase), [person.description])
            .map(RemainingWords.init)
        } catch let error as PQError where error.sqlState == "VA003" {
          throw StoreError.unknownPerson
        }
      }
    }
  }
}

extension RemainingWords {
  init(_ row: PQRow) throws {
    self.init(
      table: try row.decode("table_name"),
      row: IDText.parse(try row.decode("row_id", as: String.self).utf8) ?? 0,
      column: try row.decode("column_name"), key: try row.decode("key"),
      seeds: try row.decode("seeds"))
  }
}

extension HistoryEntry {
  init(_ row: PQRow) throws {
    self.init(
      sequence: try row.decode("sequence"), generation: try row.decode("generation"),
      title: try row.decode("title"), table: try row.decode("table_name"),
      row: IDText.parse(try row.decode("row_id", as: String.self).utf8) ?? 0,
      before: try row.decode("before"), after: try row.decode("after"),
      reason: try row.decode("reason"), recordedAt: try row.decode("recorded_at"))
  }
}
