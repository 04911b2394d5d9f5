package import Hummingbird
package import Web

extension Site {
  /// The whole site and its API behind every middleware, in the one right order.
  ///
  /// From the outside in: the edition is taken once, the request is observed, a HEAD loses its
  /// body, headers are put on whatever comes out, faults become pages or problems, and only then
  /// is the limit taken and the address looked up.
  /// `proxies`: whose word about the visitor's address and scheme is believed.
  package func router(
    observer: Observer = Observer(), limit: RateLimit, proxies: TrustedProxies = .none
  ) -> Router<VisitContext> {
    let router = Router(context: VisitContext.self)
    router.add(middleware: EditionMiddleware(current))
    router.add(middleware: ObservedRequests(observer))
    router.add(middleware: HeadResponses())
    router.add(middleware: SecurityHeaders(proxies: proxies))
    router.add(middleware: StaleAge(now: now))
    router.add(middleware: ErrorPages(site: self, observer: observer))
    router.add(middleware: RateLimitMiddleware(limit, proxies: proxies, observer: observer))
    router.add(routes)
    return router
  }
}

/// Answers HEAD with the headers of GET and without its body.
struct HeadResponses: RouterMiddleware {
  func handle(
    _ request: Request, context: VisitContext,
    next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }
}
