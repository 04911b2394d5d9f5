import HTTPTypes
import Testing

@testable import Presentation
@testable import Web

/// What one requester may ask for, by kind, whoever else asks.
@Suite struct RateLimitTests {
  private static let start = ContinuousClock.now

  private static func limit(spendersMax: Int = 100_000) -> RateLimit {
    RateLimit(
      Budgets(burst: 4, perSecond: 2, personsPerHour: 3), routes: [], spendersMax: spendersMax)
  }

  /// How many are let through before one must wait.
  private static func spend(
    _ limit: RateLimit, _ kind: RequestKind, _ requester: String,
    at now: ContinuousClock.Instant = start, countMax: Int = 10_000
  ) -> Int {
    (0..<countMax).first { _ in limit.take(kind, for: requester, at: now) != nil } ?? countMax
  }

  @Test func `each kind has its own budget: files none, answers the largest`() {
    let limit = Self.limit()
    let counts = RequestKind.allCases.map { Self.spend(limit, $0, "a") }
    #expect(counts == [10_000, 4, 8, 2, 40])
    #expect(Self.spend(limit, .page, "b") == 4)
  }

  @Test func `what was spent comes back, and the wait that is told is enough and no more`() throws {
    let limit = Self.limit()
    for (kind, count) in [(RequestKind.page, 4), (.suggestion, 8), (.person, 2), (.answer, 40)] {
      #expect(Self.spend(limit, kind, "a") == count)
      let wait = try #require(limit.take(kind, for: "a", at: Self.start))
      #expect(wait > 0)
      let before = Self.start + .seconds(wait - 1)
      #expect(wait == 1 || limit.take(kind, for: "a", at: before) != nil, "\(kind)")
      #expect(limit.take(kind, for: "a", at: Self.start + .seconds(wait)) == nil, "\(kind)")
    }
    #expect(limit.take(.person, for: "b", at: Self.start) == nil)
    #expect(Self.spend(limit, .person, "a", at: Self.start + .seconds(2 * 3_600)) == 2)
  }

  @Test(arguments: [1, 2, 3, 9, 60])
  func `in no hour does anybody get more of persons than the budget says, and in each nearly that`(
    perHour: Int
  ) {
    let limit = RateLimit(Budgets(burst: 1, perSecond: 1, personsPerHour: perHour), routes: [])
    // Asking all the time for six hours: in which seconds something was given, and how much.
    var given: [Int: Int] = [:]
    for second in 0..<(6 * 3_600) {
      given[second] = Self.spend(limit, .person, "a", at: Self.start + .seconds(second))
    }
    var (inHour, most, least) = (0, 0, Int.max)
    for second in 0..<(6 * 3_600) {
      inHour += given[second, default: 0]
      guard second >= 3_600 - 1 else { continue }
      (most, least) = (max(most, inHour), min(least, inHour))
      inHour -= given[second - 3_600 + 1, default: 0]
    }
    #expect(most == perHour)
    #expect(least >= perHour / 2)
  }

  @Test func `a spent budget is told as programs read it`() {
    let budgets = Budgets(burst: 120, perSecond: 10, personsPerHour: 60)
    for (kind, policy) in [
      (RequestKind.page, "\"page\";q=120;w=12"), (.person, "\"person\";q=60;w=3600"),
    ] {
      let spent = budgets[kind].map { SpentBudget(kind: kind, budget: $0, waitSeconds: 7) }
      #expect(spent?.fields[.rateLimitPolicy] == policy)
      #expect(spent?.fields[.rateLimit] == "\"\(kind.rawValue)\";r=0;t=7")
    }
  }

  @Test func `no requester is refused for what others ask, and no more are kept than that`() {
    let limit = Self.limit(spendersMax: 1_600)
    for number in 0..<20_000 {
      #expect(limit.take(.page, for: "other \(number)", at: Self.start) == nil)
    }
    #expect(limit.spendersCount <= 1_600)
    #expect(Self.spend(limit, .page, "a") == 4)
  }

  @Test func `who has spent much is not forgotten because many came who spent little`() {
    let limit = Self.limit(spendersMax: 1_600)
    #expect(Self.spend(limit, .person, "greedy") == 2)
    for number in 0..<20_000 {
      _ = limit.take(.page, for: "other \(number)", at: Self.start)
      _ = limit.take(.person, for: "other \(number)", at: Self.start)
    }
    #expect(limit.take(.person, for: "greedy", at: Self.start) != nil)
  }

  @Test func `those whose budget is whole again are not kept when there is need of room`() {
    let limit = Self.limit(spendersMax: 1_600)
    for number in 0..<1_600 { _ = limit.take(.page, for: "\(number)", at: Self.start) }
    let later = Self.start + .seconds(60)
    for number in 0..<1_600 { _ = limit.take(.page, for: "later \(number)", at: later) }
    #expect(limit.spendersCount <= 1_600)
  }

  @Test
  func `what an address counts as is what its route says, whatever the spelling of the method`() {
    let routes: [Route] = [
      Route(.get, "/a", .person) { _, _ in throw RequestProblem.methodNotAllowed([]) },
      Route(.post, "/b", .answer) { _, _ in throw RequestProblem.methodNotAllowed([]) },
    ]
    let limit = RateLimit(.usual, routes: routes)
    #expect(limit.kind(.get, "/a") == .person && limit.kind(.head, "/a") == .person)
    #expect(limit.kind(.post, "/a") == .page && limit.kind(.get, "/nowhere") == .page)
    #expect(limit.kind(.get, nil) == .page)
    // A browser asks before it posts from another site.
    #expect(limit.kind(.options, "/b") == .answer && limit.kind(.options, "/a") == .page)
  }
}
