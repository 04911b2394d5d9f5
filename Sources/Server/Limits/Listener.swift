package import Hummingbird
import HummingbirdCore
package import Logging
import NIOPosix
package import ServiceLifecycle
import Site
package import Web

/// Hummingbird's server on one address, within the limits that no visitor may exceed.
package struct Listener: Sendable {
  private let address: NodeConfiguration.Address
  private let limits: NodeLimits
  private let observer: Observer
  private let logger: Logger

  /// - Parameter logger: hears what the library itself says, without what belongs to a request.
  package init(
    address: NodeConfiguration.Address, limits: NodeLimits, observer: Observer, logger: Logger
  ) {
    self.address = address
    self.limits = limits
    self.observer = observer
    self.logger = Logger(label: logger.label) { _ in WithoutMetadata(logger) }
  }

  /// Answers by that responder until it is told to stop.
  ///
  /// - Parameter whenRunning: called with the address that it really has.
  package func service<Responder: HTTPResponder>(
    _ responder: Responder,
    whenRunning: @escaping @Sendable (NodeConfiguration.Address) -> Void = { _ in }
  ) -> some Service
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let address = address
    let reception = Reception(
      limits: limits, observer: observer, unreadable: UnreadableAnswer(Site.unreadable),
      respond: Listener.answering(by: responder, logger))
    return HummingbirdCore.Server(
      childChannelSetup: reception,
      configuration: ServerConfiguration(
        address: .hostname(address.host, port: address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(
          limits.connectionsMax, logger: logger)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? address.port
        whenRunning(NodeConfiguration.Address(host: address.host, port: port))
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
  }

  private static func answering<Responder: HTTPResponder>(
    by responder: Responder, _ logger: Logger
  ) -> Conversation.Responder
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    { request, channel in
      let context = Responder.Context(
        source: ApplicationRequestContextSource(channel: channel, logger: logger))
      do {
        return try await responder.respond(to: request, context: context)
      } catch {
        return Response(status: .internalServerError)
      }
    }
  }
}

/// Tells what the library says without the number that it makes up for each request: to note it
/// costs every request more than its router, and no line of ours names it.
private struct WithoutMetadata: LogHandler {
  private let logger: Logger
  var logLevel: Logger.Level

  init(_ logger: Logger) {
    self.logger = logger
    logLevel = logger.logLevel
  }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }

  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    logger.log(level: event.level, event.message, metadata: event.metadata)
  }
}
