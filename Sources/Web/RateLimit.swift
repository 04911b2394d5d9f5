package import Hummingbird
import Synchronization

/// A token bucket for each requester, in memory only, so that nobody walks off with the staff list.
package final class RateLimit: Sendable {
  /// Tokens that a requester may have saved.
  package let burst: Double
  /// Tokens that come back in a second.
  package let perSecond: Double
  /// Requesters that are remembered at once; the one seen longest ago is forgotten first.
  package let requestersMax: Int

  private struct Bucket {
    var tokens: Double
    var seen: ContinuousClock.Instant
  }

  private let buckets = Mutex<[String: Bucket]>([:])

  package init(burst: Double, perSecond: Double, requestersMax: Int = 50_000) {
    self.burst = burst
    self.perSecond = perSecond
    self.requestersMax = requestersMax
  }

  /// Takes one token; the seconds to wait when there is none.
  package func take(
    _ requester: String, at now: ContinuousClock.Instant = .now
  ) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= requestersMax, buckets[requester] == nil {
        forgetFull(&buckets, at: now)
      }
      var bucket = buckets[requester] ?? Bucket(tokens: burst, seen: now)
      let (seconds, attoseconds) = (now - bucket.seen).components
      let elapsed = Double(seconds) + Double(attoseconds) / 1e18
      bucket.tokens = min(burst, bucket.tokens + elapsed * perSecond)
      bucket.seen = now
      defer { buckets[requester] = bucket }
      guard bucket.tokens >= 1 else {
        return max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
      }
      bucket.tokens -= 1
      return nil
    }
  }

  /// Forgets those whose bucket has filled again, and the oldest half when that is not enough.
  private func forgetFull(_ buckets: inout [String: Bucket], at now: ContinuousClock.Instant) {
    let refill = Duration.seconds(burst / perSecond)
    buckets = buckets.filter { now - $0.value.seen < refill }
    guard buckets.count >= requestersMax else { return }
    let oldest = buckets.sorted { $0.value.seen < $1.value.seen }.prefix(requestersMax / 2)
    for (requester, _) in oldest { buckets[requester] = nil }
  }
}

extension RateLimit {
  /// Takes a token for whoever sent the request.
  ///
  /// - Throws: the problem with the seconds to wait, 429, beyond the limit.
  package func admit(
    _ request: Request, _ context: VisitContext, proxies: TrustedProxies, observer: Observer
  ) throws(RequestProblem) {
    guard let wait = take(proxies.requester(of: request, from: context.remote)) else { return }
    observer.observe(.limited(pattern: context.endpointPath ?? "unknown"))
    throw RequestProblem(
      type: "too-many-requests", status: 429, title: "Too many requests",
      detail: "Try again in \(wait) seconds.", retryAfterSeconds: wait)
  }
}
