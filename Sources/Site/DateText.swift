import Registry
import Presentation

/// Days and times as people write them, in the language of the page.
enum DateText {
  /// `1. november 2021`, in English `1 November 2021`.
  static func write(_ day: Day, in language: Language, on page: inout HTML) {
    let isEnglish = language == .english
    page.add(day.dayOfMonth)
    page += isEnglish ? " " : ". "
    page.add((isEnglish ? english : norwegian)[day.month - 1])
    page += " "
    page.add(day.year)
  }

  /// `15.30`.
  static func clock(_ minute: Int) -> String { clockText(minute) }

  /// `1. november 2021 kl. 15.30`.
  static func write(_ time: LocalTime, in language: Language, on page: inout HTML) {
    write(time.day, in: language, on: &page)
    page += language == .english ? " at " : " kl. "
    page.add(clock(time.minute))
  }

  static func long(_ day: Day, in language: Language) -> String {
    text { write(day, in: language, on: &$0) }
  }

  static func long(_ time: LocalTime, in language: Language) -> String {
    text { write(time, in: language, on: &$0) }
  }

  /// No date has a sign that markup writes in another way.
  private static func text(_ write: (inout HTML) -> Void) -> String {
    String(decoding: HTML(room: 48, write).bytes, as: UTF8.self)
  }

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

  func long(_ day: Day, on page: inout HTML) { DateText.write(day, in: language, on: &page) }

  /// From when until when something holds; nil when it always does.
  func span(_ range: DayRange) -> String? {
    let from = range.from.map { words.fromDay.filled(long($0)) }
    let until = range.until.map { words.untilDay.filled(long($0)) }
    let text = [from, until].compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
