package import Registry

extension Words {
  /// The hours of a channel in words: `man–fre 08.00–15.30, ikke helligdager`.
  package func hours(_ kind: HoursKind, windows: [HoursLabel]) -> String {
    guard kind == .stated, !windows.isEmpty else { return hours(kind) }
    var text = ""
    for window in windows {
      if !text.isEmpty { text += "; " }
      add(window, to: &text)
    }
    return text
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

  private func add(_ window: HoursLabel, to text: inout String) {
    add(window.weekdays, to: &text)
    text += " "
    text += clockText(window.from)
    text += "–"
    text += clockText(window.until)
    let rule = holidays(window.holidays)
    if !rule.isEmpty {
      text += ", "
      text += rule
    }
  }

  /// Three days or more on end are told as a span.
  private func add(_ weekdays: Weekdays, to text: inout String) {
    var isFirst = true
    func add(_ word: String) {
      if !isFirst { text += ", " }
      isFirst = false
      text += word
    }
    var first = Weekday.monday
    while true {
      var last = first
      while weekdays.contains(last), let next = last.next, weekdays.contains(next) { last = next }
      if weekdays.contains(first) {
        add(weekday(first))
        if last.rawValue - first.rawValue > 1 {
          text += "–"
          text += weekday(last)
        } else if last != first {
          add(weekday(last))
        }
      }
      guard let next = last.next else { break }
      first = next
    }
    if weekdays.contains(.holidays) { add(holidayDay) }
  }
}

/// A minute of the day as `15.30`.
package func clockText(_ minute: Int) -> String {
  guard (0...1440).contains(minute) else { return "\(minute / 60).\(minute % 60)" }
  // Two digits, a point and two digits: the five bytes that are asked for.
  return String(unsafeUninitializedCapacity: 5) { text in
    text[0] = UInt8(ascii: "0") + UInt8(minute / 600)
    text[1] = UInt8(ascii: "0") + UInt8(minute / 60 % 10)
    text[2] = UInt8(ascii: ".")
    text[3] = UInt8(ascii: "0") + UInt8(minute % 60 / 10)
    text[4] = UInt8(ascii: "0") + UInt8(minute % 10)
    return 5
  }
}

extension Weekday {
  /// nil after Sunday.
  fileprivate var next: Weekday? { Weekday(rawValue: rawValue + 1) }
}
