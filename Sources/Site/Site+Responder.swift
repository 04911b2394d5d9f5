package import Hummingbird
package import Web

extension Site {
  /// The whole site and its API. There is no way around the router, and none around what is done
  /// around every answer, whatever the address or the method is and whether anything is there.
  ///
  /// - Parameters:
  ///   - proxies: whose word about the visitor's address and scheme is believed.
  ///   - more: addresses beside its own.
  ///   - inner: done closest to every answer, after all that is done here.
  package func responder(
    observer: Observer = Observer(), limit: RateLimit, proxies: TrustedProxies = .none,
    more: [Route] = [], inner: [any MiddlewareProtocol<Request, Response, VisitContext>] = []
  ) -> some HTTPResponder<VisitContext> {
    let router = Router(context: VisitContext.self)
    let outer = around(observer: observer, limit: limit, proxies: proxies)
    for middleware in outer + inner { router.add(middleware: middleware) }
    router.add(routes + more)
    return router.buildResponder()
  }

  /// What is done around every answer, from the outside in: each sees what those below it make.
  private func around(
    observer: Observer, limit: RateLimit, proxies: TrustedProxies
  ) -> [any MiddlewareProtocol<Request, Response, VisitContext>] {
    [
      InFlight(observer: observer),
      WholeBody(),
      OneEdition(current: current),
      Observed(observer: observer),
      BareHead(),
      ProtectiveHeaders(headers: SecurityHeaders(proxies: proxies)),
      ToldAge(now: now),
      ErrorPages(observer: observer),
      Limited(limit: limit, proxies: proxies, observer: observer),
    ]
  }
}
