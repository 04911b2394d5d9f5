import PQ
import Store
import Presentation

/// Which of the three database roles a command acts as.
enum DatabaseRole {
  case owner, editor, reader

  /// The role's name on the server; each has a variable of its own.
  func name(in environment: [String: String]) -> String {
    switch self {
    case .owner: environment["VARDE_OWNER"] ?? "varde_owner"
    case .editor: environment["VARDE_EDITOR"] ?? "varde_editor"
    case .reader: environment["VARDE_READER"] ?? "varde_reader"
    }
  }
}

/// Where the registry is.
enum Database {
  /// `VARDE_DATABASE` (a libpq string or URI) before the PG* variables; the user is the role's.
  static func configuration(
    for role: DatabaseRole, in environment: [String: String]
  ) throws -> PQConfiguration {
    var configuration: PQConfiguration
    if let text = environment["VARDE_DATABASE"], !text.isEmpty {
      configuration = try PQConfiguration.parsing(text)
    } else if ["PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE"].contains(where: {
      !(environment[$0] ?? "").isEmpty
    }) {
      configuration = PQConfiguration(environment: environment)
    } else {
      throw Problem(
        type: "no-database", title: "Ingen database er oppgitt.",
        detail: "Kjør Deploy/run, som lager en privat database, eller sett VARDE_DATABASE "
          + "(for eksempel «host=/run/postgresql dbname=varde») eller PG*-variablene.")
    }
    configuration.parameters["user"] = role.name(in: environment)
    return configuration
  }

  /// Lends a store of that role and closes its connections afterwards.
  static func withStore<Value>(
    as role: DatabaseRole, on console: Console, _ body: (Store) async throws -> Value
  ) async throws -> Value {
    let configuration = try configuration(for: role, in: console.environment)
    // Whoever has said how long a connection may take is willing to wait so long.
    let wait = configuration.parameters["connect_timeout"].flatMap { Int($0) } ?? 0
    let pool = PQPool(configuration, connectionsMax: 1, acquireTimeout: .seconds(max(3, wait)))
    do {
      let value = try await body(Store(pool: pool))
      await pool.close()
      return value
    } catch {
      await pool.close()
      throw error
    }
  }
}
