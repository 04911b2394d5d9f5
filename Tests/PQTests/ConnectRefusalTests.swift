import TestSupport
import Testing

@testable import PQ

@Suite struct ConnectRefusalTests {
  @Test func `the state of a refusal is told apart from what people are shown`() {
    let refusal = ConnectRefusal(
      """
      connection to server on socket "/run/.s.PGSQL.5432" failed: FATAL:  53300: \
      sorry, too many clients already
      LOCATION:  InitProcess, proc.c:358

      """)
    #expect(refusal.sqlState == "53300")
    #expect(
      refusal.details == "connection to server on socket \"/run/.s.PGSQL.5432\" failed: "
        + "FATAL:  sorry, too many clients already")
  }

  @Test func `of several servers the last one speaks, and no server has no state`() {
    let refusal = ConnectRefusal(
      """
      connection to server at "a", port 54321 failed: FATAL:  57P03: \
      the database system is starting up
      connection to server at "b", port 54321 failed: ОШИБКА:  28P01: password
      """)
    #expect(refusal.sqlState == "28P01")
    #expect(refusal.details.split(separator: "\n").count == 2)
    let nobody = "connection to server at \"a\" (::1), port 54321 failed: Connection refused"
    #expect(ConnectRefusal(nobody).sqlState == nil)
    #expect(ConnectRefusal(nobody).details == nobody)
  }

  @Test func `a server that refuses says which fault it is`() async throws {
    let cluster = try await Cluster.shared()
    try await cluster.command("create role refused_without_login nologin")
    let refusals: [(PQConfiguration, PQFault)] = [
      (cluster.configuration(database: "not_there"), .noDatabase),
      (cluster.configuration(user: "not_there"), .noLogin),
      (cluster.configuration(user: "refused_without_login"), .noLogin),
    ]
    for (configuration, fault) in refusals {
      let error = await #expect(throws: PQError.self) {
        _ = try await PQConnection.connect(configuration)
      }
      #expect(error?.kind == .connection)
      #expect(error?.fault == fault)
      #expect(error?.details.contains("LOCATION") == false)
    }
    let database = try await cluster.database()
    try await cluster.command("create role refused_for_number login")
    try await cluster.command("alter database \(database.name) connection limit 0")
    let full = await #expect(throws: PQError.self) {
      _ = try await PQConnection.connect(database.configuration(user: "refused_for_number"))
    }
    #expect(full?.fault == .tooManyConnections)
  }

  @Test(
    arguments: [
      ("25006", .readOnly), ("53100", .diskFull), ("53200", .outOfMemory),
      ("53300", .tooManyConnections),
      ("55P03", .lockHeld), ("40001", .collision), ("40P01", .collision), ("58030", .damaged),
      ("XX001", .damaged), ("57014", .tooSlow), ("23505", nil), ("42501", nil), ("0A000", nil),
    ] as [(String, PQFault?)])
  func `what a server says in the middle is known by its state`(
    _ state: String, _ fault: PQFault?
  ) async throws {
    let connection = try await PQConnection.connect(try await Cluster.shared().configuration())
    let error = await #expect(throws: PQError.self) {
      try await connection.execute(
        script: "do $$ begin raise exception 'x' using errcode = '\(state)'; end $$")
    }
    #expect(error?.fault == fault)
    #expect(error?.description.contains("x:") == false)
    await connection.close()
  }

  @Test func `a session that is ended from outside, and locks without room, are known`()
    async throws
  {
    let connection = try await PQConnection.connect(try await Cluster.shared().configuration())
    let locks = await #expect(throws: PQError.self) {
      try await connection.execute(
        script: "do $$ begin raise exception 'ingen plass' using errcode = '53200', "
          + "hint = 'You might need to increase max_locks_per_transaction.'; end $$")
    }
    #expect(locks?.fault == .outOfLocks)
    let ended = await #expect(throws: PQError.self) {
      try await connection.execute(script: "select pg_terminate_backend(pg_backend_pid())")
    }
    #expect(ended?.fault == .shuttingDown)
    await connection.close()
  }

  @Test func `a transaction that may write does not override who lets nobody write`() async throws {
    let cluster = try await Cluster.shared()
    let database = try await cluster.database()
    try await cluster.command(
      "alter database \(database.name) set default_transaction_read_only = on")
    let connection = try await PQConnection.connect(database.configuration)
    let error = await #expect(throws: PQError.self) {
      try await connection.transaction { try await $0.execute(script: "create table t (a int)") }
    }
    #expect(error?.fault == .readOnly)
    await connection.close()
  }
}
