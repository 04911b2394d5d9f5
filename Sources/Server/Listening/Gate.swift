/// What one connection may send and is sent, as named states without I/O: each event gives what
/// follows it, in order. It orders, frames and encodes nothing.
struct Gate {
  enum Intake: Equatable {
    /// The next to come is a head.
    case head
    /// The rest of a request that was handed on.
    case body
    /// The rest of one that has its answer unread: so many bytes of it were dropped, since with
    /// bytes that nobody reads the answer would be lost.
    case rest(Int)
    /// The last request is here, or what came was none: nothing behind it is read.
    case nothing
  }

  private enum Reply {
    case none
    case begun(isLast: Bool)
    /// The last one has been written.
    case over
  }

  enum Action: Equatable {
    /// Hand on what came.
    case pass
    case proceed
    case refuse(Refusal)
    /// Say that nothing more comes from here, and leave it to the client to close.
    case closeOutput
    case close
  }

  /// What must not take too long.
  enum Clock {
    /// From one answer to the next head, or until the client closes after the last.
    case head
    case body
    /// While an answer is made and fetched.
    case reply
  }

  private enum Ending {
    case notYet, grace, now
  }

  static let restBytesMax = 1 << 20

  private(set) var intake = Intake.head
  private var reply = Reply.none
  private var ending = Ending.notYet
  /// Waits for the answers before it.
  private var refusal: Refusal?
  private var isLast = false
  private var isProceedWanted = false
  /// Requests that the library has and has not answered.
  private var unanswered = 0
  /// Answers that are written and have not left.
  private var unsent = 0

  var isOver: Bool { if case .over = reply { true } else { false } }

  var isDraining: Bool { if case .rest = intake { mayRead } else { false } }

  /// While a request is answered, what may come behind it waits unread.
  var mayRead: Bool {
    switch intake {
    case .head: unanswered == 0 && unsent == 0
    case .body: true
    case .rest(let bytes): bytes < Gate.restBytesMax
    case .nothing: false
    }
  }

  var clock: Clock {
    if unsent > 0 || unanswered > (intake == .body ? 1 : 0) { return .reply }
    return intake == .body ? .body : .head
  }

  mutating func take(_ head: RequestTerms) -> [Action] {
    guard intake == .head else { return [] }
    if let refusal = head.refusal { return refuse(refusal, .rest(0)) }
    intake = .body
    unanswered += 1
    (isLast, isProceedWanted) = (head.isLast, head.isProceedWanted)
    return proceed() + [.pass]
  }

  mutating func takeBody(bytes: Int) -> [Action] {
    if case .rest(let dropped) = intake { intake = .rest(dropped + bytes) }
    return intake == .body ? [.pass] : []
  }

  mutating func takeEnd() -> [Action] {
    let isTaken = intake == .body
    intake = isTaken && !isLast ? .head : .nothing
    isProceedWanted = false
    return isTaken ? [.pass] : []
  }

  /// What comes is no request, or breaks one off: then whoever waits for its rest is told.
  mutating func takeFault() -> [Action] {
    switch intake {
    case .head: return refuse(.unreadable, .nothing)
    case .body:
      unanswered -= 1
      return refuse(.unreadable, .nothing) + [.pass]
    case .rest, .nothing:
      intake = .nothing
      return []
    }
  }

  mutating func takeNoMore() {
    if intake != .body { intake = .nothing }
  }

  /// There are too many connections from there.
  mutating func turnAway() -> [Action] {
    ending = .now
    return refuse(.crowded, .nothing)
  }

  /// - Returns: whether the connection ends with the answer that begins.
  mutating func beginReply() -> Bool {
    let isLast = unanswered == 1 && refusal == nil && (intake != .head || ending != .notYet)
    if isLast { intake = intake == .body ? .rest(0) : .nothing }
    reply = .begun(isLast: isLast)
    return isLast
  }

  mutating func endReply() -> [Action] {
    guard case .begun(let isLast) = reply else { return [] }
    unanswered -= 1
    unsent += 1
    reply = isLast ? .over : .none
    return refuseInTurn() + proceed()
  }

  mutating func sent() -> [Action] {
    unsent -= 1
    guard unsent == 0, isOver, ending != .now else { return stopIfIdle() }
    return [.closeOutput]
  }

  /// The node ends: a connection that looks idle may still say what is on its way.
  mutating func quiesce() {
    if ending == .notYet { ending = .grace }
  }

  mutating func stop() -> [Action] {
    ending = .now
    return stopIfIdle()
  }

  private func stopIfIdle() -> [Action] {
    ending == .now && unsent == 0 && (unanswered == 0 || isOver) ? [.close] : []
  }

  private mutating func proceed() -> [Action] {
    guard isProceedWanted, unanswered == 1 else { return [] }
    isProceedWanted = false
    return [.proceed]
  }

  private mutating func refuse(_ refusal: Refusal, _ intake: Intake) -> [Action] {
    (self.intake, self.refusal) = (intake, refusal)
    return refuseInTurn()
  }

  private mutating func refuseInTurn() -> [Action] {
    guard unanswered == 0, !isOver, let refusal else { return [] }
    reply = .over
    unsent += 1
    return [.refuse(refusal)]
  }
}
