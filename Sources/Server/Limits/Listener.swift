package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
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

  /// - Parameter whenRunning: called with the address that it really has.
  package func application<Context: RequestContext>(
    _ router: Router<Context>,
    whenRunning: @escaping @Sendable (NodeConfiguration.Address) -> Void = { _ in }
  ) -> some Service where Context: InitializableFromSource<ApplicationRequestContextSource> {
    let (address, channel) = (address, channel)
    return Application(
      router: router,
      server: HTTPServerBuilder { Reception(HTTP1Channel(responder: $0, configuration: channel)) },
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(
          limits.connectionsMax, logger: logger)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? address.port
        whenRunning(NodeConfiguration.Address(host: address.host, port: port))
      },
      logger: logger)
  }

  private var channel: HTTP1Channel.Configuration {
    let unreadable = UnreadableHead.Answer(Site.unreadable)
    let limit = TimeAmount.seconds(Int64(limits.requestSeconds))
    let grace = TimeAmount.milliseconds(Int64(limits.graceMilliseconds))
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        UnreadableHead(answer: unreadable, observer: observer),
        RequestDeadline(limit: limit, observer: observer), StopGrace(grace: grace),
      ],
      idleTimeout: .seconds(Int64(limits.idleSeconds)),
      httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: limits.headerBytesMax, maxHeaderListSize: limits.headerBytesMax,
        maxHeaderFieldCount: limits.headerFieldsMax))
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
