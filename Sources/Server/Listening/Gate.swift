import NIOCore
import NIOHTTP1

/// What one connection may send and is sent, as named states without I/O: each event gives what
/// follows it, in order. It orders, frames and encodes nothing.
struct Gate {
  enum State {
    /// The next to come is a head, or the rest of a request that was handed on.
    case head, body
    /// The last request is here, or what came was none: nothing behind it is read; and the last
    /// answer has been written.
    case nothing, over
  }
  enum Action: Equatable {
    /// Hand on what came.
    case pass
    case proceed, refuse(Refusal)
    /// The output alone: then it is left to the client to close.
    case close(CloseMode)
  }

  private(set) var state = State.head
  private var refusal: Refusal?
  private var (isLast, isProceedWanted, isEnding) = (false, false, false)
  /// Requests that the library has and has not answered, and answers that have not left yet.
  private var (unanswered, unsent) = (0, 0)

  /// While a request is answered, what may come behind it waits unread.
  var mayRead: Bool { state == .body || (state == .head && unanswered == 0 && unsent == 0) }

  /// In how many seconds something must happen: a reply must move on, a body or a head be there,
  /// or after the last reply the client close.
  var clock: KeyPath<NodeLimits, Int> {
    if unsent > 0 || unanswered > (state == .body ? 1 : 0) { return \.progressSeconds }
    if state == .body { return \.requestSeconds }
    return isEnding ? \.graceSeconds : \.idleSeconds
  }

  mutating func take(_ part: HTTPServerRequestPart, bodyBytesMax: Int) -> [Action] {
    switch (state, part) {
    case (.head, .head(let head)):
      let terms = RequestTerms(head, bodyBytesMax: bodyBytesMax)
      if let refusal = terms.refusal { return refuse(refusal) }
      (state, unanswered) = (.body, unanswered + 1)
      (isLast, isProceedWanted) = (terms.isLast, terms.isProceedWanted)
      return inTurn() + [.pass]
    case (.body, _):
      if case .end = part { (state, isProceedWanted) = (isLast ? .nothing : .head, false) }
      return [.pass]
    default: return []
    }
  }

  /// What comes is no request, or breaks one off: then whoever waits for its rest is told.
  mutating func takeFault() -> [Action] {
    guard state == .body else { return state == .head ? refuse(.unreadable) : [] }
    unanswered -= 1
    return refuse(.unreadable) + [.pass]
  }

  /// The client says no more, or the node ends: then a connection that looks idle may still say
  /// what is on its way, and nobody behind is told.
  mutating func take(event: Any) -> [Action] {
    if state == .head, case ChannelEvent.inputClosed = event { state = .nothing }
    guard event is ChannelShouldQuiesceEvent else { return [.pass] }
    isEnding = true
    return []
  }

  mutating func refuse(_ refusal: Refusal) -> [Action] {
    (state, self.refusal, isProceedWanted) = (.nothing, refusal, false)
    return inTurn()
  }

  /// Whether the connection ends with the answer that begins: one to half a request is the last.
  mutating func beginReply() -> Bool {
    guard unanswered == 1, refusal == nil, state != .head || isEnding else { return false }
    state = .nothing
    return true
  }

  mutating func endReply() -> [Action] {
    (unanswered, unsent) = (unanswered - 1, unsent + 1)
    if state == .nothing, unanswered == 0, refusal == nil { state = .over }
    return inTurn()
  }

  mutating func sent() -> [Action] {
    unsent -= 1
    guard unsent == 0, state == .over else { return [] }
    return [.close(refusal == .crowded ? .all : .output)]
  }

  /// What waited for the answers before it.
  private mutating func inTurn() -> [Action] {
    if isProceedWanted, unanswered == 1 {
      isProceedWanted = false
      return [.proceed]
    }
    guard unanswered == 0, state != .over, let refusal else { return [] }
    (state, unsent) = (.over, unsent + 1)
    return [.refuse(refusal)]
  }
}

/// Does on one connection, between NIO's parser and the library's codec, what its ``Gate`` says.
final class Gatekeeper: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart
  private typealias Context = ChannelHandlerContext
  private typealias Promise = EventLoopPromise<Void>
  private let reception: Reception
  private var (gate, isReadWanted) = (Gate(), false)
  private var clock: KeyPath<NodeLimits, Int> = \.idleSeconds
  /// Seconds that it has run, and bytes of answers that were written, and had left, at its last.
  private var (seconds, written, left) = (0, 0, 0)
  private var ticking: Scheduled<Void>?

  init(_ reception: Reception) { self.reception = reception }

  func channelActive(context: ChannelHandlerContext) {
    tick(context)
    context.fireChannelActive()
    if reception.crowd.isOneTooMany(context.channel) { perform(gate.refuse(.crowded), context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { ticking?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let actions = gate.take(unwrapInboundIn(data), bodyBytesMax: reception.limits.bodyBytesMax)
    perform(actions, context) { context.fireChannelRead(data) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let isOfClient = context.channel.isActive && !(error is IOError) && !(error is ChannelError)
    perform(isOfClient ? gate.takeFault() : [.pass], context) { context.fireErrorCaught(error) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    perform(gate.take(event: event), context) { context.fireUserInboundEventTriggered(event) }
  }

  func read(context: ChannelHandlerContext) {
    if gate.mayRead { context.read() } else { isReadWanted = true }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard gate.state != .over else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      if gate.beginReply() { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body(let bytes):
      written += bytes.readableBytes
      context.write(data, promise: promise)
    case .end:
      context.write(data, promise: sending(promise, context))
      perform(gate.endReply(), context)
    }
  }

  private func sending(_ promise: Promise?, _ context: Context) -> Promise {
    let promise = promise ?? context.eventLoop.makePromise()
    promise.futureResult.assumeIsolated().whenComplete { [self] _ in
      if context.channel.isActive { perform(gate.sent(), context) }
    }
    return promise
  }

  private func perform(_ actions: [Gate.Action], _ context: Context, pass: () -> Void = {}) {
    for action in actions {
      switch action {
      case .pass: pass()
      case .proceed:
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      case .refuse(let refusal):
        for part in reception.refuse(refusal) { context.write(wrapOutboundOut(part), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sending(nil, context))
      case .close(let mode): context.close(mode: mode, promise: nil)
      }
    }
    if gate.clock != clock { (clock, seconds) = (gate.clock, 0) }
    guard isReadWanted, gate.mayRead else { return }
    isReadWanted = false
    context.read()
  }

  /// Looks each second. Who fetches an answer, however slowly, is never cut off.
  private func tick(_ context: Context) {
    ticking = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { [self] in
      tick(context)
      let (before, options) = (left, context.channel.syncOptions)
      left = written - ((try? options?.getOption(.bufferedWritableBytes)) ?? 0)
      seconds = clock == \.progressSeconds && left != before ? 0 : seconds + 1
      if seconds > reception.limits[keyPath: clock] { context.close(promise: nil) }
    }
  }
}
