import PQ
import Synchronization
import TestSupport
import Testing

@Suite struct ErrorTests {
  @Test func `a refusal names the constraint, the table and the statement, and no value`()
    async throws
  {
    let script = """
      create table person (id int constraint person_key primary key, age int
        constraint person_age_positive check (age > 0));
      insert into person values (4711, 1)
      """
    try await withDatabase(script) { _, connection in
      let insert = PQStatement(
        name: "person.insert", sql: "insert into person values ($1, $2)",
        parameterTypes: [.integer, .integer])
      let duplicate = try await failure { _ = try await connection.query(insert, [4711, 1]) }
      #expect(duplicate.kind == .server(sqlState: "23505"))
      #expect(duplicate.constraint == "person_key")
      #expect((duplicate.schema, duplicate.table) == ("public", "person"))
      #expect(duplicate.statement == "person.insert")
      #expect(!duplicate.description.contains("4711"))
      #expect(
        !String(describing: Mirror(reflecting: duplicate).children.map(\.value)).contains("4711"))
      #expect(duplicate.debugDescription.contains("4711"))
      let check = try await failure { _ = try await connection.query(insert, [1, -5]) }
      #expect(check.sqlState == "23514")
      #expect(check.constraint == "person_age_positive")
      try await connection.execute(script: "alter table person alter age set not null")
      let missing = try await failure { _ = try await connection.query(insert, [2, nil]) }
      #expect((missing.sqlState, missing.column) == ("23502", "age"))
    }
  }

  @Test func `after an error the connection serves on`() async throws {
    try await withConnection { connection in
      let error = try await failure { _ = try await connection.query(PQStatement("select 1/0")) }
      #expect(error.kind == .server(sqlState: "22012"))
      let syntax = try await failure { _ = try await connection.query(PQStatement("selec 1")) }
      #expect(syntax.sqlState == "42601")
      #expect(try await connection.value("select 2 as n", as: Int.self) == 2)
      #expect(await connection.isUsable)
    }
  }

  @Test func `a wrong number of parameters is refused by the server`() async throws {
    try await withConnection { connection in
      let error = try await failure {
        _ = try await connection.query(PQStatement("select $1::int, $2::int"), [1])
      }
      #expect(error.sqlState == "08P01")
    }
  }

  @Test func `one name for two statements is misuse`() async throws {
    try await withConnection { connection in
      _ = try await connection.query(PQStatement(name: "one", sql: "select 1"))
      let error = try await failure {
        _ = try await connection.query(PQStatement(name: "one", sql: "select 2"))
      }
      #expect(error.kind == .protocolMisuse)
      let long = String(repeating: "n", count: 57)
      let tooLong = try await failure {
        _ = try await connection.query(PQStatement(name: long, sql: "select 1"))
      }
      #expect(tooLong.kind == .protocolMisuse)
    }
  }

  @Test func `a statement is prepared once, and anew when it has gone stale`() async throws {
    try await withDatabase("create table t as select 1 as a") { _, connection in
      let all = PQStatement(name: "t.all", sql: "select * from t")
      _ = try await connection.query(all)
      _ = try await connection.query(all)
      let count = "select count(*) from pg_prepared_statements where name like 't.all%'"
      #expect(try await connection.value(count, as: Int.self) == 1)
      try await connection.execute(script: "alter table t add b int")
      let stale = try await failure { _ = try await connection.query(all) }
      #expect(stale.sqlState == "0A000")
      #expect(try await connection.query(all).columns.names == ["a", "b"])
    }
  }

  @Test func `a statement is described by the server`() async throws {
    try await withConnection { connection in
      let description = try await connection.describe(
        PQStatement(
          name: "d", sql: "select $1::uuid as id, $2 || 'x' as name, now() as at",
          parameterTypes: [.inferred, .text]))
      #expect(description.parameterTypes == [.uuid, .text])
      #expect(description.columns.map(\.name) == ["id", "name", "at"])
      #expect(description.columns.map(\.type) == [.uuid, .text, .timestamptz])
    }
  }

  @Test func `COPY in a script or a query is misuse, and the connection serves on`() async throws {
    try await withDatabase("create table t (a int)") { _, connection in
      for script in ["copy t from stdin", "copy (select 1) to stdout; select 1"] {
        let error = try await failure { try await connection.execute(script: script) }
        #expect([.protocolMisuse, .server(sqlState: "57014")].contains(error.kind))
      }
      #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
    }
  }

  @Test func `notices reach who asked for them`() async throws {
    let heard = Notes<PQNotice>()
    try await withConnection(notices: { heard.append($0) }) { connection in
      try await connection.execute(script: "do $$ begin raise warning 'vår'; end $$")
    }
    let notice = try #require(heard.all.first)
    #expect(heard.all.count == 1)
    #expect((notice.severity, notice.sqlState, notice.message) == ("WARNING", "01000", "vår"))
  }

  @Test func `the server's settings can be asked for`() async throws {
    try await withConnection { connection in
      let version = try #require(await connection.parameterStatus("server_version"))
      #expect(version.prefix { $0.isNumber }.count == 2)
      #expect(await connection.parameterStatus("client_encoding") == "UTF8")
      #expect(await connection.parameterStatus("nonsense") == nil)
    }
  }

  @Test func `a server that is not there is a connection error without the address`() async throws {
    let error = try await failure {
      _ = try await PQConnection.connect(PQConfiguration(parameters: ["host": "/nonexistent/x"]))
    }
    #expect(error.kind == .connection)
    #expect(!error.description.contains("nonexistent"))
    #expect(error.details.contains("/nonexistent/x"))
  }

  @Test func `a closed connection refuses`() async throws {
    try await withConnection { connection in
      await connection.close()
      let error = try await failure { _ = try await connection.query(PQStatement("select 1")) }
      #expect(error.kind == .connection)
    }
  }
}

/// What was noted down from any thread, in order.
final class Notes<Note: Sendable>: Sendable {
  private let notes = Mutex<[Note]>([])

  var all: [Note] { notes.withLock { $0 } }

  func append(_ note: Note) {
    notes.withLock { $0.append(note) }
  }
}
