package import Registry

/// Whether one channel can be expected to be answered, and how its door is ordered.
package struct HoursJudgement {
  /// How a contact is ordered; the unstated kinds are judged by the nominal window and never shown
  /// as open or closed.
  package enum Order {
    case open, closed, undecided

    /// With another door beside it: one open door opens both; both must be closed to close.
    package func beside(_ other: Order) -> Order {
      if self == .open || other == .open { return .open }
      return self == other ? self : .undecided
    }

    /// Of all doors together; of none it is undecided.
    package init(ofAll orders: some Sequence<Order>) {
      var all: Order?
      for order in orders { all = all?.beside(order) ?? order }
      self = all ?? .undecided
    }
  }

  package let state: DoorState
  package let opensAt: LocalTime?
  package let order: Order
}

/// Judges hours at one moment against the public holidays.
package struct HoursJudge {
  package let moment: Moment
  package let holidays: HolidayTable

  package init(moment: Moment, holidays: HolidayTable) {
    self.moment = moment
    self.holidays = holidays
  }

  /// Weekdays 08.00 to 15.30, not on holidays: orders a day service and its duty service when the
  /// source states no hours; never shown.
  package static let nominalOffice = (from: 8 * 60, until: 15 * 60 + 30)
  /// How many days ahead the next change is looked for.
  package static let horizonDays = 14

  package func judge(
    _ hours: HoursKind, _ windows: [HoursLabel], ledger: inout Ledger
  ) -> HoursJudgement {
    guard let minute = moment.minute else {
      return HoursJudgement(state: .unknown, opensAt: nil, order: .undecided)
    }
    switch hours {
    case .always:
      return HoursJudgement(state: .open, opensAt: nil, order: .open)
    case .rota, .unknown:
      return HoursJudgement(state: .unknown, opensAt: nil, order: .undecided)
    case .office, .outsideOffice:
      let isOffice = isNominallyOpen(minute, ledger: &ledger)
      let isOpen = isOffice == (hours == .office)
      return HoursJudgement(state: .unknown, opensAt: nil, order: isOpen ? .open : .closed)
    case .stated:
      return judge(windows, at: minute, ledger: &ledger)
    }
  }

  private func isNominallyOpen(_ minute: Int, ledger: inout Ledger) -> Bool {
    let office = HoursJudge.nominalOffice
    // What comes after the next opening and closing bounds nothing more.
    for offset in 0...HoursJudge.horizonDays where isNominalDay(moment.day + offset) {
      ledger.mark(LocalTime(day: moment.day + offset, minute: office.from))
      ledger.mark(LocalTime(day: moment.day + offset, minute: office.until))
      if offset > 0 || minute < office.until { break }
    }
    return isOfficeTime
  }

  /// Whether it is a weekday from 08.00 to 15.30 and no holiday; without a time of day it is not.
  package var isOfficeTime: Bool {
    let office = HoursJudge.nominalOffice
    return moment.minute.map { $0 >= office.from && $0 < office.until } ?? false
      && isNominalDay(moment.day)
  }

  private func isNominalDay(_ day: Day) -> Bool {
    day.weekday.rawValue <= Weekday.friday.rawValue && holidays.isHoliday(day) != true
  }

  private func judge(
    _ windows: [HoursLabel], at minute: Int, ledger: inout Ledger
  ) -> HoursJudgement {
    let now = LocalTime(day: moment.day, minute: minute)
    var isOpen = false
    var isUncertain = false
    var opensAt: LocalTime?
    for offset in -1...HoursJudge.horizonDays {
      let day = moment.day + offset
      for opening in windows {
        guard let isCertain = occurrence(of: opening, on: day) else { continue }
        let start = LocalTime(day: day, minute: opening.from)
        let end = HoursJudge.end(of: opening, on: day)
        ledger.mark(start)
        ledger.mark(end)
        if start <= now, now < end {
          if isCertain { isOpen = true } else { isUncertain = true }
        }
        if isCertain, start > now { opensAt = opensAt.map { min($0, start) } ?? start }
      }
      // Every window of a later day begins and ends after this one's beginning.
      if offset > 0, opensAt != nil { break }
    }
    if isOpen { return HoursJudgement(state: .open, opensAt: nil, order: .open) }
    if isUncertain {
      ledger.warn(.hoursUncertain)
      return HoursJudgement(state: .uncertain, opensAt: nil, order: .undecided)
    }
    return HoursJudgement(state: .closed, opensAt: opensAt, order: .closed)
  }

  /// Whether a window begins that day: true, nil no, false when the source leaves the holiday open
  /// or nobody knows whether the day is one.
  private func occurrence(of opening: HoursLabel, on day: Day) -> Bool? {
    guard let isHoliday = holidays.isHoliday(day) else {
      let isOnHolidays = opening.weekdays.contains(.holidays)
      guard opening.weekdays.contains(day.weekday) else { return isOnHolidays ? false : nil }
      return isOnHolidays || opening.holidays == .included
    }
    if isHoliday, opening.weekdays.contains(.holidays) { return true }
    guard opening.weekdays.contains(day.weekday) else { return nil }
    guard isHoliday else { return true }
    switch opening.holidays {
    case .included: return true
    case .excluded: return nil
    case .unstated: return false
    }
  }

  /// A window whose end is not after its start runs over midnight.
  private static func end(of opening: HoursLabel, on day: Day) -> LocalTime {
    opening.until > opening.from
      ? LocalTime(day: day, minute: opening.until)
      : LocalTime(day: day + 1, minute: opening.until)
  }
}
