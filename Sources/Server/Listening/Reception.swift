import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Synchronization
import Web

/// Hummingbird's HTTP/1 connections, each served on its own event loop behind a ``Gatekeeper``.
struct Reception: ServerChildChannel {
  /// What a read brings at once: so much may be waiting behind a request, and no more.
  private static let readBytesMax = 16 * 1024

  /// What the system may hold of a reply before it is sent: with more, a client that fetches it
  /// slowly would seem to stand still while that is fetched.
  private static let unsentBytesMax: CInt = 64 * 1024
  /// Linux's TCP_NOTSENT_LOWAT, which its headers for C do not give to Swift.
  private static let unsentBytes = NIOBSDSocket.Option(rawValue: 25)

  private let http: HTTP1Channel
  let limits: NodeLimits
  let crowd: Crowd
  let refuse: Refusal.Writing

  init(
    _ responder: @escaping HTTPChannelHandler.Responder, limits: NodeLimits,
    proxies: TrustedProxies, refuse: @escaping Refusal.Writing
  ) {
    http = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
          maxHeaderFieldSize: limits.headerBytesMax, maxHeaderListSize: limits.headerBytesMax,
          maxHeaderFieldCount: limits.headerFieldsMax)))
    self.limits = limits
    self.refuse = refuse
    crowd = Crowd(most: limits.connectionsOfOneMax, proxies: proxies)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Accepted> {
    http.setup(channel: channel, logger: logger).flatMapThrowing { connection in
      let options = channel.syncOptions
      try options?.setOption(.maxMessagesPerRead, value: 1)
      try options?.setOption(
        .recvAllocator,
        value: FixedSizeRecvByteBufferAllocator(capacity: Reception.readBytesMax))
      try options?.setOption(
        .tcpOption(Reception.unsentBytes), value: SocketOptionValue(Reception.unsentBytesMax))
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(
        Gatekeeper(self),
        position: .before(try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
      return Accepted(connection)
    }
  }

  /// Whoever has gone for good waits for nothing any more: what is made for them alone is given up.
  func handle(value: Accepted, logger: Logger) async {
    let connection = value.take()
    await withTaskExecutorPreference(LoopExecutor(connection.channel.eventLoop)) {
      await withTaskGroup { group in
        group.addTask { _ = try? await connection.channel.closeFuture.get() }
        group.addTask { await http.handle(value: connection, logger: logger) }
        await group.next()
        group.cancelAll()
      }
    }
  }
}

/// One accepted connection on its way to the task that serves it.
///
/// A connection that comes in just as the listener closes is dropped on its way from NIO to the
/// server, and NIO stops the whole program when that happens ("Deinited NIOAsyncWriter without
/// calling finish()", swift-nio issue 2813): everyone else in flight would be cut off with it.
final class Accepted: ServerChildChannelValue {
  typealias Connection = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  private let connection: Connection
  private let isTaken = Atomic(false)

  var channel: any Channel { connection.channel }

  init(_ connection: Connection) {
    self.connection = connection
  }

  func take() -> Connection {
    isTaken.store(true, ordering: .releasing)
    return connection
  }

  deinit {
    guard !isTaken.load(ordering: .acquiring) else { return }
    let connection = connection
    Task { try? await connection.executeThenClose { _, _ in } }
  }
}
