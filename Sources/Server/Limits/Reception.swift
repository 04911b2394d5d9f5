package import HummingbirdCore
package import Logging
package import NIOCore
package import NIOHTTPTypes
import Synchronization

/// Hummingbird's HTTP/1 connections, each served on its own event loop, where one that is accepted
/// and never taken up is closed.
///
/// A connection that comes in just as the listener closes is dropped on its way from NIO to the
/// server, and NIO stops the whole program when that happens ("Deinited NIOAsyncWriter without
/// calling finish()", swift-nio issue 2813): everyone else in flight would be cut off with it.
package struct Reception: ServerChildChannel {
  private let http: HTTP1Channel

  package init(_ http: HTTP1Channel) {
    self.http = http
  }

  package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Accepted> {
    http.setup(channel: channel, logger: logger).map { Accepted($0) }
  }

  package func handle(value: Accepted, logger: Logger) async {
    let connection = value.take()
    await withTaskExecutorPreference(LoopExecutor(connection.channel.eventLoop)) {
      await http.handle(value: connection, logger: logger)
    }
  }
}

/// One accepted connection on its way to the task that serves it.
package final class Accepted: ServerChildChannelValue {
  package typealias Connection = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  private let connection: Connection
  private let isTaken = Atomic(false)

  package var channel: any Channel { connection.channel }

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
