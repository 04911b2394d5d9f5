import HTTPTypes
import Hummingbird
import Web

/// Says how old an answer is while the database cannot be read: `Age`, in seconds since it last
/// confirmed the edition (RFC 9111). Pages say it in words as well.
struct StaleAge: RouterMiddleware {
  /// The instant now, in seconds since 1970.
  let now: @Sendable () -> Int64

  func handle(
    _ request: Request, context: VisitContext,
    next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if context.edition != nil, let since = context.staleSince {
      response.headers[.age] = "\(max(0, now() - since))"
    }
    return response
  }
}
