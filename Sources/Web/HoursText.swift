package import Registry

extension Words {
  /// The hours of a channel in words: `man–fre 08.00–15.30, ikke helligdager`.
  package func hours(_ kind: HoursKind, windows: [HoursLabel]) -> String {
    guard kind == .stated, !windows.isEmpty else { return hours(kind) }
    return windows.map(window).joined(separator: "; ")
  }

  /// The ages of a range in words: `12–18 år (23 ved spesielle utfordringer)`.
  package func ages(_ range: AgeRange) -> String {
    let first = range.from.map { $0 < 0 ? phrase(.unborn) : String($0) } ?? ""
    let last = range.through.map(String.init) ?? ""
    let span = first == last ? first : "\(first)–\(last)"
    guard let extended = range.extendedThrough else { return years(span) }
    let condition = range.condition.map { " \($0)" } ?? ""
    return "\(years(span)) (\(extended)\(condition))"
  }

  private func window(_ window: HoursLabel) -> String {
    let rule = holidays(window.holidays)
    let time = "\(days(window.weekdays)) \(clock(window.from))–\(clock(window.until))"
    return rule.isEmpty ? time : "\(time), \(rule)"
  }

  private func days(_ weekdays: Weekdays) -> String {
    var runs: [[Weekday]] = []
    for day in Weekday.allCases where weekdays.contains(day) {
      if let last = runs.last?.last, last.rawValue + 1 == day.rawValue {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    let names = runs.flatMap { run -> [String] in
      guard let first = run.first, let last = run.last, run.count > 2 else {
        return run.map(weekday)
      }
      return ["\(weekday(first))–\(weekday(last))"]
    }
    let holiday = weekdays.contains(.holidays) ? [holidayDay] : []
    return (names + holiday).joined(separator: ", ")
  }

  private func clock(_ minute: Int) -> String {
    let hour = minute / 60
    let rest = minute % 60
    return "\(hour < 10 ? "0" : "")\(hour).\(rest < 10 ? "0" : "")\(rest)"
  }
}
