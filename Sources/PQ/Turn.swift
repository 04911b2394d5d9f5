import CLibPQ
import Glibc

/// One piece of work on a connection, from its start until the connection is quiet again: how long
/// it may take, who may call it off, and the cancel requests sent on its behalf.
///
/// Lives and is used on the connection's thread only.
final class Turn {
  /// Why the work is being ended before it is done.
  enum Reason {
    case deadline
    case cancelled
  }

  let statement: String
  private let deadline: ContinuousClock.Instant?
  private let interrupt: Interrupt?
  private(set) var reason: Reason?
  private var givesUp = ContinuousClock.Instant.now
  private var request: CancelRequest?
  private var nextRequest = ContinuousClock.Instant.now

  /// How long the server may take to answer a cancel request before the connection is given up.
  static let grace = Duration.seconds(2)
  /// A request that reaches the server before the statement does is lost: it is sent again.
  static let requestInterval = Duration.milliseconds(100)

  init(statement: String, deadline: ContinuousClock.Instant?, interrupt: Interrupt?) {
    self.statement = statement
    self.deadline = deadline
    self.interrupt = interrupt
  }

  /// Notices the deadline and the interrupt, and keeps cancel requests going after either.
  ///
  /// - Throws: when the server has not answered the requests within the grace.
  func advance(cancelling session: OpaquePointer?) throws(PQError) {
    guard isInterrupted() else { return }
    let now = ContinuousClock.now
    if session == nil { givesUp = now }
    if now >= givesUp { throw error(details: "the server did not give the connection back") }
    if let request, request.isDone {
      self.request = nil
      nextRequest = now.advanced(by: Self.requestInterval)
    }
    if request == nil, now >= nextRequest, let session { request = CancelRequest(for: session) }
  }

  /// Whether the work is to end, for whatever reason.
  func isInterrupted() -> Bool {
    guard reason == nil else { return true }
    guard let found = interruption(at: .now) else { return false }
    end(because: found)
    return true
  }

  /// Ends the work on behalf of the caller.
  func callOff() {
    if reason == nil { end(because: .cancelled) }
  }

  /// Waits for the cancel request under way; false when it did not end within the grace.
  func settle() -> Bool {
    while let request, !request.isDone {
      guard ContinuousClock.now < givesUp else { return false }
      var state = pollfd(fd: request.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&state, 1, pollMilliseconds)
    }
    request = nil
    return true
  }

  /// What to poll besides the socket: the end of the cancel request under way.
  var descriptor: Int32 { request?.descriptor ?? -1 }

  /// Until when `poll` may sleep, in its own unit; -1 is for ever.
  var pollMilliseconds: Int32 {
    guard let wakesAt else { return -1 }
    let left = ContinuousClock.now.duration(to: wakesAt).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: max(0, milliseconds))
  }

  /// The error of work that ended for this turn's reason.
  func error(details: String) -> PQError {
    let kind: PQError.Kind =
      switch reason {
      case .deadline: .deadline
      case .cancelled: .cancelled
      case nil: .connection
      }
    return PQError(kind, statement: statement, details: details)
  }

  private var wakesAt: ContinuousClock.Instant? {
    guard reason != nil else { return deadline }
    return request == nil ? min(givesUp, nextRequest) : givesUp
  }

  private func end(because reason: Reason) {
    self.reason = reason
    nextRequest = .now
    givesUp = .now.advanced(by: Self.grace)
  }

  private func interruption(at now: ContinuousClock.Instant) -> Reason? {
    if interrupt?.isRaised == true { return .cancelled }
    if let deadline, now >= deadline { return .deadline }
    return nil
  }
}

/// One cancel request, sent from a thread of its own, since `PQcancel` blocks for as long as the
/// server is silent.
final class CancelRequest {
  /// Hangs up when the request has been delivered, or could not be.
  let descriptor: Int32

  /// Nil when the connection is gone, so that there is nothing to cancel.
  init?(for session: OpaquePointer) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard let key = PQgetCancel(session) else { return nil }
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      PQfreeCancel(key)
      return nil
    }
    descriptor = ends[0]
    let courier = Courier(key: key, descriptor: ends[1])
    var thread = pthread_t()
    let context = Unmanaged.passRetained(courier).toOpaque()
    let failure = pthread_create(&thread, nil, Courier.body, context)
    guard failure == 0 else {
      Unmanaged<Courier>.fromOpaque(context).release()
      return
    }
    pthread_detach(thread)
  }

  deinit {
    close(descriptor)
  }

  /// Whether the server has been told: from then on the request can hit no later statement.
  var isDone: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0
  }
}

/// What the thread of a cancel request holds: the key, and the end whose closing says "done".
private final class Courier {
  private let key: OpaquePointer
  private let descriptor: Int32

  init(key: OpaquePointer, descriptor: Int32) {
    self.key = key
    self.descriptor = descriptor
  }

  deinit {
    PQfreeCancel(key)
    close(descriptor)
  }

  static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    guard let context else { return nil }
    let courier = Unmanaged<Courier>.fromOpaque(context).takeRetainedValue()
    var reason = [CChar](repeating: 0, count: 256)
    _ = PQcancel(courier.key, &reason, Int32(reason.count))
    return nil
  }
}
