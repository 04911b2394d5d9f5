import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Site
import Presentation
import Web

@testable import Server

/// The site without a registry behind the program's own listener: what it says of HTTP needs none.
struct Listened: Sendable {
  static let largeBytes = 50 << 20

  let port: Int
  let witness: Witness

  /// Listens while `body` runs. `/stor` is a reply of ``largeBytes`` bytes.
  static func site(
    limits: NodeLimits = .roomy, proxies: TrustedProxies = .none,
    _ body: (Listened) async throws -> Void
  ) async throws {
    let witness = Witness()
    let site = Site(
      current: CurrentEdition(), time: try OsloTime(), build: "test",
      now: { Int64(Date().timeIntervalSince1970) })
    let large = ByteBuffer(repeating: UInt8(ascii: "x"), count: largeBytes)
    let routes = [
      Route(.get, "/stor", .page) { request, _ in
        Reply(contentType: "text/plain", body: large, caching: .never).response(to: request)
      }
    ]
    let responder = site.responder(
      observer: witness.observer,
      limit: RateLimit(
        Budgets(each: Budget(burst: 1e9, perSecond: 1)), routes: site.routes + routes),
      more: routes)
    let listener = Listener(
      address: NodeConfiguration.Address(host: "127.0.0.1", port: 0), limits: limits,
      proxies: proxies, threads: 1, observer: witness.observer,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let service = listener.service(
      responder, whenRunning: { witness.note(.started(address: "http://\($0)/")) })
    let task = Task { try await service.run() }
    do {
      try await body(
        Listened(port: try await witness.port(\.startedAddress), witness: witness))
    } catch {
      task.cancel()
      _ = await task.result
      throw error
    }
    task.cancel()
    _ = await task.result
  }

  /// Whether every request that was told to have begun was told to have ended.
  var isAllEnded: Bool {
    witness.count { $0 == .requestBegun } == witness.count { $0 == .requestEnded }
  }
}
