import Foundation
import PQ
import Registry
import SQL
import SeedFiles
import Store
import TestSupport
import Testing

@Suite struct StatementTests {
  @Test("Every statement has a file and every file a statement")
  func everyStatementHasAFileAndEveryFileAStatement() throws {
    let files = try SQLFiles.beside()
    let tables = CopyTable.all.flatMap { ["\($0.name).snapshot", "incoming_\($0.name).receive"] }
    #expect(Set(files.queries.keys) == Set(Query.allCases.map(\.rawValue) + tables))
    for (name, text) in files.queries {
      #expect(text.header["parameters"] != nil, "\(name) does not say its parameters")
      #expect(name.utf8.count <= 56)
    }
  }

  @Test("The types of every statement are those that are kept")
  func theTypesOfEveryStatementAreThoseThatAreKept() async throws {
    let registry = try await TestRegistry.make()
    let files = try SQLFiles.beside()
    let connection = try await PQConnection.connect(
      registry.database.configuration(user: "varde_editor"))
    var lines: [String] = []
    try await connection.transaction { transaction in
      _ = try await run("session.enter", transaction, files)
      _ = try await run("seed.prepare", transaction, files)
      for name in files.queries.keys.sorted() where !name.hasSuffix(".receive") {
        let text = try files.query(name)
        try await enter(
          text.header["parameters"]?.hasSuffix("within varde_shown") == true, transaction, files)
        lines.append("\(name) \(try await types(of: text, connection))")
      }
      try await enter(true, transaction, files)
      for check in files.checks {
        lines.append("\(check.name) \(try await types(of: check, connection))")
      }
    }
    await connection.close()
    try Golden.expect(
      lines.joined(separator: "\n") + "\n", at: "Tests/StoreTests/Goldens/statements.txt")
  }

  @Test("Snapshots and bundles have the columns of their rows")
  func snapshotsAndBundlesHaveTheColumnsOfTheirRows() async throws {
    let registry = try await TestRegistry.make()
    let files = try SQLFiles.beside()
    let connection = try await PQConnection.connect(
      registry.database.configuration(user: "varde_editor"))
    try await connection.transaction { transaction in
      _ = try await run("session.enter", transaction, files)
      _ = try await run("seed.prepare", transaction, files)
      for table in CopyTable.all {
        let receive = try files.query("incoming_\(table.name).receive")
        let none = try await transaction.copyIn(
          PQStatement(name: receive.name, sql: receive.content), [[]])
        #expect(none == 0)
        #expect(words(receive, between: "(", and: ")") == table.columns, "\(table.name)")
        let shown = words(
          try files.query("\(table.name).snapshot"), between: "select ", and: " from ")
        #expect(shown.map { String($0.dropFirst(2)) } == table.columns, "\(table.name)")
        let columns = try await transaction.query(
          PQStatement(
            name: "columns", sql: "select unnest(varde.shown_columns($1::text)) as name"),
          [table.name])
        #expect(try columns.map { try $0.decode("name") } == table.columns, "\(table.name)")
      }
    }
    await connection.close()
  }

  @Test("The database knows the tables of the snapshot and their order")
  func theDatabaseKnowsTheTablesOfTheSnapshotAndTheirOrder() async throws {
    let registry = try await TestRegistry.make()
    let names = try await registry.texts(
      "select unnest(varde.seeded_tables()) as text"
    ).compactMap(\.self)
    #expect(Set(names) == Set(CopyTable.all.map(\.name)))
    let backward = try await registry.texts(
      """
      select c.relname || ' before ' || p.relname as text
      from pg_constraint as k
        join pg_class as c on (c.oid = k.conrelid) join pg_class as p on (p.oid = k.confrelid)
      where ((k.contype = 'f') and (array_position(varde.seeded_tables(), c.relname::text)
        < array_position(varde.seeded_tables(), p.relname::text)))
      order by 1
      """)
    #expect(backward == [])
  }

  private func enter(
    _ isShown: Bool, _ transaction: PQTransaction, _ files: SQLFiles
  ) async throws {
    _ = try await run(isShown ? "session.show" : "session.enter", transaction, files)
  }

  private func run(
    _ name: String, _ transaction: PQTransaction, _ files: SQLFiles
  ) async throws -> PQRows {
    try await transaction.query(
      PQStatement(name: name, sql: try files.query(name).content))
  }

  /// `(parameter types) -> column type, …`, as the server infers them.
  private func types(of text: SQLText, _ connection: PQConnection) async throws -> String {
    var sql = text.content
    if let start = sql.range(of: "copy ("), let end = sql.range(of: ") to stdout") {
      sql = String(sql[start.upperBound..<end.lowerBound])
    }
    let description = try await connection.describe(
      PQStatement(name: "typed.\(text.name)", sql: sql))
    let parameters = description.parameterTypes.map(TypeName.of)
    let columns = description.columns.map { "\($0.name) \(TypeName.of($0.type))" }
    return "(\(parameters.joined(separator: ", "))) -> \(columns.joined(separator: ", "))"
  }

  private func words(_ text: SQLText, between first: String, and last: String) -> [String] {
    let body = text.content.split(separator: "\n").filter { !$0.hasPrefix("--") }
      .joined(separator: " ")
    guard let start = body.range(of: first),
      let end = body.range(of: last, range: start.upperBound..<body.endIndex)
    else { return [] }
    return body[start.upperBound..<end.lowerBound].split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}

/// The names of the types that statements give.
enum TypeName {
  static func of(_ type: PQType) -> String {
    names[type] ?? "type \(type.rawValue)"
  }

  private static let names: [PQType: String] = [
    .boolean: "boolean", .bigint: "bigint", .integer: "integer", .text: "text",
    .doublePrecision: "double precision", .date: "date", .timestamptz: "timestamptz",
    .uuid: "uuid", .jsonb: "jsonb", .int4range: "int4range", .daterange: "daterange",
    .textArray: "text[]", .uuidArray: "uuid[]", PQType(rawValue: 19): "name",
  ]
}
