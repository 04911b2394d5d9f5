import Foundation
import Registry
import Analysis
import Routing
import Testing

/// Coverage against asking every single question; the seed stands in each failure.
@Suite struct CoverageTests {
  private static let base =
    ProcessInfo.processInfo.environment["VARDE_PROPERTY_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...999_999_999)
  static let seeds = (0..<5).map { base &+ UInt64($0) }

  @Test("Every age, asker and kind of workplace is counted as it is answered", arguments: seeds)
  func narrowAndDeep(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    let index = RoutingIndex(compiling: registry.snapshot)
    var space = index.questions(in: registry.municipalities[0], on: registry.firstDay)
    space.places = [registry.pick(space.places)]
    space.concerns = [registry.pick(space.concerns)]
    space.severities = [registry.pick([.mild, .grave])]
    expectExact(space, index, on: registry.firstDay + Int(seed % 25), "seed \(seed)")
  }

  @Test("Every place, concern and severity is counted as it is answered", arguments: seeds)
  func broad(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    let index = RoutingIndex(compiling: registry.snapshot)
    var space = index.questions(in: registry.municipalities[1], on: registry.firstDay)
    space.askers = [registry.pick(space.askers), .manager, .citizen]
    space.workplaces = [nil, registry.pick(space.workplaces)]
    space.workplaces = Array(Set(space.workplaces))
    space.askers = Array(Set(space.askers))
    space.ages = [.years(registry.pick(Array(0...30))), .unborn, nil]
    expectExact(space, index, on: registry.firstDay + Int(seed % 25), "seed \(seed)")
  }

  private func expectExact(
    _ space: QuestionSpace, _ index: RoutingIndex, on day: Day, _ comment: Comment
  ) {
    var parts = 0
    index.visitStandings(of: space, on: day) { _, _ in parts += 1 }
    #expect(parts < space.count, "Nothing was joined.")
    CoverageOracle(index: index, space: space, day: day, comment: comment).expectExact()
  }

  @Test("Every half hour of the week is counted as it is answered", arguments: seeds)
  func week(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    let index = RoutingIndex(compiling: registry.snapshot)
    var space = index.questions(in: registry.municipalities[0], on: registry.firstDay)
    space.places = [space.places[0]]
    space.askers = [registry.pick(space.askers)]
    space.workplaces = [registry.pick(space.workplaces)]
    space.concerns = Array(space.concerns.prefix(4))
    space.ages = [.years(15)]
    space.severities = [.mild, .acute]
    let day = registry.firstDay + Int(seed % 9)
    CoverageOracle(index: index, space: space, day: day, comment: "seed \(seed)")
      .expectExactWeek()
  }
}
