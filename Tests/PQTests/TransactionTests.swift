import PQ
import TestSupport
import Testing

@Suite struct TransactionTests {
  private struct Refusal: Error {}

  private let insert = PQStatement(name: "t.insert", sql: "insert into t values ($1)")
  private let table = "create table t (a int primary key deferrable initially deferred)"

  private func count(_ connection: PQConnection) async throws -> Int {
    try await connection.value("select count(*) from t", as: Int.self)
  }

  @Test func `what returns is committed and what throws is undone`() async throws {
    try await withDatabase(table) { database, connection in
      let other = try await PQConnection.connect(database.configuration)
      let answer = try await connection.transaction { transaction in
        _ = try await transaction.query(insert, [1])
        #expect(try await count(other) == 0)
        return "done"
      }
      #expect(answer == "done")
      #expect(try await count(other) == 1)
      await #expect(throws: Refusal.self) {
        try await connection.transaction { transaction in
          _ = try await transaction.query(insert, [2])
          throw Refusal()
        }
      }
      #expect(try await count(other) == 1)
      #expect(await connection.isUsable)
    }
  }

  @Test func `the isolation and the modes are those asked for`() async throws {
    try await withConnection { connection in
      let sql = """
        select current_setting('transaction_isolation') || ' ' ||
          current_setting('transaction_read_only') || ' ' ||
          current_setting('transaction_deferrable') as mode
        """
      let mode = PQStatement(name: "mode", sql: sql)
      let strict = try await connection.transaction(
        isolation: .serializable, readOnly: true, deferrable: true
      ) { try await $0.query(mode).only().decode("mode", as: String.self) }
      #expect(strict == "serializable on on")
      let plain = try await connection.transaction {
        try await $0.query(mode).only().decode("mode", as: String.self)
      }
      #expect(plain == "read committed off off")
      let repeatable = try await connection.transaction(isolation: .repeatableRead) {
        try await $0.query(mode).only().decode("mode", as: String.self)
      }
      #expect(repeatable == "repeatable read off off")
    }
  }

  @Test func `an error that the body ignores is an error of the transaction`() async throws {
    try await withDatabase(table) { _, connection in
      let error = try await failure {
        try await connection.transaction { transaction in
          _ = try await transaction.query(insert, [1])
          _ = try? await transaction.query(PQStatement("select 1/0"))
        }
      }
      #expect(error.kind == .protocolMisuse)
      #expect(try await count(connection) == 0)
    }
  }

  @Test func `a constraint that bites at commit is the server's refusal`() async throws {
    try await withDatabase(table) { _, connection in
      let error = try await failure {
        try await connection.transaction { transaction in
          _ = try await transaction.query(insert, [1])
          _ = try await transaction.query(insert, [1])
        }
      }
      #expect(error.kind == .server(sqlState: "23505"))
      #expect(error.constraint == "t_pkey")
      #expect(await connection.isUsable)
    }
  }

  @Test func `a script that ends the transaction is misuse`() async throws {
    try await withDatabase(table) { _, connection in
      let error = try await failure {
        try await connection.transaction { try await $0.execute(script: "commit") }
      }
      #expect(error.kind == .protocolMisuse)
    }
  }

  @Test func `while a transaction is open only the transaction may use the connection`()
    async throws
  {
    try await withConnection { connection in
      let ended = try await connection.transaction { transaction in
        let error = try await failure { _ = try await connection.query(PQStatement("select 1")) }
        #expect(error.kind == .protocolMisuse)
        let nested = try await failure { try await connection.transaction { _ in } }
        #expect(nested.kind == .protocolMisuse)
        return transaction
      }
      let late = try await failure { _ = try await ended.query(PQStatement("select 1")) }
      #expect(late.kind == .protocolMisuse)
    }
  }

  /// Runs the two transactions at once; each meets the other after its first statement.
  private func collide(
    isolation: PQIsolation, database: TestDatabase,
    _ statements: [(first: PQStatement, second: PQStatement)]
  ) async throws -> [PQError] {
    let meeting = Meeting(of: statements.count)
    return try await withThrowingTaskGroup(of: PQError?.self) { group in
      for (first, second) in statements {
        group.addTask {
          let connection = try await PQConnection.connect(database.configuration)
          do {
            try await connection.transaction(isolation: isolation) { transaction in
              try await transaction.execute(script: "set local deadlock_timeout = '20ms'")
              _ = try await transaction.query(first)
              await meeting.arrive()
              _ = try await transaction.query(second)
            }
            return nil
          } catch let error as PQError {
            return error
          }
        }
      }
      return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
    }
  }

  @Test func `a deadlock is broken for one, who may try again`() async throws {
    let script = "create table t (a int); insert into t values (1), (2)"
    try await withDatabase(script) { database, _ in
      let lock = { (row: Int) in PQStatement("update t set a = a where a = \(row)") }
      let errors = try await collide(
        isolation: .readCommitted, database: database, [(lock(1), lock(2)), (lock(2), lock(1))])
      #expect(errors.map(\.kind) == [.server(sqlState: "40P01")])
      #expect(errors.map(\.mayBeTriedAgain) == [true])
    }
  }

  @Test func `of two transactions that each miss the other's write one may try again`()
    async throws
  {
    let script = "create table t (a int); insert into t values (1), (2)"
    try await withDatabase(script) { database, connection in
      let sum = PQStatement("select sum(a) from t")
      let errors = try await collide(
        isolation: .serializable, database: database,
        [10, 20].map { (sum, PQStatement("insert into t values (\($0))")) })
      #expect(errors.map(\.sqlState) == ["40001"])
      #expect(errors.map(\.mayBeTriedAgain) == [true])
      #expect(try await count(connection) == 3)
    }
  }
}
