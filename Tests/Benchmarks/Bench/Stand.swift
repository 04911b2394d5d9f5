import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Registry
import Server
import ServiceLifecycle
import Site
import Store
import UnixSignals
import Presentation
import Web

/// The whole site over a snapshot file, with `/fixed/NAME` beside it: the program's own listener
/// and middlewares, the body read, and then bytes that were there before.
enum Stand {
  static func responder(
    data: String, fixed: String
  ) throws -> some HTTPResponder<VisitContext> {
    try responder(of: site(data: data).site, fixed: fixed)
  }

  static func site(data: String) throws -> (site: Site, edition: Edition) {
    let saved = try SnapshotFile(folder: data).read()
    let time = try OsloTime()
    let today = time.moment(at: Int64(Date().timeIntervalSince1970)).day
    let edition = Edition(
      compiling: saved.snapshot, on: today, origin: .file, readAt: saved.readAt)
    let site = Site(
      current: CurrentEdition(edition), time: time, build: "bench",
      now: { Int64(Date().timeIntervalSince1970) })
    return (site, edition)
  }

  static func responder(
    of site: Site, fixed: String
  ) throws -> some HTTPResponder<VisitContext> {
    let fixedRoutes = try fixedRoutes(in: fixed)
    // As good as none, since all load comes from one address.
    let limit = RateLimit(
      Budgets(each: Budget(burst: 1e15, perSecond: 1e12)), routes: site.routes + fixedRoutes)
    return site.responder(limit: limit, more: fixedRoutes)
  }

  static func serve(port: Int, data: String, fixed: String) async throws {
    let responder = try responder(data: data, fixed: fixed)
    var logger = Logger(label: "bench")
    logger.logLevel = .error
    let listener = Listener(
      address: NodeConfiguration.Address(host: "127.0.0.1", port: port), limits: NodeLimits(),
      observer: Observer(), logger: logger)
    let services: [any Service] = [listener.service(responder)]
    try await ServiceGroup(services: services, gracefulShutdownSignals: [.sigterm], logger: logger)
      .run()
  }

  private static func fixedRoutes(in folder: String) throws -> [Route] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let contents = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      let body = ByteBuffer(bytes: contents)
      let type = name.hasSuffix(".json") ? "application/json" : "text/html; charset=utf-8"
      let methods: [HTTPRequest.Method] = [.get, .post]
      return methods.map { method in
        Route(method, "/fixed/\(name)", .page) { request, _ in
          if method == .post { _ = try await request.body.collect(upTo: 1 << 16) }
          return Reply(contentType: type, body: body, caching: .never).response(to: request)
        }
      }
    }
  }
}
