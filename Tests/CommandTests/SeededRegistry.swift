import Foundation
import PQ
import Registry
import TestSupport

@testable import varde

/// A private database, migrated and seeded once by the commands themselves.
enum SeededRegistry {
  /// Roles of these tests alone, so that other tests may make their own.
  static let roles = [
    "VARDE_OWNER": "command_owner", "VARDE_EDITOR": "command_editor",
    "VARDE_READER": "command_reader",
  ]

  /// The checkout, where Seed lies.
  static var checkout: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
  }

  static var seedPaths: String { "\(checkout)Seed/national \(checkout)Seed/plans" }

  /// The variables that lead to a database of the test cluster.
  static func environment(_ configuration: PQConfiguration) -> [String: String] {
    let text = ["host", "port", "dbname"].compactMap { keyword in
      configuration.parameters[keyword].map { "\(keyword)='\($0)'" }
    }.joined(separator: " ")
    // However busy the machine is, a server that is there is waited for.
    return roles.merging(["VARDE_DATABASE": "\(text) connect_timeout=60"]) { $1 }
  }

  static func cluster() async throws -> Cluster {
    try await made.value
  }

  private static let made = Task {
    let cluster = try await Cluster.shared()
    for role in roles.values.sorted() { try await cluster.command("create role \(role) login") }
    return cluster
  }

  /// A clone of the seeded database, for a test that writes.
  static func database() async throws -> TestDatabase {
    let cluster = try await cluster()
    let template = try await cluster.template("command") { configuration in
      let name = configuration.parameters["dbname"] ?? ""
      try await cluster.command("alter database \(name) owner to command_owner")
      let captured = CapturedConsole(environment: environment(configuration))
      for line in ["migrate", "seed \(seedPaths)"] {
        let status = await captured.run(line)
        guard status == 0 else { throw SeedingFailed(complaints: captured.complaints) }
      }
    }
    return try await cluster.database(template: template)
  }

  /// An empty database that the owner owns.
  static func emptyDatabase() async throws -> TestDatabase {
    let database = try await cluster().database()
    try await cluster().command("alter database \(database.name) owner to command_owner")
    return database
  }

  struct SeedingFailed: Error {
    let complaints: String
  }

  /// What tests that only read have in common.
  struct Shared {
    let variables: [String: String]
    let registry: OpenRegistry
  }

  /// The one that tests only read, as the reader sees it.
  static func shared() async throws -> Shared {
    let seeded = try await sharedTask.value
    return Shared(
      variables: environment(seeded.database.configuration), registry: seeded.registry)
  }

  private static let sharedTask = Task {
    let database = try await SeededRegistry.database()
    let captured = CapturedConsole(environment: environment(database.configuration))
    return (database: database, registry: try await OpenRegistry.read(on: captured.console))
  }
}
