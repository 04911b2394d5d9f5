import Registry
import Routing
import Testing

/// An index keeps what it has made of its rows for those who ask later: it must be what they would
/// have been told first, on their day and in their language.
@Suite struct KeptTests {
  @Test("What was asked before changes no answer", arguments: PropertyTests.seeds)
  func answersDoNotDependOnEarlierOnes(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    registry.loosenTime()
    let index = RoutingIndex(compiling: registry.snapshot)
    var told: Set<Answer> = []
    for _ in 0..<60 {
      var question = registry.question()
      question.language = registry.pick([.bokmål, .nynorsk, .english, Language("se")])
      let answer = index.answer(question)
      let fresh = RoutingIndex(compiling: registry.snapshot).answer(question)
      #expect(answer == fresh, "seed \(seed), question \(question)")
      told.insert(answer)
    }
    #expect(told.count > 1, "seed \(seed)")
  }

  @Test func `a name and a place that change between two questions are told as of each`() throws {
    var registry = RandomRegistry(seed: 1, rules: 0, designations: 0, lives: false)
    let day = registry.firstDay
    let (district, town) = (registry.districts[0], registry.municipalities)
    registry.snapshot.areaParents.removeAll { $0.area == district }
    for (parent, valid) in [
      (town[0], DayRange(until: day + 10)), (town[1], DayRange(from: day + 10)),
    ] {
      registry.snapshot.areaParents.append(
        AreaParent(id: registry.id(), area: district, parent: parent, valid: valid))
    }
    let function = registry.addDesignation(1, in: town[0])
    let seat = registry.snapshot.designations[0]
    for (text, valid) in [("Før", DayRange(until: day + 5)), ("Etter", DayRange(from: day + 5))] {
      registry.snapshot.names.append(
        Name(
          id: registry.id(), subject: .organisation(seat.organisation), language: .bokmål,
          kind: .official, text: text, valid: valid))
    }
    let index = RoutingIndex(compiling: registry.snapshot)
    func told(_ offset: Int) -> [String] {
      let question = Question(
        place: district, function: function, moment: Moment(day: day + offset))
      return index.answer(question).ladder.compactMap(\.contact.organisation?.name)
    }
    #expect(told(0) == ["Før"])
    #expect(told(9) == ["Etter"])
    #expect(told(10) == [])
    #expect(told(4) == ["Før"])
  }
}

extension RandomRegistry {
  /// Names in several languages and of several days, areas that change hands, and seats of more
  /// than one area.
  mutating func loosenTime() {
    let spans = [
      DayRange.always, .always, DayRange(until: firstDay + 12), DayRange(from: firstDay + 12),
      DayRange(from: firstDay + 4, until: firstDay + 20),
    ]
    let subjects =
      snapshot.organisations.map { Subject.organisation($0.id) }
      + snapshot.functions.map { Subject.function($0.id) }
    for subject in subjects {
      for number in 0..<pick([0, 1, 3]) {
        snapshot.names.append(
          Name(
            id: id(), subject: subject, language: pick([.bokmål, .nynorsk, .english]),
            kind: pick([.official, .official, .short, .former]), text: "\(subject) \(number)",
            valid: pick(spans)))
      }
    }
    snapshot.areaParents = snapshot.areaParents.map { link in
      AreaParent(id: link.id, area: link.area, parent: link.parent, valid: pick(spans))
    }
    for designation in snapshot.designations where chance(0.5) {
      snapshot.remits.append(
        Remit(
          id: id(), designation: designation.id, area: pick(snapshot.areas).id, asker: .anyone,
          severity: .question))
    }
  }
}
