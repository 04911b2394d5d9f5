import NIOCore
import NIOHTTPTypes

/// Lets a connection that looks idle say what it has already sent, before it is closed because the
/// node was told to stop.
///
/// A request that has reached this machine and not yet its event loop would be closed unread.
/// Hummingbird's own handler is not told: it closes a connection when the last answer has been
/// written, whether or not it has been sent.
final class StopGrace: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  /// Tells the ``Conversation`` that it must come to its end.
  struct Over {}

  private let grace: TimeAmount
  private var closing: Scheduled<Void>?

  init(grace: TimeAmount) {
    self.grace = grace
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    closing = context.eventLoop.scheduleTask(in: grace) {
      bound.value.fireUserInboundEventTriggered(Over())
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    closing?.cancel()
    closing = nil
  }
}
