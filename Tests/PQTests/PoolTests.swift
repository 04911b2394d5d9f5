import Glibc
import TestSupport
import Testing

@testable import PQ

@Suite struct PoolTests {
  private let number = PQStatement(name: "backend", sql: "select pg_backend_pid() as pid")

  private func backend(_ connection: PQConnection) async throws -> Int {
    try await connection.query(number).only().decode("pid", as: Int.self)
  }

  @Test func `a connection is used again`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration())
    let first = try await pool.withConnection { try await backend($0) }
    let second = try await pool.withConnection { try await backend($0) }
    #expect(first == second)
    await pool.close()
  }

  @Test func `its connections have the priority that it was given`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration(), niceness: 19)
    #expect(try await pool.withConnection { await $0.niceness } == 19)
    await pool.close()
  }

  @Test func `never more connections than allowed, and everyone is served`() async throws {
    let database = try await Cluster.shared().database()
    let pool = PQPool(database.configuration, connectionsMax: 3, acquireTimeout: .seconds(300))
    let backends = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<60 {
        group.addTask {
          try await pool.withConnection { connection in
            let sql = "select count(*) from pg_stat_activity where datname = current_database()"
            let count = try await connection.value(sql, as: Int.self)
            #expect(count <= 3)
            return try await backend(connection)
          }
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect((1...3).contains(backends.count))
    await pool.close()
  }

  @Test func `an exhausted pool says so, and serves again when one comes back`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration(), connectionsMax: 1)
    try await pool.withConnection { connection in
      let error = try await failure {
        try await pool.withConnection(deadline: .now.advanced(by: .milliseconds(20))) { _ in }
      }
      #expect(error.kind == .poolExhausted)
      #expect(try await connection.value("select 1 as n", as: Int.self) == 1)
    }
    _ = try await pool.query(number)
    await pool.close()
  }

  @Test func `a cancelled wait ends, and its place goes to the next`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration(), connectionsMax: 1)
    let next = try await pool.withConnection { _ in
      let cancelled = Task { try await pool.withConnection { _ in } }
      while await pool.waitingCount < 1 { await Task.yield() }
      let next = Task { try await pool.query(number).count }
      while await pool.waitingCount < 2 { await Task.yield() }
      cancelled.cancel()
      let error = try await failure { try await cancelled.value }
      #expect(error.kind == .cancelled)
      return next
    }
    #expect(try await next.value == 1)
    await pool.close()
  }

  @Test func `a connection whose server process was ended is replaced before it is lent`()
    async throws
  {
    let cluster = try await Cluster.shared()
    let pool = PQPool(cluster.configuration(), connectionsMax: 1)
    let first = try await pool.withConnection { try await backend($0) }
    try await withConnection { other in
      _ = try await other.query(PQStatement("select pg_terminate_backend($1, 60000)"), [first])
    }
    let second = try await pool.withConnection { try await backend($0) }
    #expect(first != second)
    await pool.close()
  }

  @Test
  func `a connection lost in the middle of a write is not lent again and nothing is repeated`()
    async throws
  {
    try await withDatabase("create table t (a int)") { database, watcher in
      let pool = PQPool(database.configuration, connectionsMax: 1)
      let task = Task {
        try await pool.withConnection { connection in
          try await connection.transaction { transaction in
            _ = try await transaction.query(PQStatement("insert into t values (1)"))
            _ = try await transaction.query(PQStatement("select pg_sleep(600)"))
          }
        }
      }
      let sleeping = "wait_event = 'PgSleep' and datname = current_database()"
      try await watcher.waitForSession(sleeping)
      try await watcher.execute(
        script: "select pg_terminate_backend(pid) from pg_stat_activity where \(sleeping)")
      let error = try await failure { try await task.value }
      #expect(error.kind == .connection)
      #expect(error.sqlState == "57P01")
      let rows = try await pool.query(PQStatement("select count(*) as n from t"))
      #expect(try rows.only().decode("n", as: Int.self) == 0)
      await pool.close()
    }
  }

  @Test func `a transaction left open is undone`() async throws {
    try await withDatabase("create table t (a int)") { database, _ in
      let pool = PQPool(database.configuration, connectionsMax: 1)
      try await pool.withConnection {
        try await $0.execute(script: "begin; insert into t values (1)")
      }
      let rows = try await pool.query(PQStatement("select count(*) as n from t"))
      #expect(try rows.only().decode("n", as: Int.self) == 0)
      await pool.close()
    }
  }

  @Test func `a server that refuses is not asked again and again`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration(user: "nobody_here"))
    let error = try await failure { try await pool.withConnection { _ in } }
    #expect(error.kind == .connection)
    #expect(error.details.contains("nobody_here"))
    await pool.close()
  }

  @Test func `a closed pool refuses, also those who wait`() async throws {
    let pool = PQPool(try await Cluster.shared().configuration(), connectionsMax: 1)
    let connection = try await pool.withConnection { connection in
      let waiting = Task { try await pool.withConnection { _ in } }
      while await pool.waitingCount < 1 { await Task.yield() }
      await pool.close()
      let error = try await failure { try await waiting.value }
      #expect(error.kind == .poolClosed)
      return connection
    }
    #expect(await connection.isUsable == false)
    let error = try await failure { try await pool.withConnection { _ in } }
    #expect(error.kind == .poolClosed)
  }
}

extension PQConnection {
  /// Of the connection's own thread.
  fileprivate var niceness: Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }
}
