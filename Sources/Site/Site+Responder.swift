package import Hummingbird
package import Web

extension Site {
  /// The whole site and its API behind the ``Porch``.
  ///
  /// `proxies`: whose word about the visitor's address and scheme is believed.
  /// `more`: addresses beside its own.
  package func responder(
    observer: Observer = Observer(), limit: RateLimit, proxies: TrustedProxies = .none,
    more: [Route] = []
  ) -> some HTTPResponder<VisitContext> {
    SiteResponder(
      routes: routes + more,
      porch: Porch(self, observer: observer, limit: limit, proxies: proxies))
  }
}

/// Looks addresses up: those that are plain words at once, all others by the library's router.
///
/// The router walks an address part by part, past every address that begins alike, and takes longer
/// for it than for anything else it does.
private struct SiteResponder: HTTPResponder {
  private let plain: [String: [(method: HTTPRequest.Method, answer: Route.Answer)]]
  private let router: any HTTPResponder<VisitContext>
  private let porch: Porch

  init(routes: [Route], porch: Porch) {
    let router = Router(context: VisitContext.self)
    router.add(middleware: porch)
    router.add(routes)
    self.router = router.buildResponder()
    self.porch = porch
    plain = Dictionary(grouping: routes.filter(\.isPlain), by: \.pattern)
      .mapValues { routes in routes.map { ($0.method, $0.answer) } }
  }

  func respond(to request: Request, context: VisitContext) async throws -> Response {
    let path = request.uri.path
    guard let answer = plain[path]?.first(where: { $0.method == request.method })?.answer else {
      return try await router.respond(to: request, context: context)
    }
    context.coreContext.endpointPath.value = path
    return try await porch.handle(request, context: context, next: answer)
  }
}
