import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Registry
import Site
import Store
import Web

/// The whole site over a snapshot file, with `/fixed/NAME` beside it: the same server, the same
/// middleware, the body read, and then bytes that were there before.
enum Stand {
  static func router(data: String, fixed: String) throws -> Router<VisitContext> {
    let saved = try SnapshotFile(folder: data).read()
    let edition = Edition(compiling: saved.snapshot, origin: .file, readAt: saved.readAt)
    let site = Site(
      current: CurrentEdition(edition), time: try OsloTime(), build: "bench",
      now: { Int64(Date().timeIntervalSince1970) })
    // As good as none, since all load comes from one address.
    let router = site.router(limit: RateLimit(burst: 1e15, perSecond: 1e12))
    router.add(try fixedRoutes(in: fixed))
    return router
  }

  static func serve(port: Int, data: String, fixed: String) async throws {
    let router = try router(data: data, fixed: fixed)
    // As cheap as the program's own log below its level: what Swift's usual one does with the
    // number of each request would be measured otherwise.
    let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
      logger: logger)
    try await application.runService()
  }

  private static func fixedRoutes(in folder: String) throws -> [Route] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let bytes = [UInt8](FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data())
      let type = name.hasSuffix(".json") ? "application/json" : "text/html; charset=utf-8"
      let methods: [HTTPRequest.Method] = [.get, .post]
      return methods.map { method in
        Route(method, "/fixed/\(name)") { request, _ in
          if method == .post { _ = try await request.body.collect(upTo: 1 << 16) }
          return Reply(contentType: type, bytes: bytes, caching: .never).response(to: request)
        }
      }
    }
  }
}
