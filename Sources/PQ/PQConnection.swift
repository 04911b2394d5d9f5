package import Logging

/// One connection to PostgreSQL: an actor with a thread of its own, on which it blocks.
///
/// It does one thing at a time, in the order in which it is asked. A task that is cancelled, or
/// whose deadline passes, has its statement cancelled on the server; if the server does not answer
/// within two seconds the connection is given up. Nothing is ever sent twice.
package final actor PQConnection {
  private nonisolated let thread: WorkThread
  private nonisolated let wake: Wake
  private let logger: Logger?
  private let notices: Notices
  private var session: Session?
  private var preparations: [String: Preparation] = [:]
  /// Raised when something prepared has gone stale, so that its name on the server is free.
  private var revision = 0
  /// The open transaction: only who has its number may use the connection.
  var transaction: Int?
  var transactionsMade = 0

  /// What this connection has prepared under a statement's name.
  struct Preparation {
    let statement: PQStatement
    let serverName: String
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// Connects, within `deadline` and the configuration's `connect_timeout` (10 seconds). Only the
  /// look-up of a host name, which libpq leaves to the system, may take longer.
  ///
  /// - Parameters:
  ///   - niceness: of the connection's thread, as ``WorkThread`` takes it.
  ///   - notices: hears notices and warnings, on the connection's thread; must not block.
  package static func connect(
    _ configuration: PQConfiguration, deadline: ContinuousClock.Instant? = nil,
    niceness: Int32? = nil, logger: Logger? = nil,
    notices: @escaping @Sendable (PQNotice) -> Void = { _ in }
  ) async throws -> PQConnection {
    let thread = WorkThread(name: "varde.postgres", niceness: niceness)
    let connection = PQConnection(
      thread: thread, wake: try Wake(), logger: logger, notices: Notices(notices))
    try await connection.open(configuration, deadline: deadline)
    return connection
  }

  private init(thread: WorkThread, wake: Wake, logger: Logger?, notices: Notices) {
    self.thread = thread
    self.wake = wake
    self.logger = logger
    self.notices = notices
  }

  private func open(
    _ configuration: PQConfiguration, deadline: ContinuousClock.Instant?
  ) async throws {
    let limit = ContinuousClock.now.advanced(by: configuration.connectTimeout)
    let first = deadline.map { min($0, limit) } ?? limit
    do {
      session = try await interruptible { interrupt throws(PQError) in
        let turn = Turn(statement: "connect", deadline: first, interrupt: interrupt)
        return try Session(
          connectingTo: configuration, notices: self.notices, thread: self.thread,
          wake: self.wake, turn: turn)
      }
    } catch let error as PQError where error.kind == .deadline && first != deadline {
      throw PQError(.connection, details: "no connection within \(configuration.connectTimeout)")
    }
  }

  /// Ends the connection now; everything asked of it later throws `connection`.
  package func close() {
    session = nil
    transaction = nil
  }

  /// Whether it is up, quiet and outside any transaction, as far as this side of the socket knows.
  package var isUsable: Bool { session?.isUsable == true && transaction == nil }

  /// What the server last said of a setting that it reports: `server_version`, `TimeZone` …
  package func parameterStatus(_ name: String) -> String? { session?.parameterStatus(name) }

  /// Runs `work` with an interrupt that the cancellation of this task raises.
  func interruptible<T>(_ work: (Interrupt) throws -> T) async throws -> T {
    let interrupt = Interrupt(waking: wake)
    return try await withTaskCancellationHandler {
      // A closure that does not capture the actor would run, and block, on a shared thread.
      try self.perform(work, with: interrupt)
    } onCancel: {
      interrupt.raise()
    }
  }

  private func perform<T>(_ work: (Interrupt) throws -> T, with interrupt: Interrupt) throws -> T {
    precondition(thread.isCurrent, "libpq is called on the connection's own thread only.")
    if Task.isCancelled { throw PQError(.cancelled, details: "before it began") }
    return try work(interrupt)
  }

  /// Runs `work` as one turn of this connection, on behalf of `owner` (a transaction, or nobody).
  func turn<T>(
    _ statement: String, deadline: ContinuousClock.Instant?, in owner: Int?,
    _ work: (Session, Turn) throws -> T
  ) async throws -> T {
    try await interruptible { interrupt in
      let turn = Turn(statement: statement, deadline: deadline, interrupt: interrupt)
      return try self.take(turn, in: owner, work)
    }
  }

  /// The same without regard to cancellation: what ends a transaction must be said all the same.
  func take<T>(
    _ turn: Turn, in owner: Int?, _ work: (Session, Turn) throws -> T
  ) throws -> T {
    precondition(thread.isCurrent, "libpq is called on the connection's own thread only.")
    guard let session else { throw turn.error(details: "the connection is closed") }
    guard transaction == owner else {
      let details =
        owner == nil
        ? "a transaction is open: ask the transaction, not its connection"
        : "the transaction has ended"
      throw session.misuse(details, turn)
    }
    defer { if session.isBroken { lose(session) } }
    guard !session.isBroken else { throw turn.error(details: "the connection was lost") }
    return try work(session, turn)
  }

  private func lose(_ session: Session) {
    logger?.warning("A connection to the database was lost")
    self.session = nil
    preparations = [:]
  }
}

extension PQConnection {
  /// Prepares `statement` if this connection has not yet; returns its name on the server.
  func preparedName(
    _ statement: PQStatement, _ session: Session, _ turn: Turn
  ) throws(PQError) -> String {
    if let preparation = preparations[statement.name] {
      guard preparation.statement == statement else {
        throw session.misuse("two statements have this name", turn)
      }
      return preparation.serverName
    }
    guard statement.name.utf8.count <= PQStatement.nameBytesMax, !statement.name.isEmpty,
      !statement.name.utf8.contains(0), !statement.sql.utf8.contains(0)
    else { throw session.misuse("a name of 1 to 56 bytes and no NUL is needed", turn) }
    let name = revision == 0 ? statement.name : "\(statement.name)~\(revision)"
    try session.prepare(statement, as: name, turn)
    preparations[statement.name] = Preparation(statement: statement, serverName: name)
    return name
  }

  /// After a change of the schema a prepared statement may be refused: the next call prepares anew.
  func forgetIfStale(_ statement: PQStatement, after error: PQError) {
    if error.sqlState == "0A000" || error.sqlState == "26000" {
      preparations[statement.name] = nil
      revision = (revision + 1) % 100_000
    }
  }
}
