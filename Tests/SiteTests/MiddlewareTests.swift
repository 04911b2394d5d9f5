import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import Presentation
import Web

@testable import Site

/// What is done around every answer is done around every answer: a role that were checked there
/// could not be passed by.
@Suite struct MiddlewareTests {
  /// Notes every request that comes to it, and lets none through: as who has no role.
  private struct Guard: RouterMiddleware {
    let seen: Seen

    func handle(
      _ request: Request, context: VisitContext,
      next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
      seen.note("\(request.method.rawValue) \(request.uri.path)")
      throw RequestProblem(type: "no-role", status: 403, title: "Forbidden", detail: "No role.")
    }
  }

  private final class Seen: Sendable {
    private let state = Mutex<[String]>([])
    var all: [String] { state.withLock { $0 } }
    func note(_ request: String) { state.withLock { $0.append(request) } }
  }

  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND",
    "KANARIFUGL",
  ].compactMap { HTTPRequest.Method($0) }

  @Test func `a middleware sees every address and every method, and none passes it by`()
    async throws
  {
    let site = Site(
      current: try InventedSite().current(), time: try OsloTime(), build: "test",
      now: { InventedSite.now })
    let seen = Seen()
    let more = Route(.get, "/desk/kontakter", .page) { request, _ in
      Reply(contentType: "text/plain", bytes: Array("åpen".utf8), caching: .never)
        .response(to: request)
    }
    let responder = site.responder(
      limit: RateLimit(
        Budgets(each: Budget(burst: 1e9, perSecond: 1)), routes: site.routes + [more]),
      more: [more], inner: [Guard(seen: seen)])
    let addresses =
      (site.routes + [more]).map { $0.pattern.replacing(#/\{[a-z]+\}/#, with: { _ in "x" }) }
    let odd = ["/nowhere", "//om", "/sok/", "/desk//kontakter", "/DESK/kontakter", "/%6Fm"]
    try await Application(responder: responder).test(.router) { client in
      for path in Set(addresses + odd) {
        for method in Self.methods {
          let answer = try await client.executeRequest(
            uri: path, method: method, headers: [:], body: nil)
          #expect(answer.status == .forbidden, "\(method) \(path)")
          #expect(answer.headers[.contentSecurityPolicy] != nil, "\(method) \(path)")
          #expect(seen.all.last == "\(method.rawValue) \(path)")
        }
      }
    }
    #expect(seen.all.count == Set(addresses + odd).count * Self.methods.count)
    #expect(addresses.count > 40)
  }
}
