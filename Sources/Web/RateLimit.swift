package import HTTPTypes
package import Hummingbird
import Synchronization

/// A budget for each requester and kind of request, in memory only, so that nobody walks off with
/// the staff list.
///
/// What is kept of a requester is when the budget is whole again, and only until then. At most
/// ``spendersMax`` are kept; beyond that those are forgotten who have spent least. So somebody with
/// many addresses pushes out those first and never who has spent more, and whoever is forgotten has
/// a whole budget again: nobody is refused for what others do.
package final class RateLimit: Sendable {
  private struct Spender: Hashable {
    let requester: String
    let kind: RequestKind
  }

  /// Some of the spenders, so that nobody waits for long while some are forgotten.
  private final class Ledger: Sendable {
    /// When each has a whole budget again.
    let whole = Mutex<[Spender: ContinuousClock.Instant]>([:])
  }

  private static let ledgersCount = 16

  package let budgets: Budgets
  /// Spenders that are remembered at once: a requester is one for each kind of request.
  package let spendersMax: Int

  private let ledgers = (0..<ledgersCount).map { _ in Ledger() }
  private let kinds: [String: [HTTPRequest.Method: RequestKind]]
  private let hasToldOfProxy = Atomic(false)

  /// - Parameter routes: every address that is declared; all others count as pages.
  package init(_ budgets: Budgets, routes: [Route], spendersMax: Int = 100_000) {
    self.budgets = budgets
    self.spendersMax = spendersMax
    kinds = Dictionary(grouping: routes, by: \.pattern).mapValues { routes in
      Dictionary(routes.map { ($0.method, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// What a request to an address counts as.
  ///
  /// The question that a browser asks before it posts to another site counts as what it wants to
  /// post: an answer must not fail because its question did.
  package func kind(_ method: HTTPRequest.Method, _ pattern: String?) -> RequestKind {
    guard let pattern, let known = kinds[pattern] else { return .page }
    switch method {
    case .head: return known[.get] ?? .page
    case .options: return known[.post] ?? .page
    default: return known[method] ?? .page
    }
  }

  /// Takes one request of a budget; the seconds to wait when nothing is left of it.
  package func take(
    _ kind: RequestKind, for requester: String, at now: ContinuousClock.Instant = .now
  ) -> Int? {
    guard let budget = budgets[kind] else { return nil }
    let spender = Spender(requester: requester, kind: kind)
    let ledger = ledgers[Int(UInt(bitPattern: spender.hashValue) % UInt(RateLimit.ledgersCount))]
    return ledger.whole.withLock { whole in
      let cost = Duration.seconds(1 / budget.perSecond)
      let spent = max(whole[spender] ?? now, now)
      // Of many parts of a second the last digits are not exact.
      let wait = (spent + cost) - (now + cost * budget.burst) - .microseconds(1)
      guard wait < .zero else { return Int(wait.components.seconds) + 1 }
      let spendersMax = max(1, spendersMax / RateLimit.ledgersCount)
      if whole.count >= spendersMax, whole[spender] == nil {
        RateLimit.forget(&whole, at: now, spendersMax: spendersMax)
      }
      whole[spender] = spent + cost
      return nil
    }
  }

  /// How many spenders are remembered.
  var spendersCount: Int { ledgers.reduce(0) { $0 + $1.whole.withLock { $0.count } } }

  /// Forgets those whose budget is whole again, and the half that has spent least when that is not
  /// enough.
  private static func forget(
    _ whole: inout [Spender: ContinuousClock.Instant], at now: ContinuousClock.Instant,
    spendersMax: Int
  ) {
    whole = whole.filter { $0.value > now }
    guard whole.count >= spendersMax else { return }
    let least = whole.sorted { $0.value < $1.value }.prefix(max(1, spendersMax / 2))
    for (spender, _) in least { whole[spender] = nil }
  }
}

extension RateLimit {
  /// Takes from the budget of whoever sent the request.
  ///
  /// - Parameter requester: as the proxies that are believed tell.
  /// - Throws: the problem with the seconds to wait, 429, when nothing is left of it.
  package func admit(
    _ request: Request, _ context: VisitContext, from requester: String, proxies: TrustedProxies,
    observer: Observer
  ) throws(RequestProblem) {
    tellOfProxy(request, context, proxies, observer)
    let kind = kind(request.method, context.endpointPath)
    guard let wait = take(kind, for: requester) else { return }
    observer.observe(.limited(pattern: context.endpointPath ?? "unknown"))
    var problem = RequestProblem(
      type: "too-many-requests", status: 429, title: "Too many requests",
      detail: "Try again in \(wait) seconds.", retryAfterSeconds: wait)
    problem.spent = budgets[kind].map { SpentBudget(kind: kind, budget: $0, waitSeconds: wait) }
    throw problem
  }

  /// Once: a proxy that was not named makes one visitor of all who come through it.
  private func tellOfProxy(
    _ request: Request, _ context: VisitContext, _ proxies: TrustedProxies, _ observer: Observer
  ) {
    guard !hasToldOfProxy.load(ordering: .relaxed),
      proxies.isStranger(forwarding: request, from: context.remote),
      !hasToldOfProxy.exchange(true, ordering: .relaxed)
    else { return }
    observer.observe(.unnamedProxy)
  }
}
