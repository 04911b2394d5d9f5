import Registry

/// One question through a stretch of days, judged once for each different state of the doors.
struct CoverageWeek {
  let side: SurveySide
  let question: Question
  let days: Range<Int32>

  private struct Hours: Hashable {
    let kind: HoursKind
    let windows: [HoursLabel]
  }

  private struct State: Hashable {
    let states: [DoorState]
    let orders: [HoursJudgement.Order]
  }

  /// Minutes of those days by reach; `answer` is the same question's, asked for the day alone.
  func minutes(_ answer: Answer) -> ReachTally {
    let hours = Set(
      answer.ladder.flatMap(\.contact.channels).filter { $0.hoursKind.isTimed }
        .map { Hours(kind: $0.hoursKind, windows: $0.hours) })
    let ordered = Array(hours)
    var known: [State: Reach] = [:]
    var tally = ReachTally()
    for number in days {
      let day = Day(number: number)
      let breaks = CoverageWeek.breaks(ordered)
      for (from, until) in zip(breaks, breaks.dropFirst()) {
        let moment = Moment(day: day, minute: from)
        let state = state(ordered, at: moment)
        let reach = known[state] ?? reach(at: moment)
        known[state] = reach
        tally[reach] += until - from
      }
    }
    return tally
  }

  private func reach(at moment: Moment) -> Reach {
    var asked = question
    asked.moment = moment
    return side.index.standing(of: side.index.ladder(asked)).reach
  }

  private func state(_ hours: [Hours], at moment: Moment) -> State {
    let judge = HoursJudge(moment: moment, holidays: side.tables.holidays)
    var ledger = Ledger(moment: moment)
    let judgements = hours.map { judge.judge($0.kind, $0.windows, ledger: &ledger) }
    return State(states: judgements.map(\.state), orders: judgements.map(\.order))
  }

  /// The minutes of a day at which any of the hours may change.
  private static func breaks(_ hours: [Hours]) -> [Int] {
    let office = HoursJudge.nominalOffice
    var breaks: Set<Int> = [0, 1440, office.from, office.until]
    for window in hours.flatMap(\.windows) {
      breaks.formUnion([window.from, window.until])
    }
    return breaks.sorted()
  }
}
