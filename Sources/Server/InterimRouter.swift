import Hummingbird
import Site
import Web

extension Site {
  func router(
    observer: Observer = Observer(), limit: RateLimit, proxies: Set<String> = []
  ) -> Router<VisitContext> {
    let router = Router(context: VisitContext.self)
    router.add(middleware: EditionMiddleware(current))
    router.add(middleware: ObservedRequests(observer))
    router.add(middleware: SecurityHeaders(trustsProxy: !proxies.isEmpty))
    router.add(middleware: RateLimitMiddleware(limit, proxies: proxies, observer: observer))
    router.add(routes)
    return router
  }
}
