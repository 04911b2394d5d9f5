import Foundation
import PQ
import SQL
import Synchronization
import TestSupport

/// One connection whose server tells how it carried every statement out, those inside functions and
/// of foreign keys too, planned for parameters that it does not know.
final class PlannedRun: Sendable {
  private let plans: Plans
  private let connection: PQConnection
  private let files: SQLFiles
  /// Rows of each table of the registry as the planner counts them.
  private let sizes: [String: Int]
  /// Indexes of few rows of a table, which may be read from end to end.
  private let partial: Set<String>

  /// A sequential scan of a table with more rows has to be accounted for.
  static let rowsMax = 1_000

  /// What auto_explain sends, as notices.
  private final class Plans: Sendable {
    private let texts = Mutex<[String]>([])

    func add(_ notice: PQNotice) {
      texts.withLock { $0.append(notice.message) }
    }

    func take() -> [String] {
      texts.withLock { texts in
        defer { texts = [] }
        return texts
      }
    }
  }

  /// Tells the server to explain everything in that database from now on; the superuser's.
  static func prepare(_ registry: TestRegistry) async throws {
    let name = registry.database.name
    for setting in [
      "session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0",
      "auto_explain.log_nested_statements = on", "auto_explain.log_level = notice",
      "auto_explain.log_format = json", "plan_cache_mode = force_generic_plan",
    ] {
      try await registry.database.cluster.command("alter database \(name) set \(setting)")
    }
  }

  init(_ registry: TestRegistry, as user: String) async throws {
    let plans = Plans()
    self.plans = plans
    connection = try await PQConnection.connect(
      registry.database.configuration(user: user), notices: { plans.add($0) })
    files = try SQLFiles.beside()
    partial = Set(
      try await registry.texts(
        """
        select c.relname as text from pg_index as x join pg_class as c on (c.oid = x.indexrelid)
        where (x.indpred is not null)
        """
      ).compactMap(\.self))
    let rows = try await registry.texts(
      """
      select c.relname || ' ' || c.reltuples::bigint as text from pg_class as c
      where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r'))
      """)
    sizes = Dictionary(
      uniqueKeysWithValues: rows.compactMap(\.self).map { line in
        let parts = line.split(separator: " ")
        return (String(parts[0]), Int(parts[1]) ?? 0)
      })
  }

  func execute(_ script: String) async throws {
    try await connection.execute(script: script)
    _ = plans.take()
  }

  /// Runs a statement of SQL/Queries; gives the great tables that were read from end to end.
  @discardableResult
  func query(
    _ name: String, _ parameters: [(any PQParameter)?] = []
  ) async throws -> Set<String> {
    let text = try files.query(name)
    _ = plans.take()
    let statement = PQStatement(name: text.name, sql: text.content)
    if text.content.contains("from stdin") {
      _ = try await connection.copyIn(statement, [[]])
    } else {
      _ = try await connection.query(statement, parameters)
    }
    // Within a transaction the server tells of a select when its portal is closed, which the next
    // statement does: without one its plan would be taken for that one's.
    try await connection.execute(script: "select")
    return scanned()
  }

  func close() async {
    await connection.close()
  }

  private func scanned() -> Set<String> {
    var found: Set<String> = []
    for text in plans.take() {
      guard let start = text.firstIndex(of: "{"),
        let plan = try? JSONSerialization.jsonObject(with: Data(text[start...].utf8))
      else { continue }
      collect(plan, into: &found)
    }
    return found
  }

  /// An index that is read without a condition is the table in another order; under a limit it is
  /// the way to its first rows.
  private func collect(_ node: Any, isLimited: Bool = false, into found: inout Set<String>) {
    if let nodes = node as? [Any] {
      for node in nodes { collect(node, isLimited: isLimited, into: &found) }
    }
    guard let fields = node as? [String: Any] else { return }
    let type = fields["Node Type"] as? String ?? ""
    let isWhole =
      type == "Seq Scan"
      || (["Index Scan", "Index Only Scan"].contains(type) && fields["Index Cond"] == nil
        && !isLimited && !partial.contains(fields["Index Name"] as? String ?? ""))
    if isWhole, let table = fields["Relation Name"] as? String,
      sizes[table, default: 0] > PlannedRun.rowsMax
    {
      found.insert(table)
    }
    for key in ["Plan", "Plans"] {
      guard let inner = fields[key] else { continue }
      collect(inner, isLimited: isLimited || type == "Limit", into: &found)
    }
  }
}
