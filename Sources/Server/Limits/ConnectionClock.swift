import NIOCore
import Web

/// Closes a connection on which nothing is asked for too long, on which one request takes too long
/// to arrive, or its answer too long to be fetched, however busy the line looks.
///
/// Tells the observer how many requests are in flight, since it is what knows. Lives on the event
/// loop of its connection.
final class ConnectionClock {
  private let channel: any Channel
  private let idle: TimeAmount
  private let request: TimeAmount
  private let observer: Observer
  /// When the connection is closed.
  private var due = NIODeadline.distantFuture
  /// Whether that is the end of a request's time, and not of a silence.
  private var isTiming = false
  /// One for many requests: to schedule and to cancel for each costs more than to look again.
  private var alarm: Scheduled<Void>?
  /// Requests whose answer has not left yet.
  private var open = 0
  private var isReading = false

  /// - Parameter idle: from the end of one request to the head of the next.
  /// - Parameter request: from the head of a request until its answer has left.
  init(_ channel: any Channel, idle: TimeAmount, request: TimeAmount, observer: Observer) {
    self.channel = channel
    self.idle = idle
    self.request = request
    self.observer = observer
    rest()
    ring()
  }

  /// The head of a request is here.
  func begin() {
    open += 1
    observer.observe(.requestBegun)
    isReading = true
    if !isTiming { start() }
  }

  /// All of it is here.
  func arrive() {
    isReading = false
    if open == 0 { rest() }
  }

  /// Its answer has left. Each request has the whole time to itself; one that was refused before
  /// it had arrived is still arriving.
  func finish() {
    // The refusal of what was no request.
    guard open > 0 else { return }
    open -= 1
    observer.observe(.requestEnded)
    guard !isReading || open > 0 else { return }
    if open > 0 { start() } else { rest() }
  }

  /// The connection is gone: nobody is left to answer.
  func end() {
    for _ in 0..<open { observer.observe(.requestEnded) }
    open = 0
    alarm?.cancel()
    alarm = nil
  }

  private func start() {
    isTiming = true
    due = channel.eventLoop.now + request
  }

  private func rest() {
    isTiming = false
    due = channel.eventLoop.now + idle
  }

  /// Never further ahead than what may become due meanwhile.
  private func ring() {
    let instant = min(due, channel.eventLoop.now + min(idle, request))
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    alarm = channel.eventLoop.scheduleTask(deadline: instant) { bound.value.look() }
  }

  private func look() {
    alarm = nil
    if due <= channel.eventLoop.now { channel.close(promise: nil) } else { ring() }
  }
}
