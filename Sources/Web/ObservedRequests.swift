package import Hummingbird

/// Tells the observer of every request that was answered: its pattern, never what it asked.
package struct ObservedRequests: RouterMiddleware {
  private let observer: Observer

  package init(_ observer: Observer) {
    self.observer = observer
  }

  package func handle(
    _ request: Request, context: VisitContext,
    next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let elapsed = ContinuousClock.now - start
    let (seconds, attoseconds) = elapsed.components
    observer.observe(
      .served(
        method: ObservedRequests.known(request.method.rawValue),
        pattern: context.endpointPath ?? "unknown", status: Int(response.status.code),
        microseconds: Int(seconds * 1_000_000 + attoseconds / 1_000_000_000_000),
        generation: context.edition?.generation ?? 0))
    return response
  }

  /// A method is a word the client chose: only the known ones are repeated in a log.
  private static func known(_ method: String) -> String {
    known.contains(method) ? method : "OTHER"
  }

  private static let known: Set = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
  ]
}
