import HTTPTypes
import NIOCore
import Web

/// The refusal of a head that cannot be read, made once for all connections: a page with the
/// emergency numbers, since such a request never comes to a router.
struct UnreadableAnswer: Sendable {
  let head: HTTPResponse
  let body: ByteBuffer

  init(_ reply: Reply) {
    head = reply.head
    body = reply.body
  }

  /// Tells of one that was refused.
  func tell(_ observer: Observer) {
    observer.observe(
      .served(
        method: "OTHER", pattern: "unreadable", status: Int(head.status.code), microseconds: 0,
        generation: 0))
  }
}
