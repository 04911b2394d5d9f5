package import HTTPTypes

/// A budget of which nothing is left, as a program reads it: `RateLimit-Policy` and `RateLimit` of
/// draft-ietf-httpapi-ratelimit-headers-10.
package struct SpentBudget: Hashable, Sendable {
  package let kind: RequestKind
  package let budget: Budget
  /// Until one request comes back.
  package let waitSeconds: Int

  package init(kind: RequestKind, budget: Budget, waitSeconds: Int) {
    self.kind = kind
    self.budget = budget
    self.waitSeconds = waitSeconds
  }

  /// The quota and the seconds that it is for; then that nothing remains, and for how long.
  package var fields: HTTPFields {
    let (quota, window) =
      budget.perHour.map { ($0, 3_600) }
      ?? (Int(budget.burst), Int((budget.burst / budget.perSecond).rounded(.up)))
    return [
      .rateLimitPolicy: "\"\(kind.rawValue)\";q=\(quota);w=\(window)",
      .rateLimit: "\"\(kind.rawValue)\";r=0;t=\(waitSeconds)",
    ]
  }
}
