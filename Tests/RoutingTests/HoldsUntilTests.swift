import Registry
import Routing
import Testing

/// Until when an answer says that it holds.
@Suite struct HoldsUntilTests {
  /// An answer without what says when it was asked.
  private struct Content: Hashable {
    let ladder: [Rung]
    let skipped: [Skipped]
    let warnings: [AnswerWarning]
    let around: Answer

    init(_ answer: Answer) {
      ladder = answer.ladder
      skipped = answer.skipped
      warnings = answer.warnings
      var question = answer.question
      question.moment = Moment(day: Day(number: 0))
      around = Answer(
        question: question, generation: answer.generation, emergency: answer.emergency, ladder: [],
        steps: answer.steps, notices: answer.notices, offerings: answer.offerings,
        measures: answer.measures)
    }

    /// The lines of a dump that are not in that of the other.
    func differences(from other: Content) -> [String] {
      guard self != other else { return [] }
      let (mine, theirs) = (lines, other.lines)
      return mine.filter { !theirs.contains($0) }.map { "+\($0)" }
        + theirs.filter { !mine.contains($0) }.map { "-\($0)" }
    }

    private var lines: [String] {
      var text = ""
      dump(self, to: &text)
      return text.split(separator: "\n").map(String.init)
    }
  }

  @Test("No answer differs at any moment before its end", arguments: PropertyTests.seeds)
  func nothingChangesBefore(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    registry.loosenTime()
    let index = RoutingIndex(compiling: registry.snapshot)
    var bounded = 0
    for _ in 0..<40 {
      var question = registry.question()
      let answer = index.answer(question)
      let start = question.moment
      let end = answer.holdsUntil ?? LocalTime(day: start.day + 40, minute: 0)
      if answer.holdsUntil != nil { bounded += 1 }
      for step in 1..<60 {
        // Ever longer steps: most of what changes within a day does so by the hour.
        let minutes = (start.minute ?? 0) + step * step * 17
        let time = LocalTime(day: start.day, minute: minutes)
        guard time < end else { break }
        question.moment = Moment(day: time.day, minute: start.minute.map { _ in time.minute })
        let later = index.answer(question)
        let differences = Content(later).differences(from: Content(answer))
        #expect(
          differences == [],
          "seed \(seed): \(start) holds until \(end), not at \(time): \(question)")
      }
    }
    #expect(bounded > 0, "seed \(seed)")
  }

  @Test("What is told on a day knows of nothing that is coming", arguments: PropertyTests.seeds)
  func toldKnowsOfNothingComing(seed: UInt64) {
    var registry = RandomRegistry.furnished(seed: seed)
    registry.loosenTime()
    for _ in 0..<20 {
      var question = registry.question()
      let today = question.moment.day
      let shown = registry.snapshot.told(on: today)
      #expect(Self.coming(in: shown, after: today) == [], "seed \(seed)")
      let told = RoutingIndex(compiling: shown)
      let answer = told.answer(question)
      #expect(answer.holdsUntil.map { $0 <= LocalTime(day: today + 1, minute: 0) } == true)
      // On a coming day hours and the age of evidence are of that day, and nothing else.
      question.moment = Moment(day: today)
      let now = told.answer(question).ladder.map(\.contact.facts)
      for days in [1, 5, 13, 30] {
        question.moment = Moment(day: today + days)
        let then = told.answer(question).ladder.map(\.contact.facts)
        #expect(then == now, "seed \(seed), \(days) days on: \(question)")
      }
    }
  }

  /// The tables that hold a row which begins or ends later.
  private static func coming(in snapshot: Snapshot, after day: Day) -> [String] {
    Mirror(reflecting: snapshot).children.compactMap { table in
      let spans = Mirror(reflecting: table.value).children.compactMap { row in
        Mirror(reflecting: row.value).descendant("valid") as? DayRange
      }
      let isComing = spans.contains { span in
        [span.from, span.until].compactMap(\.self).contains { $0 > day }
      }
      return isComing ? table.label : nil
    }
  }

  @Test func `a county that changes its parts ends an answer before`() throws {
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
    let index = RoutingIndex(compiling: registry.snapshot)
    let question = Question(place: district, moment: Moment(day: day))
    let end = try #require(index.answer(question).holdsUntil)
    #expect(end <= LocalTime(day: day + 10, minute: 0))
  }
}
