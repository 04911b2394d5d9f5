import Registry

/// Days and times as people write them, in the language of the page.
enum DateText {
  /// `1. november 2021`, in English `1 November 2021`.
  static func long(_ day: Day, in language: Language) -> String {
    let months = language == .english ? english : norwegian
    let dot = language == .english ? "" : "."
    return "\(day.dayOfMonth)\(dot) \(months[day.month - 1]) \(day.year)"
  }

  /// `15.30`.
  static func clock(_ minute: Int) -> String {
    "\(two(minute / 60)).\(two(minute % 60))"
  }

  /// `1. november 2021 kl. 15.30`.
  static func long(_ time: LocalTime, in language: Language) -> String {
    let at = language == .english ? "at" : "kl."
    return "\(long(time.day, in: language)) \(at) \(clock(time.minute))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static let norwegian = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Visit {
  func long(_ day: Day) -> String { DateText.long(day, in: language) }

  /// From when until when something holds; nil when it always does.
  func span(_ range: DayRange) -> String? {
    let from = range.from.map { words.fromDay.filled(long($0)) }
    let until = range.until.map { words.untilDay.filled(long($0)) }
    let text = [from, until].compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
