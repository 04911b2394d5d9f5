package import Routing
package import Registry

/// Counts by reach.
package struct ReachTally: Hashable, Sendable {
  private var counts = SIMD8<Int64>()

  package init() {}

  package subscript(reach: Reach) -> Int {
    get { Int(counts[ReachTally.place(reach)]) }
    set { counts[ReachTally.place(reach)] = Int64(newValue) }
  }

  package var total: Int { Int(counts.wrappedSum()) }
  package var covered: Int { self[.local] + self[.regional] }

  package static func += (left: inout ReachTally, right: ReachTally) {
    left.counts &+= right.counts
  }

  mutating func add(_ other: ReachTally, times: Int) {
    counts &+= other.counts &* SIMD8(repeating: Int64(times))
  }

  private static func place(_ reach: Reach) -> Int {
    switch reach {
    case .local: 0
    case .regional: 1
    case .fallbackOnly: 2
    case .numberUnknown: 3
    case .unreachable: 4
    }
  }
}

/// What every question of a municipality comes to.
package struct Coverage: Sendable {
  package let day: Day
  /// Questions by reach, hours not judged.
  package internal(set) var questions = ReachTally()
  /// Minutes of the week from that day by reach, summed over the questions that hours decide.
  package internal(set) var minutes = ReachTally()
  /// How many questions that are.
  package internal(set) var timedQuestions = 0
  package internal(set) var places: [ID<Area>: ReachTally] = [:]
  /// Without a concern is nil.
  package internal(set) var concerns: [ID<Concern>?: ReachTally] = [:]
  /// The first question met of each reach.
  package internal(set) var witnesses: [Reach: Question] = [:]
  /// How many questions rest on one contact alone.
  package internal(set) var alone: [CoverageContact: Int] = [:]
  /// How many questions are answered first by a contact whose confirmation is overdue.
  package internal(set) var overdue: [CoverageContact: Int] = [:]

  /// Nothing counted yet.
  package init(day: Day) {
    self.day = day
  }

  package var aloneTotal: Int { alone.values.reduce(0, +) }
  package var overdueTotal: Int { overdue.values.reduce(0, +) }

  /// Counts other questions with these; the places are left out when they are many municipalities'.
  package mutating func add(_ other: Coverage, withPlaces: Bool = false) {
    if withPlaces {
      for (place, tally) in other.places { places[place, default: ReachTally()] += tally }
    }
    questions += other.questions
    minutes += other.minutes
    timedQuestions += other.timedQuestions
    for (concern, tally) in other.concerns { concerns[concern, default: ReachTally()] += tally }
    for (reach, witness) in other.witnesses where witnesses[reach] == nil {
      witnesses[reach] = witness
    }
    alone.merge(other.alone, uniquingKeysWith: +)
    overdue.merge(other.overdue, uniquingKeysWith: +)
  }

  fileprivate mutating func count(_ part: QuestionSpace, _ standing: Standing) {
    let inEachPlace = part.count / part.places.count
    let inEachConcern = part.count / part.concerns.count
    questions[standing.reach] += part.count
    for place in part.places {
      places[place, default: ReachTally()][standing.reach] += inEachPlace
    }
    for concern in part.concerns {
      concerns[concern, default: ReachTally()][standing.reach] += inEachConcern
    }
    if let contact = standing.alone { alone[contact, default: 0] += part.count }
    if standing.isOverdue, let contact = standing.first {
      overdue[contact, default: 0] += part.count
    }
    if standing.hasHours { timedQuestions += part.count }
    if witnesses[standing.reach] == nil {
      witnesses[standing.reach] = part.first(at: Moment(day: day))
    }
  }
}

extension RoutingIndex {
  /// What every question of the space comes to, on a day and through the week that it begins.
  package func coverage(of space: QuestionSpace, on day: Day) -> Coverage {
    var coverage = Coverage(day: day)
    for (number, days) in stretches(of: day).enumerated() {
      let side = SurveySide(index: self, moment: Moment(day: Day(number: days.lowerBound)))
      let climb = CoverageClimb(side: side, days: days)
      let survey = Survey(space: space, sides: [side]) { _, question in
        let ladder = climb.ladder(question)
        let standing = ladder.standing(untimed: climb.hours.count)
        let isCovered = standing.reach.isCovered
        guard standing.hasHours else { return ((standing, ReachTally()), !isCovered) }
        let minutes = climb.minutes(of: ladder)
        let isAlwaysCovered = isCovered && minutes.covered == minutes.total
        return ((standing, minutes), !isAlwaysCovered)
      }
      survey.visit { part, outcomes in
        let (standing, minutes) = outcomes[0]
        if number == 0 { coverage.count(part, standing) }
        coverage.minutes.add(minutes, times: part.count)
      }
    }
    return coverage
  }

  /// Each question of the space with what it comes to, part by part; for tests and pictures.
  package func visitStandings(
    of space: QuestionSpace, on day: Day, _ body: (QuestionSpace, Standing) -> Void
  ) {
    let side = SurveySide(index: self, moment: Moment(day: day))
    let survey = Survey(space: space, sides: [side]) { side, question in
      let standing = side.index.standing(of: side.index.ladder(question))
      return (standing, !standing.reach.isCovered)
    }
    survey.visit { part, outcomes in body(part, outcomes[0]) }
  }

  /// The week that a day begins, cut where any dated fact begins or ends.
  private func stretches(of day: Day) -> [Range<Int32>] {
    let week = day.number..<(day.number + 7)
    let cuts = tables.datedDays.filter { week.contains($0.number) && $0 != day }.map(\.number)
    let bounds = [week.lowerBound] + cuts.sorted() + [week.upperBound]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }
}
