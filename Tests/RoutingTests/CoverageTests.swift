import Foundation
import Registry
import Routing
import SeedFiles
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

  /// Asks every question of the space one by one and compares, question by question and in sum.
  private func expectExact(
    _ space: QuestionSpace, _ index: RoutingIndex, on day: Day, _ comment: Comment
  ) {
    var told: [Question: Standing] = [:]
    var parts = 0
    index.visitStandings(of: space, on: day) { part, standing in
      parts += 1
      part.forEach(at: Moment(day: day)) { question in
        #expect(told.updateValue(standing, forKey: question) == nil, comment)
      }
    }
    #expect(told.count == space.count, comment)
    #expect(parts < space.count, "Nothing was joined.")
    var tally = ReachTally()
    var alone: [CoverageContact: Int] = [:]
    var overdue: [CoverageContact: Int] = [:]
    var differences = 0
    space.forEach(at: Moment(day: day)) { question in
      let standing = index.standing(of: index.answer(question))
      if told[question] != standing { differences += 1 }
      tally[standing.reach] += 1
      if let contact = standing.alone { alone[contact, default: 0] += 1 }
      if standing.isOverdue, let first = standing.first { overdue[first, default: 0] += 1 }
    }
    #expect(differences == 0, comment)
    let coverage = index.coverage(of: space, on: day)
    #expect(coverage.questions == tally, comment)
    #expect(coverage.alone == alone, comment)
    #expect(coverage.overdue == overdue, comment)
    #expect(coverage.places.values.reduce(0) { $0 + $1.total } == space.count, comment)
    #expect(coverage.concerns.values.reduce(0) { $0 + $1.total } == space.count, comment)
    for (reach, witness) in coverage.witnesses {
      #expect(index.standing(of: index.answer(witness)).reach == reach, comment)
    }
    #expect(Set(coverage.witnesses.keys) == Set(Reach.allCases.filter { tally[$0] > 0 }), comment)
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
    var tally = ReachTally()
    for offset in 0..<7 {
      space.forEach(at: Moment(day: day + offset)) { question in
        let whole = index.standing(of: index.answer(question))
        guard whole.hasHours else { return }
        for half in 0..<48 {
          var asked = question
          asked.moment = Moment(day: day + offset, minute: half * 30)
          tally[index.standing(of: index.answer(asked)).reach] += 30
        }
      }
    }
    #expect(index.coverage(of: space, on: day).minutes == tally, "seed \(seed)")
  }
}
