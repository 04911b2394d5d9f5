import PQ
import TestSupport
import Testing

/// Each on a server of its own, which it stops, kills and starts again.
@Suite struct FaultTests {
  private let sleep = PQStatement(name: "sleep", sql: "select pg_sleep(600)")
  private let sleeping = "wait_event = 'PgSleep'"

  @Test(arguments: [true, false])
  func `a server that dies in mid-query is a lost connection`(suddenly: Bool) async throws {
    let cluster = try await Cluster.dedicated()
    let connection = try await PQConnection.connect(cluster.configuration())
    let watcher = try await PQConnection.connect(cluster.configuration())
    let task = Task { _ = try await connection.query(sleep) }
    try await watcher.waitForSession(sleeping)
    if suddenly { try await cluster.kill() } else { try await cluster.stop() }
    let error = try await failure { try await task.value }
    #expect(error.kind == .connection)
    #expect(error.statement == "sleep")
    #expect(await connection.isUsable == false)
    let next = try await failure { _ = try await connection.query(sleep) }
    #expect(next.kind == .connection)
  }

  @Test func `a pool waits for a server that comes back`() async throws {
    let cluster = try await Cluster.dedicated()
    let pool = PQPool(cluster.configuration(), acquireTimeout: .seconds(300))
    let one = PQStatement(name: "one", sql: "select 1")
    _ = try await pool.query(one)
    try await cluster.kill()
    async let rows = pool.query(one)
    try await cluster.start()
    #expect(try await rows.count == 1)
    await pool.close()
  }

  @Test func `a pool without a server says so at the deadline`() async throws {
    let cluster = try await Cluster.dedicated()
    let pool = PQPool(cluster.configuration())
    try await cluster.stop()
    let error = try await failure {
      try await pool.withConnection(deadline: .now.advanced(by: .milliseconds(300))) { _ in }
    }
    #expect(error.kind == .connection)
    await pool.close()
  }

  @Test func `a commit without an answer has an unknown outcome`() async throws {
    let cluster = try await Cluster.dedicated()
    let connection = try await PQConnection.connect(cluster.configuration())
    try await connection.execute(
      script: """
        create table t (a int);
        create function dawdle() returns trigger language plpgsql as
          $$ begin perform pg_sleep(600); return null; end $$;
        create constraint trigger dawdle after insert on t deferrable initially deferred
          for each row execute function dawdle()
        """)
    let watcher = try await PQConnection.connect(cluster.configuration())
    let task = Task {
      try await connection.transaction { transaction in
        _ = try await transaction.query(PQStatement("insert into t values (1)"))
      }
    }
    try await watcher.waitForSession(sleeping)
    // Once COMMIT is on its way, a cancelled task must not undo what it said.
    task.cancel()
    try await cluster.kill()
    let error = try await failure { try await task.value }
    #expect(error.kind == .unknownOutcome)
    try await cluster.start()
    let again = try await PQConnection.connect(cluster.configuration())
    #expect(try await again.value("select count(*) from t", as: Int.self) == 0)
  }

  @Test func `a transaction whose connection is lost before commit is not in doubt`() async throws {
    let cluster = try await Cluster.dedicated()
    let connection = try await PQConnection.connect(cluster.configuration())
    let error = try await failure {
      try await connection.transaction { transaction in
        try await cluster.kill()
        _ = try? await transaction.query(PQStatement("select 1"))
      }
    }
    #expect(error.kind == .connection)
  }
}
