import Registry
import Testing

@testable import Routing

/// Hours are judged day by day only as far as something can still change.
@Suite struct HoursTests {
  private static let monday = Day(number: 20_402)

  @Test(
    "Stated hours bind an answer as a look at every day of the horizon says", arguments: 0..<400)
  func statedEqualsEveryDay(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let holidays = Set(
      (0..<3).map { _ in HoursTests.monday + Int.random(in: -2...9, using: &generator) })
    let windows = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      HoursLabel(
        weekdays: Weekdays(rawValue: Int.random(in: 1...255, using: &generator)),
        from: Int.random(in: 0..<1440, using: &generator),
        until: Int.random(in: 1...1440, using: &generator),
        holidays: HolidayRule.allCases.randomElement(using: &generator) ?? .unstated)
    }
    let moment = Moment(
      day: HoursTests.monday + Int.random(in: 0...7, using: &generator),
      minute: Int.random(in: 0..<1440, using: &generator))
    var ledger = Ledger(moment: moment)
    let judged = HoursJudge(moment: moment, holidays: HolidayTable(holidays))
      .judge(.stated, windows, ledger: &ledger)
    let every = EveryDay(windows, holidays: holidays, at: moment)
    #expect(judged.state == every.state, "seed \(seed)")
    #expect(judged.opensAt == every.opensAt, "seed \(seed)")
    #expect(ledger.bound == every.bound, "seed \(seed)")
  }

  @Test(
    "Unstated office hours bind an answer to the next nominal change",
    arguments: [
      (0, 420, 0, 480), (0, 480, 0, 930), (0, 930, 1, 480), (4, 929, 4, 930), (4, 930, 7, 480),
      (5, 600, 7, 480), (8, 600, 10, 480),
    ])
  func officeBound(day: Int, minute: Int, boundDay: Int, boundMinute: Int) {
    let moment = Moment(day: HoursTests.monday + day, minute: minute)
    var ledger = Ledger(moment: moment)
    let holidays: Set = [HoursTests.monday + 8, HoursTests.monday + 9]
    _ = HoursJudge(moment: moment, holidays: HolidayTable(holidays)).judge(
      .office, [], ledger: &ledger)
    #expect(ledger.bound == LocalTime(day: HoursTests.monday + boundDay, minute: boundMinute))
  }
}

extension HoursTests {
  private func state(_ from: Int, _ until: Int, at minute: Int, day: Int = 0) -> HoursJudgement {
    let moment = Moment(day: HoursTests.monday + day, minute: minute)
    var ledger = Ledger(moment: moment)
    let window = HoursLabel(
      weekdays: [.all, .holidays], from: from, until: until, holidays: .included)
    return HoursJudge(moment: moment, holidays: HolidayTable([])).judge(
      .stated, [window], ledger: &ledger)
  }

  @Test(
    "A window to 24:00 is open in the last minute of the day and in the first of the next",
    arguments: [(0, 1440), (0, 0), (7 * 60, 7 * 60)])
  func wholeDay(from: Int, until: Int) {
    for minute in [0, 1, 7 * 60, 1438, 1439] {
      #expect(state(from, until, at: minute).state == .open, "\(minute)")
    }
  }

  @Test func `a window to 23:59 ends before that minute, and says when it opens again`() {
    #expect(state(0, 1439, at: 1438).state == .open)
    let shut = state(0, 1439, at: 1439)
    #expect(shut.state == .closed)
    #expect(shut.opensAt == LocalTime(day: HoursTests.monday + 1, minute: 0))
  }

  @Test(
    "In a year outside the table nobody knows whether a day is a holiday",
    arguments: [
      (2017, .all, .excluded, .uncertain),
      (2017, .all, .unstated, .uncertain), (2017, .all, .included, .open),
      (2017, [.all, .holidays], .excluded, .open), (2017, .holidays, .unstated, .uncertain),
      (2025, .all, .excluded, .open), (2025, .holidays, .unstated, .closed),
      (2041, .all, .excluded, .uncertain),
    ] as [(Int, Weekdays, HolidayRule, DoorState)])
  func outsideTheTable(
    year: Int, weekdays: Weekdays, rule: HolidayRule, state: DoorState
  ) throws {
    let day = try #require(Day(year: year, month: 11, day: 14))
    let known = [2020, 2040].compactMap { Day(year: $0, month: 1, day: 1) }
    let moment = Moment(day: day, minute: 600)
    var ledger = Ledger(moment: moment)
    let window = HoursLabel(weekdays: weekdays, from: 540, until: 900, holidays: rule)
    let judged = HoursJudge(moment: moment, holidays: HolidayTable(Set(known)))
      .judge(.stated, [window], ledger: &ledger)
    #expect(judged.state == state)
    #expect(ledger.warnings == (state == .uncertain ? [.hoursUncertain] : []))
  }

  @Test func `an evening window to 24:00 closes at midnight`() {
    #expect(state(20 * 60, 1440, at: 1439).state == .open)
    #expect(state(20 * 60, 1440, at: 0, day: 1).state == .closed)
  }
}

/// The same judgement by every window of every day, each on its own.
private struct EveryDay {
  var state = DoorState.closed
  var opensAt: LocalTime?
  var bound: LocalTime?

  init(_ windows: [HoursLabel], holidays: Set<Day>, at moment: Moment) {
    let now = LocalTime(day: moment.day, minute: moment.minute ?? 0)
    var times: [LocalTime] = []
    var openings: [LocalTime] = []
    var states: Set<DoorState> = []
    for day in (-1...HoursJudge.horizonDays).map({ moment.day + $0 }) {
      for window in windows {
        let isHoliday = holidays.contains(day)
        let isNamed = isHoliday && window.weekdays.contains(.holidays)
        guard isNamed || window.weekdays.contains(day.weekday) else { continue }
        if isHoliday, !isNamed, window.holidays == .excluded { continue }
        let isCertain = !isHoliday || isNamed || window.holidays == .included
        let start = LocalTime(day: day, minute: window.from)
        let isOverNight = window.until <= window.from
        let end = LocalTime(day: isOverNight ? day + 1 : day, minute: window.until)
        times += [start, end]
        if start <= now, now < end { states.insert(isCertain ? .open : .uncertain) }
        if isCertain { openings.append(start) }
      }
    }
    bound = times.filter { $0 > now }.min()
    if states.contains(.open) {
      state = .open
    } else if states.contains(.uncertain) {
      state = .uncertain
    } else {
      opensAt = openings.filter { $0 > now }.min()
    }
  }
}
