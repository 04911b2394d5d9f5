import NIOCore
import NIOHTTP1

/// Does on one connection, between NIO's parser and the library's codec, what its ``Gate`` says.
final class Gatekeeper: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart
  typealias Refusing = @Sendable (Refusal) -> [HTTPServerResponsePart]

  private let limits: NodeLimits
  private let isCrowded: Bool
  private let refuse: Refusing
  private var gate = Gate()
  private var isReadWanted = false
  private var clock: KeyPath<NodeLimits, Int> = \.idleSeconds
  /// Seconds that it has run, and bytes of answers that were written, and had left, at its last.
  private var (seconds, written, left) = (0, 0, 0)
  private var (ticking, grace): (RepeatedTask?, Scheduled<Void>?)

  /// - Parameter isCrowded: whether the connection is one too many.
  init(limits: NodeLimits, isCrowded: Bool, refuse: @escaping Refusing) {
    (self.limits, self.isCrowded, self.refuse) = (limits, isCrowded, refuse)
  }

  func channelActive(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let second = TimeAmount.seconds(1)
    ticking = context.eventLoop.scheduleRepeatedTask(initialDelay: second, delay: second) { _ in
      bound.value.0.tick(bound.value.1)
    }
    context.fireChannelActive()
    if isCrowded { perform(gate.turnAway(), context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    ticking?.cancel()
    grace?.cancel()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let actions =
      switch unwrapInboundIn(data) {
      case .head(let head): gate.take(RequestTerms(head, bodyBytesMax: limits.bodyBytesMax))
      case .body: gate.takeBody()
      case .end: gate.takeEnd()
      }
    perform(actions, context) { context.fireChannelRead(data) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let isOfClient = context.channel.isActive && !(error is IOError) && !(error is ChannelError)
    perform(isOfClient ? gate.takeFault() : [.pass], context) { context.fireErrorCaught(error) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { gate.takeNoMore() }
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    gate.quiesce()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    grace = context.eventLoop.scheduleTask(in: .milliseconds(Int64(limits.graceMilliseconds))) {
      bound.value.0.perform(bound.value.0.gate.stop(), bound.value.1)
    }
  }

  func read(context: ChannelHandlerContext) {
    if gate.mayRead { context.read() } else { isReadWanted = true }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !gate.isOver else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      if gate.beginReply() { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body(let bytes):
      written += bytes.readableBytes
      context.write(data, promise: promise)
    case .end:
      context.write(data, promise: sending(context, promise))
      perform(gate.endReply(), context)
    }
  }

  private typealias Promise = EventLoopPromise<Void>

  private func sending(_ context: ChannelHandlerContext, _ promise: Promise?) -> Promise {
    let promise = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    promise.futureResult.whenComplete { _ in
      let (keeper, context) = bound.value
      if context.channel.isActive { keeper.perform(keeper.gate.sent(), context) }
    }
    return promise
  }

  private typealias Context = ChannelHandlerContext

  private func perform(_ actions: [Gate.Action], _ context: Context, pass: () -> Void = {}) {
    for action in actions {
      switch action {
      case .pass: pass()
      case .proceed:
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      case .refuse(let refusal):
        for part in refuse(refusal) { context.write(wrapOutboundOut(part), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sending(context, nil))
      case .closeOutput: context.close(mode: .output, promise: nil)
      case .close: context.close(promise: nil)
      }
    }
    if gate.clock != clock { (clock, seconds) = (gate.clock, 0) }
    if isReadWanted, gate.mayRead {
      isReadWanted = false
      context.read()
    }
  }

  /// Who fetches an answer, however slowly, is never cut off.
  private func tick(_ context: ChannelHandlerContext) {
    let (before, options) = (left, context.channel.syncOptions)
    left = written - ((try? options?.getOption(.bufferedWritableBytes)) ?? 0)
    seconds = clock == \.progressSeconds && left != before ? 0 : seconds + 1
    if seconds > limits[keyPath: clock] { context.close(promise: nil) }
  }
}
