import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes
import Web

/// Answers the requests of one connection on its own event loop, one after the other.
///
/// A request is answered when all of it is here, without leaving the event loop: nothing of ours
/// waits while it answers, so that no task is handed from thread to thread. What comes behind it
/// waits, unread beyond what was read already, until its answer is on its way and the client takes
/// what it was sent.
final class Conversation: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = Never
  typealias OutboundIn = Never
  typealias OutboundOut = HTTPResponsePart

  typealias Responder = @Sendable (Request, any Channel) async -> Response

  /// What is being received.
  private enum Arrival {
    case nothing
    case request(HTTPRequest, body: ByteBuffer)
    /// It was too large and is refused already; its rest is dropped.
    case rest

    var isNothing: Bool {
      if case .nothing = self { true } else { false }
    }

    var isRest: Bool {
      if case .rest = self { true } else { false }
    }
  }

  /// Requests that may wait on one connection. Who sends more without fetching answers is cut off.
  private static let waitingMax = 256

  private let respond: Responder
  private let bodyBytesMax: Int
  private let unreadable: UnreadableAnswer
  private let observer: Observer
  private var arrival = Arrival.nothing
  /// Whole requests behind the one that is being answered.
  private var waiting = CircularBuffer<Request>(initialCapacity: 2)
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
  /// The node ends: what has begun to come in is still answered.
  private var isStopping = false
  /// The last answer has been written.
  private var isOver = false
  private var isGone = false

  /// - Parameter bodyBytesMax: of a larger body one byte more is kept, by which whoever reads it
  ///   sees that it is too large.
  init(
    bodyBytesMax: Int, unreadable: UnreadableAnswer, observer: Observer,
    respond: @escaping Responder
  ) {
    self.bodyBytesMax = bodyBytesMax
    self.unreadable = unreadable
    self.observer = observer
    self.respond = respond
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver, !isInputOver, !isUnreadable else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): arrival = .request(head, body: ByteBuffer())
    case .body(let bytes): receive(bytes)
    case .end:
      if case .request(let head, let body) = arrival { take(head, body) }
      arrival = .nothing
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
      proceed(context)
      if isOver { closeWhenSent(context) }
    case is StopGrace.Over:
      isStopping = true
      proceed(context)
      if isOver { closeWhenSent(context) }
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !(error is IOError), !(error is ChannelError) else { return context.close(promise: nil) }
    // A connection that has just been closed with a request half read is no unreadable request.
    guard !isOver, !isInputOver, context.channel.isActive else { return }
    if arrival.isRest {
      // It has its answer.
      isInputOver = true
    } else {
      isUnreadable = true
    }
    arrival = .nothing
    proceed(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    isOver = true
    isGone = true
    waiting.removeAll()
  }

  private func receive(_ bytes: ByteBuffer) {
    guard case .request(let head, var body) = arrival else { return }
    arrival = .nothing
    if body.readableBytes == 0 {
      body = bytes
    } else {
      body.writeImmutableBuffer(bytes)
    }
    guard body.readableBytes > bodyBytesMax else {
      arrival = .request(head, body: body)
      return
    }
    take(head, body.getSlice(at: body.readerIndex, length: bodyBytesMax + 1) ?? body)
    arrival = .rest
  }

  private func take(_ head: HTTPRequest, _ body: ByteBuffer) {
    waiting.append(Request(head: head, body: RequestBody(buffer: body)))
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
    while mayAnswer(context), let request = waiting.popFirst() { answer(request, context) }
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

  private func answer(_ request: Request, _ context: ChannelHandlerContext) {
    isAnswering = true
    let isLast = Conversation.isLast(request.head)
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
  private static func isLast(_ head: HTTPRequest) -> Bool {
    head.headerFields[.connection]?.lowercased() == "close"
      || head.headerFields.contains(.upgrade) || head.method == .connect
  }

  private func finish(_ told: Told, isLast: Bool, _ context: ChannelHandlerContext) {
    if !isOver {
      write(told.head, told.body, context)
      if isLast { end(context) }
    }
    isAnswering = false
    // Unless it is what called this.
    proceed(context)
  }

  private func write(_ head: HTTPResponse, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if body.readableBytes > 0 { context.write(wrapOutboundOut(.body(body)), promise: nil) }
    let sent = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in
      let (conversation, context) = bound.value
      conversation.unsent -= 1
      if conversation.isOver { conversation.closeWhenSent(context) }
    }
    unsent += 1
    context.write(wrapOutboundOut(.end(nil)), promise: sent)
    flushSoon(bound)
  }

  private func refuse(_ context: ChannelHandlerContext) {
    isAnswering = true
    unreadable.tell(observer)
    write(unreadable.head, unreadable.body, context)
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

/// A response with its whole body.
private struct Told: Sendable {
  let head: HTTPResponse
  let body: ByteBuffer

  init(_ response: Response) async {
    let gathered = Gathered()
    do {
      try await response.body.write(gathered)
      head = response.head
      body = gathered.bytes
    } catch {
      head = HTTPResponse(status: .internalServerError, headerFields: [.contentLength: "0"])
      body = ByteBuffer()
    }
  }
}

/// Takes a body as the library writes it.
private final class Gathered: ResponseBodyWriter {
  private(set) var bytes = ByteBuffer()

  func write(_ buffer: ByteBuffer) {
    if bytes.readableBytes == 0 { bytes = buffer } else { bytes.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) {}
}
