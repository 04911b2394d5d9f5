import PQ
import Registry
import SQL
import SeedFiles
import Store
import TestSupport

/// A load taken apart, in a transaction of the editor that is undone at the end. All rows of the
/// sample are received at the start.
struct Loading {
  let transaction: PQTransaction
  private let files: SQLFiles

  struct Fault {
    let constraint: String
    let row: String?
    let other: String?
  }

  private struct Undone: Error {}

  static func run(
    _ registry: TestRegistry, _ body: (Loading) async throws -> Void
  ) async throws {
    let connection = try await PQConnection.connect(
      registry.database.configuration(user: "varde_editor"))
    do {
      try await connection.transaction { transaction in
        let loading = Loading(transaction: transaction, files: try SQLFiles.beside())
        try await loading.begin()
        try await body(loading)
        throw Undone()
      }
    } catch is Undone {
      await connection.close()
    } catch {
      await connection.close()
      throw error
    }
  }

  private func begin() async throws {
    for name in ["session.enter", "seed.prepare", "seed.defer"] { _ = try await query(name) }
    _ = try await query("change.open", [nil, "test", nil])
    let snapshot = Sample.planted().bundle(files: []).snapshot
    for table in CopyTable.all { try await receive(table.encode(snapshot), into: table.name) }
  }

  func receive(_ plant: Plant) async throws {
    try await receive(Array(plant.line.utf8), into: plant.table)
  }

  func merge() async throws {
    for row in try await query("seed.tables") { try await merge(try row.decode("name")) }
  }

  func merge(_ table: String) async throws {
    _ = try await query("seed.merge", [table])
  }

  func faults(_ name: String) async throws -> [Fault] {
    try await query(name, name == "seed.settle" ? [nil] : []).map { row in
      Fault(
        constraint: try row.decode("constraint_name"), row: try row.decode("row_id"),
        other: try row.decode("other_id"))
    }
  }

  func execute(_ script: String) async throws {
    try await transaction.execute(script: script)
  }

  /// The constraint that refuses what `body` does; it is undone either way.
  func refusal(_ body: () async throws -> Void) async throws -> String? {
    do {
      try await undone { try await body() }
    } catch let error as PQError {
      try await execute("rollback to savepoint attempt")
      return error.constraint ?? error.debugDescription
    }
    return nil
  }

  func undone<T>(_ body: () async throws -> T) async throws -> T {
    try await execute("savepoint attempt")
    let value = try await body()
    try await execute("rollback to savepoint attempt")
    return value
  }

  private func receive(_ bytes: [UInt8], into table: String) async throws {
    let text = try files.query("incoming_\(table).receive")
    _ = try await transaction.copyIn(PQStatement(name: text.name, sql: text.content), [bytes])
  }

  private func query(
    _ name: String, _ parameters: [(any PQParameter)?] = []
  ) async throws -> PQRows {
    let text = try files.query(name)
    return try await transaction.query(
      PQStatement(name: name, sql: text.content), parameters)
  }
}
