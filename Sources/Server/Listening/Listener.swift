import Foundation
import Glibc
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOHTTP1
import NIOHTTPTypesHTTP1
import NIOPosix
package import ServiceLifecycle
import Site
package import Web

/// Hummingbird's own server on one address, within the limits that no visitor may exceed, on
/// threads that nothing else runs on.
package struct Listener: Sendable {
  private let address: NodeConfiguration.Address
  private let limits: NodeLimits
  private let proxies: TrustedProxies
  private let threads: Int
  private let observer: Observer
  private let logger: Logger

  /// - Parameters:
  ///   - proxies: may have as many connections as there are.
  ///   - threads: event loops of its own; each answers its connections.
  ///   - logger: hears what the library itself says, without what belongs to a request.
  package init(
    address: NodeConfiguration.Address, limits: NodeLimits,
    proxies: TrustedProxies = .none, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    observer: Observer, logger: Logger
  ) {
    self.address = address
    self.limits = limits
    self.proxies = proxies
    self.threads = threads
    self.observer = observer
    self.logger = Logger(label: logger.label) { _ in WithoutMetadata(logger) }
  }

  /// Answers by that responder until it is told to stop.
  ///
  /// - Parameters:
  ///   - ready: waited for before it listens.
  ///   - whenRunning: called with the address that it really has.
  package func service<Responder: HTTPResponder>(
    _ responder: Responder, ready: @escaping @Sendable () async -> Void = {},
    whenRunning: @escaping @Sendable (NodeConfiguration.Address) -> Void = { _ in }
  ) -> some Service
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    Listening(threads: threads, ready: ready) { group in
      Application(
        responder: responder,
        server: HTTPServerBuilder { [self] in
          Reception($0, limits: limits, proxies: proxies, refuse: refuse)
        },
        configuration: ApplicationConfiguration(
          address: .hostname(address.host, port: address.port),
          availableConnectionsDelegate: MaximumAvailableConnections(
            limits.connectionsMax, logger: logger)),
        onServerRunning: { [address] channel in
          let port = channel.localAddress?.port ?? address.port
          whenRunning(NodeConfiguration.Address(host: address.host, port: port))
        },
        eventLoopGroupProvider: .shared(group), logger: logger)
    }
  }

  /// The head and the body of the page for what never comes to a router, and a line about it.
  private func refuse(_ refusal: Refusal) -> [HTTPServerResponsePart] {
    let reply = Site.refusal(refusal.status, at: refusal.path)
    observer.observe(
      .served(
        method: "OTHER", pattern: "unreadable", status: refusal.status, microseconds: 0,
        generation: 0))
    var head = HTTPResponseHead(reply.head)
    head.headers.replaceOrAdd(name: "Content-Length", value: "\(reply.body.readableBytes)")
    head.headers.replaceOrAdd(name: "Date", value: Listener.date(at: time(nil)))
    head.headers.replaceOrAdd(name: "Connection", value: "close")
    return refusal.isBare ? [.head(head)] : [.head(head), .body(.byteBuffer(reply.body))]
  }
}

extension Listener {
  /// The time as HTTP writes it (`Sun, 06 Nov 1994 08:49:37 GMT`).
  ///
  /// - Parameter second: since 1970.
  static func date(at second: time_t) -> String {
    var (second, parts) = (second, tm())
    gmtime_r(&second, &parts)
    return String(unsafeUninitializedCapacity: 32) { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        strftime($0.baseAddress, $0.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
      }
    }
  }
}

/// An application on threads of its own, from when it is ready until it is told to stop.
private struct Listening<Answering: ApplicationProtocol>: Service {
  let threads: Int
  let ready: @Sendable () async -> Void
  let application: @Sendable (MultiThreadedEventLoopGroup) -> Answering

  func run() async throws {
    await ready()
    guard !Task.isCancelled, !Task.isShuttingDownGracefully else { return }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let outcome: Result<Void, any Error>
    do {
      try await withTaskExecutorPreference(LoopExecutor(group.next())) {
        try await application(group).run()
      }
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    try? await group.shutdownGracefully()
    try outcome.get()
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
