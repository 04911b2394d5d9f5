import NIOCore
import NIOHTTPTypes

/// Closes a connection on which one request takes too long to arrive or its answer too long to be
/// fetched, however busy the line looks. Hummingbird's idle limit holds between requests and until
/// the head has come.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private var alarm: Scheduled<Void>?
  /// Requests whose answer has not left yet.
  private var open = 0
  private var isReading = false

  init(limit: TimeAmount) {
    self.limit = limit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      open += 1
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
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    cancel()
  }

  private func start(_ channel: any Channel) {
    alarm = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }

  /// Each request has the whole limit to itself. One that was refused before it had arrived is
  /// still arriving.
  private func finishOne(_ channel: any Channel) {
    open -= 1
    guard !isReading || open > 0 else { return }
    cancel()
    if open > 0 { start(channel) }
  }

  private func cancel() {
    alarm?.cancel()
    alarm = nil
  }
}
