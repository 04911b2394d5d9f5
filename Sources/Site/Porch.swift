import HTTPTypes
import Hummingbird
import Web

/// What is done around every answer, in the one right order.
///
/// The edition is taken once, the limit is taken, the address looked up; faults become pages or
/// problems; headers are put on whatever comes out; a HEAD loses its body; the observer is told.
/// One middleware, since each that hands on to the next costs every request.
struct Porch: RouterMiddleware {
  private let site: Site
  private let observer: Observer
  private let limit: RateLimit
  private let proxies: TrustedProxies
  private let pages: ErrorPages
  private let headers: SecurityHeaders

  init(_ site: Site, observer: Observer, limit: RateLimit, proxies: TrustedProxies) {
    self.site = site
    self.observer = observer
    self.limit = limit
    self.proxies = proxies
    pages = ErrorPages(observer: observer)
    headers = SecurityHeaders(proxies: proxies)
  }

  func handle(
    _ request: Request, context: VisitContext,
    next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    (context.edition, context.staleSince) = site.current.taken
    let start = ContinuousClock.now
    var response: Response
    do {
      try limit.admit(request, context, proxies: proxies, observer: observer)
      response = try await next(request, context)
    } catch {
      response = await pages.response(to: request, context, after: error)
    }
    tellAge(&response, context)
    headers.protect(&response, to: request, context)
    if request.method == .head { response = response.createHeadResponse() }
    observer.observe(response, to: request, context, since: start)
    return response
  }

  /// How old an answer is while the database cannot be read: `Age`, in seconds since it last
  /// confirmed the edition (RFC 9111). Pages say it in words as well.
  private func tellAge(_ response: inout Response, _ context: VisitContext) {
    guard context.edition != nil, let since = context.staleSince else { return }
    response.headers[.age] = "\(max(0, site.now() - since))"
  }
}
