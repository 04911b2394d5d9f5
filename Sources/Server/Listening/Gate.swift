/// What one connection may send and is sent, as named states without I/O: each event gives what
/// follows it, in order. It orders, frames and encodes nothing.
struct Gate {
  enum Intake {
    /// The next to come is a head, or the rest of a request that was handed on.
    case head, body
    /// The last request is here, or what came was none: nothing behind it is read.
    case nothing
  }
  private enum Reply: Equatable {
    case none
    case begun(isLast: Bool)
    /// The last one has been written.
    case over
  }
  private enum Ending { case notYet, grace, now }
  enum Action: Equatable {
    /// Hand on what came.
    case pass
    case proceed
    case refuse(Refusal)
    /// Say that nothing more comes from here, and leave it to the client to close.
    case closeOutput
    case close
  }

  private var intake = Intake.head
  private var reply = Reply.none
  private var ending = Ending.notYet
  /// Waits for the answers before it.
  private var refusal: Refusal?
  private var isLast = false
  private var isProceedWanted = false
  /// Requests that the library has and has not answered, and answers that have not left yet.
  private var (unanswered, unsent) = (0, 0)

  var isOver: Bool { reply == .over }

  /// While a request is answered, what may come behind it waits unread.
  var mayRead: Bool { intake == .body || (intake == .head && unanswered == 0 && unsent == 0) }

  /// In how many seconds something must happen: a reply must move on, a body or a head be there,
  /// or after the last reply the client close.
  var clock: KeyPath<NodeLimits, Int> {
    if unsent > 0 || unanswered > (intake == .body ? 1 : 0) { return \.progressSeconds }
    return intake == .body ? \.requestSeconds : \.idleSeconds
  }

  mutating func take(_ head: RequestTerms) -> [Action] {
    guard intake == .head else { return [] }
    if let refusal = head.refusal { return refuse(refusal) }
    (intake, unanswered) = (.body, unanswered + 1)
    (isLast, isProceedWanted) = (head.isLast, head.isProceedWanted)
    return proceed() + [.pass]
  }

  func takeBody() -> [Action] { intake == .body ? [.pass] : [] }

  mutating func takeEnd() -> [Action] {
    guard intake == .body else { return [] }
    (intake, isProceedWanted) = (isLast ? .nothing : .head, false)
    return [.pass]
  }

  /// What comes is no request, or breaks one off: then whoever waits for its rest is told.
  mutating func takeFault() -> [Action] {
    guard intake != .nothing else { return [] }
    let isBroken = intake == .body
    if isBroken { unanswered -= 1 }
    return refuse(.unreadable) + (isBroken ? [.pass] : [])
  }

  mutating func takeNoMore() { if intake == .head { intake = .nothing } }

  /// There are too many connections from there.
  mutating func turnAway() -> [Action] {
    ending = .now
    return refuse(.crowded)
  }

  /// - Returns: whether the connection ends with the answer that begins. One to half a request is
  ///   the last.
  mutating func beginReply() -> Bool {
    let isLast = unanswered == 1 && refusal == nil && (intake != .head || ending != .notYet)
    if isLast { intake = .nothing }
    reply = .begun(isLast: isLast)
    return isLast
  }

  mutating func endReply() -> [Action] {
    guard case .begun(let isLast) = reply else { return [] }
    (unanswered, unsent) = (unanswered - 1, unsent + 1)
    reply = isLast ? .over : .none
    return refuseInTurn() + proceed()
  }

  mutating func sent() -> [Action] {
    unsent -= 1
    return unsent == 0 && isOver && ending != .now ? [.closeOutput] : stopIfIdle()
  }

  /// The node ends: a connection that looks idle may still say what is on its way.
  mutating func quiesce() { if ending == .notYet { ending = .grace } }

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

  private mutating func refuse(_ refusal: Refusal) -> [Action] {
    (intake, self.refusal) = (.nothing, refusal)
    return refuseInTurn()
  }

  private mutating func refuseInTurn() -> [Action] {
    guard unanswered == 0, !isOver, let refusal else { return [] }
    (reply, unsent) = (.over, unsent + 1)
    return [.refuse(refusal)]
  }
}
