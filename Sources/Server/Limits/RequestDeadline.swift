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
  /// When the time of the request in hand is over; nil without one.
  private var due: NIODeadline?
  /// One for many requests: to schedule and to cancel for each costs more than to look again.
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
      if due == nil { start(context.channel) }
    case .body: break
    case .end:
      isReading = false
      if open == 0 { due = nil }
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
    end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end()
  }

  private func start(_ channel: any Channel) {
    let due = channel.eventLoop.now + limit
    self.due = due
    if alarm == nil { ring(at: due, channel) }
  }

  private func ring(at instant: NIODeadline, _ channel: any Channel) {
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    alarm = channel.eventLoop.scheduleTask(deadline: instant) { bound.value.look(channel) }
  }

  private func look(_ channel: any Channel) {
    alarm = nil
    guard let due else { return }
    if due <= channel.eventLoop.now { channel.close(promise: nil) } else { ring(at: due, channel) }
  }

  /// Each request has the whole limit to itself. One that was refused before it had arrived is
  /// still arriving.
  private func finishOne(_ channel: any Channel) {
    // The connection was gone before its answer had left: that is told already.
    guard open > 0 else { return }
    open -= 1
    observer.observe(.requestEnded)
    guard !isReading || open > 0 else { return }
    due = nil
    if open > 0 { start(channel) }
  }

  /// Nobody is left to answer.
  private func end() {
    for _ in 0..<open { observer.observe(.requestEnded) }
    open = 0
    due = nil
    alarm?.cancel()
    alarm = nil
  }
}
