import CLibPQ
import Dispatch
import Glibc
package import PQ
import Synchronization

/// A private PostgreSQL server for tests: Unix socket only, in a directory of its own, gone with
/// the test process even after SIGKILL, started by root and by an ordinary user alike.
///
/// The superuser is `postgres` and everyone is trusted: the directory with the socket has mode
/// 0700. TestSupport must never touch a database that it has not made itself.
package final class Cluster: Sendable {
  private let process: ClusterProcess
  private let administration: DispatchQueue
  private let made = Atomic<Int>(0)
  private let templates = Mutex<[String: Task<Void, any Error>]>([:])

  /// The one cluster of this test process; started at the first call.
  package static func shared() async throws -> Cluster {
    try await sharedTask.value
  }

  /// A cluster of the caller's own, for tests that stop and kill the server; gone with the value.
  ///
  /// - Parameter settings: of the server, where they differ from those of every test.
  package static func dedicated(settings: [String: String] = [:]) async throws -> Cluster {
    try refuseForeignEnvironment()
    let cluster = try Cluster(settings)
    try await cluster.wait(until: PQPING_OK)
    return cluster
  }

  private static let sharedTask = Task { try await Cluster.dedicated() }

  private init(_ settings: [String: String]) throws {
    process = try ClusterProcess(changed: settings)
    administration = DispatchQueue(label: "varde.test.cluster")
  }

  package var directory: String { process.directory }

  /// How to reach a database of this cluster, by default as its superuser.
  package func configuration(
    database: String = "postgres", user: String = "postgres"
  ) -> PQConfiguration {
    PQConfiguration(parameters: [
      "host": directory, "port": "5432", "dbname": database, "user": user,
      "sslmode": "disable", "gssencmode": "disable",
    ])
  }

  /// A fresh database, a clone of `template` (a name given by ``template(_:prepare:)``, or an empty
  /// one); dropped when the returned value goes.
  package func database(template: String? = nil) async throws -> TestDatabase {
    let name = "test_\(made.add(1, ordering: .relaxed).newValue)"
    try await command("create database \(name) template \(template ?? "template0")")
    return TestDatabase(name: name, cluster: self)
  }

  /// Prepares the named template database once in this process (migrate, seed …) and returns its
  /// name. `prepare` must have closed its connections when it returns.
  package func template(
    _ name: String,
    prepare: @escaping @Sendable (PQConfiguration) async throws -> Void
  ) async throws -> String {
    let database = "template_\(name)"
    let preparation = templates.withLock { templates in
      let preparation =
        templates[name]
        ?? Task {
          try await self.command("create database \(database) template template0")
          try await prepare(self.configuration(database: database))
          try await self.command(
            "alter database \(database) with is_template true allow_connections false")
        }
      templates[name] = preparation
      return preparation
    }
    try await preparation.value
    return database
  }

  /// Throws unless `configuration` points at the socket of this very cluster.
  package func requireOwn(_ configuration: PQConfiguration) throws {
    guard configuration.parameters["host"] == directory,
      configuration.parameters["hostaddr"] == nil, configuration.parameters["service"] == nil
    else { throw ClusterError.refusesForeignDatabase("host is not this cluster's socket") }
  }

  /// Stops the server in a moment: backends are told to quit, clients see their connection end.
  package func stop() async throws {
    try await end("stop")
  }

  /// Kills the server and all its backends with SIGKILL, as when the power goes.
  package func kill() async throws {
    try await end("kill")
  }

  /// A backend may outlive the server's own process by a moment, and its connection with it.
  private func end(_ order: String) async throws {
    try process.order(order)
    try await wait(until: PQPING_NO_RESPONSE)
    while !process.isDown { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Starts the server again after ``stop()`` or ``kill()``.
  package func start() async throws {
    try process.order("start")
    try await wait(until: PQPING_OK)
  }

  /// Halts the server and its backends where they are: connections stay up and nobody answers.
  package func freeze() async throws {
    try process.order("freeze")
    while !process.isFrozen { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Lets the server go on after ``freeze()``.
  package func thaw() async throws {
    try process.order("thaw")
    while process.isFrozen { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Runs one command as superuser in the database `postgres`, one at a time.
  package func command(_ sql: String) async throws {
    try await withCheckedThrowingContinuation { continuation in
      administration.async {
        continuation.resume(with: Result { try self.run(sql) })
      }
    }
  }

  func drop(database: String) {
    administration.async { [self] in
      // The server may be gone already: the whole directory goes with the process.
      _ = try? run("drop database if exists \(database) with (force)")
    }
  }

  private func run(_ sql: String) throws {
    let connection = configuration().withPointers { PQconnectdbParams($0, $1, 0) }
    defer { PQfinish(connection) }
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw ClusterError.failedCommand("\(sql): \(String(cString: PQerrorMessage(connection)))")
    }
  }

  /// Polls the server; a machine that builds eight other things may need minutes.
  private func wait(until state: PGPing) async throws {
    for _ in 0..<30_000 {
      if configuration().withPointers({ PQpingParams($0, $1, 0) }) == state { return }
      if process.hasFailed { break }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw ClusterError.cannotStart(process.log())
  }

  /// libpq lets these two lead a connection past the host that is asked for.
  private static func refuseForeignEnvironment() throws {
    for variable in ["PGHOSTADDR", "PGSERVICE"] where getenv(variable) != nil {
      throw ClusterError.refusesForeignDatabase("\(variable) is set; unset it to run the tests")
    }
  }
}
