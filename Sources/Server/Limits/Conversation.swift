import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import Web

/// Answers the requests of one connection on its own event loop, one after the other.
///
/// A request is answered when all of it is here, without leaving the event loop: nothing of ours
/// waits while it answers, so that no task is handed from thread to thread. What comes behind it
/// waits, unread beyond what was read already, until its answer is on its way and the client takes
/// what it was sent.
///
/// It stands next to the parser and does alone what could be a handler each, since every handler
/// costs every part of every request: the library's types for HTTP, the clock of the connection,
/// and the grace when the node ends.
final class Conversation: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = Never
  typealias OutboundIn = Never
  typealias OutboundOut = ByteBuffer

  typealias Responder = @Sendable (Request, any Channel) async -> Response

  /// What is being received.
  private enum Arrival {
    case nothing
    case request(HTTPRequestHead, body: ByteBuffer)
    /// It was too large and is refused already; its rest is dropped.
    case rest

    var isNothing: Bool {
      if case .nothing = self { true } else { false }
    }

    var isRest: Bool {
      if case .rest = self { true } else { false }
    }
  }

  /// A whole request; a class, since it is handed on several times.
  private final class Asked {
    let request: Request
    /// Whether the client wants no more on this connection.
    let isLast: Bool

    init(_ request: Request, isLast: Bool) {
      self.request = request
      self.isLast = isLast
    }
  }

  /// Requests that may wait on one connection. Who sends more without fetching answers is cut off.
  private static let waitingMax = 256

  /// A body up to that size goes out in one piece with its head, which costs less than two.
  private static let joinedBytesMax = 16 * 1024

  private let respond: Responder
  private let limits: NodeLimits
  private let unreadable: UnreadableAnswer
  private let dates: DateLine
  private let observer: Observer
  private var arrival = Arrival.nothing
  /// Whole requests behind the one that is being answered.
  private var waiting = CircularBuffer<Asked>(initialCapacity: 2)
  private var clock: ConnectionClock?
  /// From taking a request up until its answer has been written, to the last part: what the channel
  /// tells meanwhile must not begin anything.
  private var isAnswering = false
  private var isProceeding = false
  private var isReadWanted = false
  /// Answering is the next thing that the event loop does.
  private var isProceedDue = false
  private var isFlushDue = false
  /// Answers that have not left yet.
  private var unsent = 0
  /// The client has said that no request comes any more.
  private var isInputOver = false
  /// What comes now is no request.
  private var isUnreadable = false
  /// The node ends: whoever is silent may still say what is on its way, and what is answered last
  /// tells that it is the last.
  private var isEnding = false
  /// It ends now: only what has begun to come in is still answered.
  private var isStopping = false
  private var grace: Scheduled<Void>?
  /// The last answer has been written.
  private var isOver = false
  private var isGone = false

  init(
    limits: NodeLimits, unreadable: UnreadableAnswer, dates: DateLine, observer: Observer,
    respond: @escaping Responder
  ) {
    self.limits = limits
    self.unreadable = unreadable
    self.dates = dates
    self.observer = observer
    self.respond = respond
  }

  func handlerAdded(context: ChannelHandlerContext) {
    clock = ConnectionClock(
      context.channel, idle: .seconds(Int64(limits.idleSeconds)),
      request: .seconds(Int64(limits.requestSeconds)), observer: observer)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver, !isInputOver, !isUnreadable else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      clock?.begin()
      arrival = .request(head, body: ByteBuffer())
    case .body(let bytes): receive(bytes, context)
    case .end:
      clock?.arrive()
      let arrived = arrival
      arrival = .nothing
      if case .request(let head, let body) = arrived { take(head, body, context) }
    }
    guard waiting.count <= Conversation.waitingMax else { return context.close(promise: nil) }
    if !waiting.isEmpty || isStopping { proceedSoon(context) }
  }

  func read(context: ChannelHandlerContext) {
    if mayRead(context) { context.read() } else { isReadWanted = true }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    proceed(context)
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      isInputOver = true
      arrival = .nothing
      conclude(context)
    case is ChannelShouldQuiesceEvent: quiesce(context)
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// Lets a connection that looks idle say what it has already sent, before it is closed because
  /// the node was told to stop: a request that has reached this machine and not yet its event loop
  /// would be closed unread.
  private func quiesce(_ context: ChannelHandlerContext) {
    isEnding = true
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    grace = context.eventLoop.scheduleTask(
      in: .milliseconds(Int64(limits.graceMilliseconds))
    ) {
      let (conversation, context) = bound.value
      conversation.isStopping = true
      conversation.conclude(context)
    }
  }

  /// Answers what is left to answer, and closes what has been answered.
  private func conclude(_ context: ChannelHandlerContext) {
    proceed(context)
    if isOver { closeWhenSent(context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !(error is IOError), !(error is ChannelError) else { return context.close(promise: nil) }
    // A connection that has just been closed with a request half read is no unreadable request.
    guard !isOver, !isInputOver, context.channel.isActive else { return }
    refuseReading(context)
  }

  /// Nothing that comes from now on is a request.
  private func refuseReading(_ context: ChannelHandlerContext) {
    if arrival.isRest {
      // It has its answer.
      isInputOver = true
    } else {
      isUnreadable = true
    }
    arrival = .nothing
    proceed(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    clock?.end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    isOver = true
    isGone = true
    waiting.removeAll()
    clock?.end()
    grace?.cancel()
  }

  /// Of too large a body one byte more is kept, by which whoever reads it sees that it is.
  private func receive(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    guard case .request(let head, var body) = arrival else { return }
    arrival = .nothing
    if body.readableBytes == 0 {
      body = bytes
    } else {
      body.writeImmutableBuffer(bytes)
    }
    guard body.readableBytes > limits.bodyBytesMax else {
      arrival = .request(head, body: body)
      return
    }
    arrival = .rest
    take(
      head, body.getSlice(at: body.readerIndex, length: limits.bodyBytesMax + 1) ?? body, context)
  }

  private func take(
    _ head: HTTPRequestHead, _ body: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    guard let request = try? HTTPRequest(reading: head) else {
      arrival = .nothing
      return refuseReading(context)
    }
    waiting.append(
      Asked(
        Request(head: request, body: RequestBody(buffer: body)),
        isLast: Conversation.isLast(head)))
  }

  private func mayAnswer(_ context: ChannelHandlerContext) -> Bool {
    !isAnswering && !isOver && context.channel.isWritable
  }

  /// What waits only for its turn on the event loop holds nobody up.
  private func mayRead(_ context: ChannelHandlerContext) -> Bool {
    isOver || mayAnswer(context) && (waiting.isEmpty || isProceedDue)
  }

  /// When everything that the event loop was woken for has been read: what many connections ask at
  /// once is read in one go, answered in one go and sent in one go, so that the nearest caches
  /// change hands three times and not three times each.
  private func proceedSoon(_ context: ChannelHandlerContext) {
    guard !isProceedDue else { return }
    isProceedDue = true
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.execute {
      let (conversation, context) = bound.value
      conversation.isProceedDue = false
      conversation.proceed(context)
    }
  }

  /// Does whatever can be done now.
  private func proceed(_ context: ChannelHandlerContext) {
    guard !isProceeding else { return }
    isProceeding = true
    while mayAnswer(context), let asked = waiting.popFirst() { answer(asked, context) }
    if isInputOver || isUnreadable || (isStopping && arrival.isNothing), waiting.isEmpty,
      !isAnswering, !isOver
    {
      if isUnreadable { refuse(context) }
      end(context)
    }
    isProceeding = false
    if isReadWanted, mayRead(context) {
      isReadWanted = false
      context.read()
    }
  }

  private func answer(_ asked: Asked, _ context: ChannelHandlerContext) {
    isAnswering = true
    let (request, isLast) = (asked.request, asked.isLast)
    let (respond, channel) = (respond, context.channel)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    // On this thread, until something waits; and nothing of ours does.
    Task.immediate {
      let response = await respond(request, channel)
      let told = await Told(response)
      if channel.eventLoop.inEventLoop {
        let (conversation, context) = bound.value
        conversation.finish(told, isLast: isLast, context)
      } else {
        channel.eventLoop.execute {
          let (conversation, context) = bound.value
          conversation.finish(told, isLast: isLast, context)
        }
      }
    }
  }

  /// Whether the client wants no more on this connection; who asks for another protocol gets none,
  /// and the parser reads nothing that comes behind it.
  private static func isLast(_ head: HTTPRequestHead) -> Bool {
    !head.isKeepAlive || head.version == .http1_0 || head.method == .CONNECT
      || head.headers.contains(name: "upgrade")
  }

  private func finish(_ told: Told, isLast: Bool, _ context: ChannelHandlerContext) {
    if !isOver {
      let isLast = isLast || isEnding && waiting.isEmpty && arrival.isNothing
      write(told.head, told.body, isLast: isLast, context)
      if isLast { end(context) }
    }
    isAnswering = false
    // Unless it is what called this.
    proceed(context)
  }

  private func write(
    _ response: HTTPResponse, _ body: ByteBuffer, isLast: Bool, _ context: ChannelHandlerContext
  ) {
    let sent = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in
      let (conversation, context) = bound.value
      conversation.leave(context)
    }
    unsent += 1
    let bodyBytes = response.mayHaveBody ? body.readableBytes : 0
    let isOne = bodyBytes <= Conversation.joinedBytesMax
    var bytes = response.head(
      before: body.readableBytes, room: isOne ? bodyBytes : 0, date: dates.text, isLast: isLast,
      allocator: context.channel.allocator)
    if isOne {
      if bodyBytes > 0 { bytes.writeImmutableBuffer(body) }
      context.write(wrapOutboundOut(bytes), promise: sent)
    } else {
      context.write(wrapOutboundOut(bytes), promise: nil)
      context.write(wrapOutboundOut(body), promise: sent)
    }
    flushSoon(bound)
  }

  /// An answer has left, or can leave no more.
  private func leave(_ context: ChannelHandlerContext) {
    unsent -= 1
    clock?.finish()
    if isOver { closeWhenSent(context) }
  }

  private func refuse(_ context: ChannelHandlerContext) {
    isAnswering = true
    unreadable.tell(observer)
    write(unreadable.head, unreadable.body, isLast: true, context)
    isAnswering = false
  }

  /// When everything that was read is answered.
  private func flushSoon(_ bound: NIOLoopBound<(Conversation, ChannelHandlerContext)>) {
    guard !isFlushDue else { return }
    isFlushDue = true
    bound.eventLoop.execute {
      let (conversation, context) = bound.value
      conversation.isFlushDue = false
      if !conversation.isGone { context.flush() }
    }
  }

  private func end(_ context: ChannelHandlerContext) {
    isOver = true
    waiting.removeAll()
    closeWhenSent(context)
  }

  /// Says that nothing more comes from here, and leaves it to the client or to the limits of the
  /// connection to close it: closed with something unread, it would lose the last answer. A node
  /// that ends waits for nobody.
  private func closeWhenSent(_ context: ChannelHandlerContext) {
    guard unsent == 0, !isGone else { return }
    context.close(mode: isInputOver || isStopping ? .all : .output, promise: nil)
  }
}
