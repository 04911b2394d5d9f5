package import Hummingbird

extension Observer {
  /// Tells of a request that was answered: its pattern, never what it asked.
  package func observe(
    _ response: Response, to request: Request, _ context: VisitContext,
    since start: ContinuousClock.Instant
  ) {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    observe(
      .served(
        method: Observer.known(request.method.rawValue),
        pattern: context.endpointPath ?? "unknown", status: Int(response.status.code),
        microseconds: Int(seconds * 1_000_000 + attoseconds / 1_000_000_000_000),
        generation: context.edition?.generation ?? 0))
  }

  /// A method is a word the client chose: only the known ones are repeated in a log.
  private static func known(_ method: String) -> String {
    known.contains(method) ? method : "OTHER"
  }

  private static let known: Set = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
  ]
}
