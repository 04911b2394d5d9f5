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

  /// Three days or more on end are told as a span.
  private func days(_ weekdays: Weekdays) -> String {
    var text = ""
    func add(_ word: String) {
      if !text.isEmpty { text += ", " }
      text += word
    }
    var first = Weekday.monday
    while true {
      var last = first
      while weekdays.contains(last), let next = last.next, weekdays.contains(next) { last = next }
      if weekdays.contains(first) {
        add(weekday(first))
        if last.rawValue - first.rawValue > 1 {
          text += "–" + weekday(last)
        } else if last != first {
          add(weekday(last))
        }
      }
      guard let next = last.next else { break }
      first = next
    }
    if weekdays.contains(.holidays) { add(holidayDay) }
    return text
  }

  private func clock(_ minute: Int) -> String {
    let hour = minute / 60
    let rest = minute % 60
    return "\(hour < 10 ? "0" : "")\(hour).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Weekday {
  /// nil after Sunday.
  fileprivate var next: Weekday? { Weekday(rawValue: rawValue + 1) }
}
