import Foundation
import PQ
import Registry
import SeedFiles
import Store
import TestSupport

/// A small invented municipality, and a database that holds it.
struct Town: Sendable {
  let database: TestDatabase

  /// A database of its own in the cluster that all these tests share.
  static func make(hidden: Visibility = .desk) async throws -> Town {
    try await make(of: text(name: "Tranvik", hidden: hidden))
  }

  /// - Parameter text: a seed file.
  static func make(of text: String) async throws -> Town {
    let cluster = try await sharedTask.value
    let town = try await empty(in: cluster)
    try await town.load(text)
    return town
  }

  /// A database in a cluster of its own, which the test may stop and kill.
  static func makeAlone(
    of text: String = text(name: "Tranvik", hidden: .desk)
  ) async throws -> Town {
    let town = try await empty(in: try await cluster())
    try await town.load(text)
    return town
  }

  static func empty(in cluster: Cluster) async throws -> Town {
    let template = try await cluster.template("town") { configuration in
      let name = configuration.parameters["dbname"] ?? ""
      try await cluster.command("alter database \(name) owner to varde_owner")
      _ = try await Store.migrate(
        configuration: cluster.configuration(database: name, user: "varde_owner"))
    }
    return Town(database: try await cluster.database(template: template))
  }

  private static let sharedTask = Task { try await cluster() }

  private static func cluster() async throws -> Cluster {
    let cluster = try await Cluster.dedicated()
    for role in ["varde_owner", "varde_editor", "varde_reader"] {
      try await cluster.command("create role \(role) login")
    }
    return cluster
  }

  var reader: PQConfiguration { database.configuration(user: "varde_reader") }

  /// Changes the name of the town and commits; returns the generation.
  @discardableResult
  func rename(_ name: String) async throws -> Int64 {
    try await run(
      """
      begin;
      set local search_path = varde, pg_temp;
      select open_change(null, 'test', 'a new name');
      update name set text = regexp_replace(text, '^Tranv[a-z]*', '\(name)');
      commit;
      """)
    return Int64(try await text("select number::text as text from varde.generation")) ?? 0
  }

  private func load(_ text: String) async throws {
    let pool = PQPool(database.configuration(user: "varde_editor"), connectionsMax: 1)
    let text = SeedText(path: "town.yaml", text: text)
    do {
      let bundle = try SeedReader(existing: Snapshot()).read([text])
      _ = try await Store(pool: pool).load(
        bundle, today: Day(number: 20_700), actor: "test", isDryRun: false, progress: { _ in },
        verify: { _ in })
      await pool.close()
    } catch {
      await pool.close()
      throw error
    }
  }

  /// What a store of the reader's says.
  func store<Value: Sendable>(
    _ body: @Sendable (Store) async throws -> Value
  ) async throws -> Value {
    let pool = PQPool(reader, connectionsMax: 1)
    do {
      let value = try await body(Store(pool: pool))
      await pool.close()
      return value
    } catch {
      await pool.close()
      throw error
    }
  }

  /// Everything that is in the database now, as another one: a backup, or a standby that lags.
  func copy() async throws -> TestDatabase {
    try await database.cluster.database(template: database.name)
  }

  /// Puts the copy where nodes look for the town; what was there is kept under the copy's name.
  func failOver(to copy: TestDatabase) async throws {
    let cluster = database.cluster
    let between = "\(copy.name)_between"
    for name in [database.name, copy.name] {
      try await cluster.command("alter database \(name) with allow_connections false")
    }
    for (from, to) in [
      (database.name, between), (copy.name, database.name), (between, copy.name),
    ] {
      // Whoever was connected may take a moment to be gone.
      try await eventually("renamed \(from)") {
        do {
          try await cluster.end(connectionsTo: from)
          try await cluster.command("alter database \(from) rename to \(to)")
          return true
        } catch {
          return false
        }
      }
    }
    for name in [database.name, copy.name] {
      try await cluster.command("alter database \(name) with allow_connections true")
    }
  }

  /// Commands as the superuser, in one go.
  func run(_ script: String) async throws {
    let connection = try await PQConnection.connect(database.configuration)
    do {
      try await connection.execute(script: script)
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  /// One text of one row, as the superuser.
  func text(_ sql: String) async throws -> String {
    let connection = try await PQConnection.connect(database.configuration)
    do {
      let rows = try await connection.query(PQStatement(name: "test", sql: sql))
      let text: String? = try rows.only().decode("text")
      await connection.close()
      return text ?? ""
    } catch {
      await connection.close()
      throw error
    }
  }

  static func snapshot(name: String = "Tranvik") throws -> Snapshot {
    try SeedReader(existing: Snapshot())
      .read([SeedText(path: "town.yaml", text: text(name: name, hidden: .public))]).snapshot
  }

  /// What only the desk may see, as it is written below.
  static let canaries = [
    "Skjultnes", "Utpektnes", "33998877", "33 99 88 77", "33776655", "33 77 66 55",
    "kanarifugl@tranvik.example",
    "Kanarimerke", "Kanariadvarsel",
  ]

  /// Canaries of what begins or ends on a coming day, as they are written below.
  static let comingCanaries = [
    "Kommenesklubben", "Kommenes", "33998877", "33 99 88 77", "33776655", "33 77 66 55",
    "kanarifugl@tranvik.example", "Kanarimerke", "Kanarinavn", "2999",
  ]

  /// A town in which on one day much becomes otherwise.
  static func text(changingOn day: String) -> String {
    """
    seed: town
    source: {key: oppdiktet, title: Et oppdiktet sted, date: 2019-01-01}
    area-kinds:
      - {key: municipality, rank: 40, name: kommune}
      - {key: country, rank: 90, name: land}
    areas:
      - {key: landet, kind: country, name: Landet}
      - key: "9901"
        kind: municipality
        name: Tranvik
        names: [{text: Kanarinavn, kind: alias, from: \(day)}]
        parents: landet
        codes: [{scheme: kommune, code: "9901"}]
    organisation-kinds:
      - {key: municipality, name: kommune}
      - {key: youth-club, name: fritidsklubb}
    functions:
      - {key: slt-coordinator, name: SLT-koordinator}
      - {key: adviser, name: rådgiver}
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme, synonyms: [radikalisering]}
    organisations:
      - key: kommune-9901
        name: Tranvik kommune
        kind: municipality
        serves: "9901"
        channels:
          - {phone: 33 00 00 01, until: \(day)}
          - {email: kanarifugl@tranvik.example, label: Kanarimerke, from: \(day)}
      - {key: klubben, name: Klubben, kind: youth-club, parent: kommune-9901, serves: "9901"}
      - {key: k2, name: Kommenesklubben, kind: youth-club, parent: kommune-9901, serves: "9901",
         from: \(day)}
    designations:
      - function: slt-coordinator
        organisation: kommune-9901
        holder: Kari Nåtidsnes
        channels:
          - {phone: 33 00 00 02}
          - {phone: 33 99 88 77, from: \(day)}
      - {function: adviser, organisation: klubben, from: \(day), holder: Ola Kommenes,
         channels: [{phone: 33 77 66 55}]}
    """
  }

  private static func text(name: String, hidden: Visibility) -> String {
    """
    seed: town
    source: {key: oppdiktet, title: Et oppdiktet sted, date: 2026-01-01}
    area-kinds:
      - {key: municipality, rank: 40, name: kommune}
      - {key: country, rank: 90, name: land}
    areas:
      - {key: landet, kind: country, name: Landet}
      - key: "9901"
        kind: municipality
        name: \(name)
        parents: landet
        codes: [{scheme: kommune, code: "9901"}]
    organisation-kinds:
      - {key: municipality, name: kommune}
      - {key: youth-club, name: fritidsklubb}
    functions:
      - {key: slt-coordinator, name: SLT-koordinator}
      - {key: adviser, name: rådgiver}
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme, synonyms: [radikalisering]}
    organisations:
      - key: kommune-9901
        name: \(name) kommune
        kind: municipality
        serves: "9901"
        channels:
          - {phone: 33 00 00 01}
          - {email: kanarifugl@tranvik.example, visibility: \(hidden.rawValue),
             label: Kanarimerke, warning: Kanariadvarsel}
      - {key: klubben, name: Klubben, kind: youth-club, parent: kommune-9901, serves: "9901"}
    designations:
      - function: slt-coordinator
        organisation: kommune-9901
        holder: {name: Kari Skjultnes, visibility: \(hidden.rawValue)}
        channels:
          - {phone: 33 00 00 02}
          - {phone: 33 99 88 77, visibility: \(hidden.rawValue)}
      - {function: adviser, organisation: klubben, visibility: \(hidden.rawValue),
         holder: Ola Utpektnes,
         channels: [{phone: 33 77 66 55}]}
    """
  }
}

extension Cluster {
  fileprivate func end(connectionsTo name: String) async throws {
    try await command(
      """
      do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity
      where (datname = '\(name)'); end $$
      """)
  }
}

/// A folder of one test, gone with the value.
final class Folder: Sendable {
  let path: String

  init() throws {
    let url = URL(filePath: "/tmp/varde-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The bytes of every file below, as text.
  func texts() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).compactMap {
      FileManager.default.contents(atPath: "\(path)/\($0)")
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}

struct Lateness: Error, CustomStringConvertible {
  let description: String
}

/// Waits until something holds; the deadline is for a machine that does eight other things.
func eventually(
  _ what: String, within limit: Duration = .seconds(600), _ holds: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now.advanced(by: limit)
  while try await !holds() {
    guard ContinuousClock.now < end else { throw Lateness(description: "never \(what)") }
    try await Task.sleep(for: .milliseconds(5))
  }
}
