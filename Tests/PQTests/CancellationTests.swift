import PQ
import TestSupport
import Testing

@Suite struct CancellationTests {
  private let sleep = PQStatement(name: "sleep", sql: "select pg_sleep(600)")

  @Test func `a deadline ends the statement and the connection serves on`() async throws {
    try await withConnection { connection in
      let error = try await failure {
        _ = try await connection.query(
          sleep, deadline: .now.advanced(by: .milliseconds(50)))
      }
      #expect(error.kind == .deadline)
      #expect(error.sqlState == "57014")
      #expect(error.statement == "sleep")
      for number in 1...20 {
        #expect(try await connection.value("select \(number) as n", as: Int.self) == number)
      }
    }
  }

  @Test func `a deadline that has passed ends the statement, and one to come does not`()
    async throws
  {
    try await withConnection { connection in
      let error = try await failure { _ = try await connection.query(sleep, deadline: .now) }
      #expect(error.kind == .deadline)
      _ = try await connection.query(
        PQStatement("select 1"), deadline: .now.advanced(by: .seconds(600)))
      #expect(await connection.isUsable)
    }
  }

  @Test func `a cancelled task ends its statement on the server`() async throws {
    try await withDatabase("select") { database, watcher in
      let connection = try await PQConnection.connect(database.configuration)
      let task = Task { _ = try await connection.query(sleep) }
      try await watcher.waitForSession("wait_event = 'PgSleep'")
      task.cancel()
      let error = try await failure { try await task.value }
      #expect(error.kind == .cancelled)
      #expect(await connection.isUsable)
      let sleeping = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
      #expect(
        try await watcher.value("\(sleeping) and datname = current_database()", as: Int.self) == 0)
    }
  }

  @Test func `a task that was cancelled before sends nothing`() async throws {
    try await withDatabase("create table t (a int)") { _, connection in
      let error = try await Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await failure {
          _ = try await connection.query(PQStatement("insert into t values (1)"))
        }
      }.value
      #expect(error.kind == .cancelled)
      #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
    }
  }

  @Test func `a cancelled transaction is undone and frees its locks`() async throws {
    try await withDatabase("create table t (a int primary key)") { database, watcher in
      let connection = try await PQConnection.connect(database.configuration)
      let insert = PQStatement(name: "insert", sql: "insert into t values (1)")
      let task = Task {
        try await connection.transaction { transaction in
          _ = try await transaction.query(insert)
          _ = try await transaction.query(sleep)
        }
      }
      try await watcher.waitForSession("wait_event = 'PgSleep' and datname = current_database()")
      task.cancel()
      let error = try await failure { try await task.value }
      #expect(error.kind == .cancelled)
      #expect(await connection.isUsable)
      #expect(try await watcher.query(insert).affected == 1)
    }
  }

  @Test func `cancelling at any moment never hits the next statement`() async throws {
    try await withConnection { connection in
      for round in 0..<200 {
        let task = Task {
          _ = try await connection.query(PQStatement("select count(*) from pg_class"))
        }
        for _ in 0..<(round % 20) { await Task.yield() }
        task.cancel()
        _ = await task.result
        let next = try await connection.value("select 7 as n", as: Int.self)
        #expect(next == 7)
      }
    }
  }

  @Test func `a server that hears no cancel request loses the connection`() async throws {
    let cluster = try await Cluster.dedicated()
    let connection = try await PQConnection.connect(cluster.configuration())
    try await cluster.freeze()
    let error = try await failure {
      _ = try await connection.query(PQStatement("select 1"), deadline: .now)
    }
    #expect(error.kind == .deadline)
    #expect(await connection.isUsable == false)
    let unreachable = try await failure {
      _ = try await PQConnection.connect(
        cluster.configuration(), deadline: .now.advanced(by: .milliseconds(50)))
    }
    #expect(unreachable.kind == .deadline)
    try await cluster.thaw()
  }
}
