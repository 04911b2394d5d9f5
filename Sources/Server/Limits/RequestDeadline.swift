import NIOCore
import NIOHTTPTypes
import Web

/// Closes a connection on which one request takes too long to arrive or its answer too long to be
/// fetched, however busy the line looks. Hummingbird's idle limit holds between requests and until
/// the head has come.
///
/// Tells the observer how many requests are in flight, since it is what knows.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private let observer: Observer
  private var alarm: Scheduled<Void>?
  /// Requests whose answer has not left yet.
  private var open = 0
  private var isReading = false

  init(limit: TimeAmount, observer: Observer) {
    self.limit = limit
    self.observer = observer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      open += 1
      observer.observe(.requestBegun)
      isReading = true
      if alarm == nil { start(context.channel) }
    case .body: break
    case .end:
      isReading = false
      if open == 0 { cancel() }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    let written = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let channel = context.channel
    written.futureResult.whenComplete { _ in bound.value.finishOne(channel) }
    context.write(data, promise: written)
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancel()
    forgetOpen()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    cancel()
    forgetOpen()
  }

  private func start(_ channel: any Channel) {
    alarm = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }

  /// Each request has the whole limit to itself. One that was refused before it had arrived is
  /// still arriving.
  private func finishOne(_ channel: any Channel) {
    // The connection was gone before its answer had left: that is told already.
    guard open > 0 else { return }
    open -= 1
    observer.observe(.requestEnded)
    guard !isReading || open > 0 else { return }
    cancel()
    if open > 0 { start(channel) }
  }

  /// Nobody is left to answer.
  private func forgetOpen() {
    for _ in 0..<open { observer.observe(.requestEnded) }
    open = 0
  }

  private func cancel() {
    alarm?.cancel()
    alarm = nil
  }
}
