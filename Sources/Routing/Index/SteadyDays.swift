package import Registry

/// One day, and the days around it on which everything that was asked about holds, or does not,
/// just as on that day.
package struct SteadyDays {
  package let day: Day
  package private(set) var all = DayRange.always

  package init(_ day: Day) {
    self.day = day
  }

  package mutating func holds(_ valid: DayRange) -> Bool {
    if valid == .always { return true }
    let holds = valid.contains(day)
    if let from = valid.from { narrow(to: from) }
    if let until = valid.until { narrow(to: until) }
    return holds
  }

  /// Whether the day is that one or a later one.
  package mutating func isFrom(_ first: Day) -> Bool {
    narrow(to: first)
    return first <= day
  }

  /// On that day something begins or ends.
  private mutating func narrow(to change: Day) {
    if change <= day {
      all = DayRange(from: all.from.map { max($0, change) } ?? change, until: all.until)
    } else {
      all = DayRange(from: all.from, until: all.until.map { min($0, change) } ?? change)
    }
  }
}
