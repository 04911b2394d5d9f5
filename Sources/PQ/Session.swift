import CLibPQ
import Glibc

/// The owner of one `PGconn`: every libpq call on it is made here, on the connection's thread.
///
/// Calls that wait do so in one place, in `poll`, which the deadline and the interrupt of the turn
/// can end. The connection is finished on its own thread too, wherever the last reference goes.
final class Session {
  let pointer: OpaquePointer
  let wake: Wake
  private let notices: Notices
  private let thread: WorkThread
  private static let settings = """
    set datestyle to iso, ymd; set bytea_output to hex; set intervalstyle to iso_8601
    """
  /// Set when the connection can no longer be trusted; it is then only good for closing.
  private(set) var isBroken = false

  /// Connects, and sees to it that text is written in one way only.
  init(
    connectingTo configuration: PQConfiguration, notices: Notices, thread: WorkThread,
    wake: Wake, turn: Turn
  ) throws(PQError) {
    guard let pointer = Self.start(configuration) else {
      throw PQError(.connection, details: "libpq is out of memory")
    }
    self.pointer = pointer
    self.wake = wake
    self.notices = notices
    self.thread = thread
    notices.attach(to: pointer)
    wake.silence()
    try establish(turn)
    PQsetnonblocking(pointer, 1)
    try run(turn) { PQsendQuery($0, Self.settings) }
  }

  deinit {
    nonisolated(unsafe) let pointer = pointer
    thread.put { [notices] in
      withExtendedLifetime(notices) { PQfinish(pointer) }
    }
  }

  /// Sends a command and takes all its results; returns the last.
  @discardableResult
  func run(_ turn: Turn, _ send: (OpaquePointer) -> Int32) throws(PQError) -> PQResult {
    wake.silence()
    guard send(pointer) == 1 else { throw failure(turn) }
    try flush(turn)
    var last: PQResult?
    var refusal: PQError?
    do throws(PQError) {
      while let result = try nextResult(turn) {
        if let error = result.error(statement: turn.statement) { refusal = refusal ?? error }
        if try endStrayCopy(result, turn) {
          refusal = refusal ?? misuse("COPY is run by copyIn and copyOut only", turn)
        }
        last = result
      }
    } catch {
      // The server says why before it hangs up; that it hung up is the lesser news.
      throw refusal.map { explained($0, turn) } ?? error
    }
    settle(turn)
    if let refusal { throw explained(refusal, turn) }
    guard let last else { throw failure(turn) }
    return last
  }

  /// The next result of the command under way; nil when the connection is quiet again.
  func nextResult(_ turn: Turn) throws(PQError) -> PQResult? {
    while PQisBusy(pointer) == 1 {
      try wait(for: POLLIN, turn)
      guard PQconsumeInput(pointer) == 1 else { throw failure(turn) }
    }
    return PQgetResult(pointer).map(PQResult.init)
  }

  /// Sends what libpq still holds, reading meanwhile, since the server may wait for that.
  func flush(_ turn: Turn) throws(PQError) {
    while true {
      switch PQflush(pointer) {
      case 0: return
      case 1:
        let ready = try wait(for: POLLIN | POLLOUT, turn)
        if ready & Int16(POLLIN) != 0, PQconsumeInput(pointer) == 0 { throw failure(turn) }
      default: throw failure(turn)
      }
    }
  }

  /// Sleeps until the socket is ready for one of `events`; the one place where a turn waits.
  @discardableResult
  func wait(for events: Int32, _ turn: Turn, cancelling: Bool = true) throws(PQError) -> Int16 {
    while true {
      do throws(PQError) {
        try turn.advance(cancelling: cancelling ? pointer : nil)
      } catch {
        isBroken = true
        throw error
      }
      guard PQsocket(pointer) >= 0 else { throw failure(turn) }
      var states = [
        pollfd(fd: PQsocket(pointer), events: Int16(events), revents: 0),
        pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: turn.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&states, 3, turn.pollMilliseconds) >= 0 || errno == EINTR else {
        throw failure(turn)
      }
      if states[1].revents != 0 { wake.silence() }
      if states[0].revents != 0 { return states[0].revents }
    }
  }

  /// Lets a cancel request under way reach its end, so that it cannot hit the next statement. If it
  /// does not in time, there must be no next statement.
  func settle(_ turn: Turn) {
    if !isBroken, !turn.settle() { isBroken = true }
  }

  /// The error of a libpq call that failed: the connection is gone, or was used wrongly.
  func failure(_ turn: Turn) -> PQError {
    let details = String(cString: PQerrorMessage(pointer))
    isBroken = isBroken || PQstatus(pointer) != CONNECTION_OK
    if isBroken || turn.reason != nil { return turn.error(details: details) }
    return misuse(details, turn)
  }

  func misuse(_ details: String, _ turn: Turn) -> PQError {
    PQError(.protocolMisuse, statement: turn.statement, details: details)
  }

  /// A refusal by the server, said in the way that tells the caller what to do about it.
  func explained(_ refusal: PQError, _ turn: Turn) -> PQError {
    isBroken = isBroken || PQstatus(pointer) != CONNECTION_OK
    let isCancelled = refusal.sqlState == "57014" && turn.reason != nil
    guard isBroken || isCancelled else { return refusal }
    var error =
      isCancelled
      ? turn.error(details: refusal.details)
      : PQError(
        .connection, statement: turn.statement, details: refusal.details)
    error.sqlState = refusal.sqlState
    return error
  }
}
