import NIOCore
import NIOHTTPTypes

/// Lets a connection that looks idle say what it has already sent, before it is closed because the
/// node was told to stop.
///
/// Hummingbird closes at once whatever has no request in progress: a request that has reached this
/// machine and not yet its event loop would be closed unread. What has a request in progress is
/// finished whatever happens here.
final class StopGrace: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let grace: TimeAmount
  private var closing: Scheduled<Void>?

  init(grace: TimeAmount) {
    self.grace = grace
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    closing = context.eventLoop.scheduleTask(in: grace) {
      let (handler, context) = bound.value
      handler.quiesce(context)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let isHead =
      switch unwrapInboundIn(data) {
      case .head: true
      case .body, .end: false
      }
    context.fireChannelRead(data)
    // After the head, so that the request counts as in progress and is the last one.
    if isHead, closing != nil { quiesce(context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    cancel()
  }

  private func quiesce(_ context: ChannelHandlerContext) {
    cancel()
    context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
  }

  private func cancel() {
    closing?.cancel()
    closing = nil
  }
}
