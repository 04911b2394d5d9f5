import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Web

/// Gives the refusal of a head that cannot be read a page with the emergency numbers.
///
/// Such a request never comes to a router: Hummingbird writes a bare 400 without a body and closes.
/// That head is known by being just that, since every head of a router has more fields.
final class UnreadableHead: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// The page, made once for all connections.
  struct Answer: Sendable {
    let head: HTTPResponse
    let body: ByteBuffer

    init(_ reply: Reply) {
      var head = reply.head
      head.headerFields[.connection] = "close"
      self.head = head
      body = ByteBuffer(bytes: reply.bytes)
    }
  }

  private static let bare = HTTPResponse(
    status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"])

  private let answer: Answer
  private let observer: Observer

  init(answer: Answer, observer: Observer) {
    self.answer = answer
    self.observer = observer
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(let head) = unwrapOutboundIn(data), head == UnreadableHead.bare else {
      return context.write(data, promise: promise)
    }
    observer.observe(
      .served(
        method: "OTHER", pattern: "unreadable", status: Int(head.status.code), microseconds: 0,
        generation: 0))
    context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
    context.write(wrapOutboundOut(.body(answer.body)), promise: promise)
  }
}
