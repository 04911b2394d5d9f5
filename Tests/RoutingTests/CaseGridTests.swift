import Registry
import Testing

@testable import Routing

/// The packed look-up beside a reading of every case.
@Suite struct CaseGridTests {
  private struct Choice: Equatable {
    let rule: Int
    let precedence: Precedence
    let ages: AgeRange?
    let wish: Wish?

    init(_ match: Match) {
      rule = match.rule
      precedence = match.precedence
      ages = match.ages
      wish = match.wish
    }
  }

  /// Some questions know neither age nor concern nor asker.
  private func question(_ registry: inout RandomRegistry) -> Question {
    var question = registry.question()
    if registry.chance(0.2) { question.age = nil }
    if registry.chance(0.2) { question.concern = nil }
    if registry.chance(0.2) { question.asker = nil }
    if registry.chance(0.3) { question.wishes = Set(Wish.allCases) }
    return question
  }

  @Test(
    "A tier's rules are those that a reading of every case finds", arguments: PropertyTests.seeds)
  func equalsScan(seed: UInt64) {
    var registry = RandomRegistry(seed: seed, rules: 1 + Int(seed % 300), designations: 0)
    let index = RoutingIndex(compiling: registry.snapshot)
    for _ in 0..<80 {
      let inquiry = Inquiry(question(&registry), in: index.tables)
      for tier in Tier.allCases {
        let records = index.tables.cases.cases.filter {
          $0.tier == tier && $0.condition.function == nil
        }
        var scanned = Ledger(moment: inquiry.question.moment)
        var found = scanned
        let all = inquiry.matches(among: records, ledger: &scanned)
        let packed = inquiry.matches(
          tier: tier, concernPath: inquiry.concernPath, ledger: &found)
        #expect(packed.map(Choice.init) == all.map(Choice.init), "seed \(seed), tier \(tier)")
        #expect(found.bound == scanned.bound, "seed \(seed), tier \(tier)")
        #expect(inquiry.first(tier: tier) == all.first?.rule, "seed \(seed), tier \(tier)")
      }
    }
  }
}
