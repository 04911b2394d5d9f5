package import Logging

/// At most so many connections, lent one task at a time, first come first served.
///
/// A connection that was lost is noticed when it comes back and before it is lent again, and is
/// replaced; while the server is away, with growing pauses. What the borrower was doing is never
/// repeated: that is for the borrower to decide.
package actor PQPool {
  private typealias Grant = PoolState<PQConnection>.Grant

  private let configuration: PQConfiguration
  private let acquireTimeout: Duration
  private let niceness: Int32?
  private let logger: Logger?
  private var state: PoolState<PQConnection>
  private var waiters: [Int: CheckedContinuation<Grant, any Error>] = [:]
  private var tickets = 0
  private var backoff = Backoff()

  /// - Parameters:
  ///   - acquireTimeout: how long a borrower waits who gives no deadline.
  ///   - niceness: of the threads that wait for the server, as ``WorkThread`` takes it.
  package init(
    _ configuration: PQConfiguration, connectionsMax: Int = 4,
    acquireTimeout: Duration = .seconds(10), niceness: Int32? = nil, logger: Logger? = nil
  ) {
    self.configuration = configuration
    self.acquireTimeout = acquireTimeout
    self.niceness = niceness
    self.logger = logger
    state = PoolState(connectionsMax: connectionsMax)
  }

  /// Lends a connection for as long as `body` runs; it must not be kept or used longer.
  ///
  /// A transaction left open is undone, for its connection is closed. Settings (`set`, `listen`)
  /// stay with the connection: do not leave any.
  ///
  /// - Parameter deadline: for getting the connection, not for what `body` does.
  /// - Throws: `poolExhausted` when none becomes free in time, `connection` when none can be made.
  package nonisolated(nonsending) func withConnection<T>(
    deadline: ContinuousClock.Instant? = nil,
    _ body: nonisolated(nonsending) (PQConnection) async throws -> T
  ) async throws -> T {
    let connection = try await acquire(deadline: deadline)
    do {
      let value = try await body(connection)
      await release(connection)
      return value
    } catch {
      await release(connection)
      throw error
    }
  }

  /// Runs one statement on a connection of its own; `deadline` is for both.
  package nonisolated(nonsending) func query(
    _ statement: PQStatement, _ parameters: [(any PQParameter)?] = [],
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> PQRows {
    try await withConnection(deadline: deadline) {
      try await $0.query(statement, parameters, deadline: deadline)
    }
  }

  /// Closes what is free now and what is lent when it comes back; waiters get `poolClosed`.
  package func close() async {
    let (idle, waiting) = state.close()
    for ticket in waiting { end(ticket, .poolClosed) }
    for connection in idle { await connection.close() }
  }

  /// How many tasks wait for a connection.
  var waitingCount: Int { waiters.count }

  private func acquire(deadline: ContinuousClock.Instant?) async throws -> PQConnection {
    if Task.isCancelled { throw PQError(.cancelled, details: "before a connection was asked for") }
    let deadline = deadline ?? .now.advanced(by: acquireTimeout)
    tickets += 1
    let ticket = tickets
    switch state.acquire(ticket) {
    case .closed: throw PQError(.poolClosed, details: "asked for a connection")
    case .granted(let grant): return try await connection(grant, deadline: deadline)
    case .wait: return try await connection(wait(ticket, until: deadline), deadline: deadline)
    }
  }

  private func release(_ connection: PQConnection) async {
    if await connection.isUsable {
      await settle(state.giveBack(connection), connection)
    } else {
      await connection.close()
      await settle(state.giveBackPermit(), nil)
    }
  }

  private func settle(
    _ outcome: PoolState<PQConnection>.Return, _ connection: PQConnection?
  ) async {
    switch outcome {
    case .hand(let grant, let ticket):
      waiters.removeValue(forKey: ticket)?.resume(returning: grant)
    case .keep: break
    case .discard: await connection?.close()
    }
  }

  /// The connection of a grant: the one that was free if it still lives, else a new one.
  private func connection(
    _ grant: Grant, deadline: ContinuousClock.Instant
  ) async throws -> PQConnection {
    if case .connection(let connection) = grant {
      if await connection.isUsable { return connection }
      logger?.notice("An idle connection to the database was lost; making another")
      await connection.close()
    }
    do {
      return try await open(deadline: deadline)
    } catch {
      await settle(state.giveBackPermit(), nil)
      throw error
    }
  }

  /// Connects; tries again while the server is away, but not when it is there and refuses twice.
  private func open(deadline: ContinuousClock.Instant) async throws -> PQConnection {
    // What it said when it was there tells more than that it says nothing now.
    var refusal: PQError?
    while true {
      do {
        let connection = try await PQConnection.connect(
          configuration, deadline: deadline, niceness: niceness, logger: logger)
        backoff.reset()
        return connection
      } catch let error as PQError where error.kind == .deadline {
        throw refusal ?? PQError(.connection, details: "the server let the deadline pass")
      } catch let error as PQError where error.kind == .connection {
        let pause = backoff.next()
        let isAway = await PQServer.isAway(configuration)
        // One that is there when it is asked may have come back since it was connected to.
        guard isAway || refusal == nil, !state.isClosed, .now.advanced(by: pause) < deadline
        else { throw error }
        refusal = isAway ? nil : error
        logger?.warning("The database cannot be reached; trying again in \(pause)")
        do {
          try await Task.sleep(for: pause)
        } catch {
          throw PQError(.cancelled, details: "while waiting for the server")
        }
      }
    }
  }

  private func wait(_ ticket: Int, until deadline: ContinuousClock.Instant) async throws -> Grant {
    let alarm = Task {
      try await Task.sleep(until: deadline)
      self.end(ticket, .poolExhausted)
    }
    defer { alarm.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiters[ticket] = continuation
        if Task.isCancelled { end(ticket, .cancelled) }
      }
    } onCancel: {
      Task { await self.end(ticket, .cancelled) }
    }
  }

  /// Ends the wait of `ticket` unless it has been served.
  private func end(_ ticket: Int, _ kind: PQError.Kind) {
    guard state.giveUp(ticket) || state.isClosed else { return }
    let error = PQError(kind, details: "while waiting for a connection")
    waiters.removeValue(forKey: ticket)?.resume(throwing: error)
  }
}
