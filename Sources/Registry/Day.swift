/// A calendar date in Oslo, counted in days since 1970-01-01; proleptic Gregorian.
package struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// The date of that year, month (1 to 12) and day of month; nil when there is no such date or the
  /// year is outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
    self = day
  }

  /// The same from bytes that lie elsewhere.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.number(bytes, 0..<4), let month = Day.number(bytes, 5..<7),
      let day = Day.number(bytes, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  package static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + Int32(days))
  }

  package static func - (left: Day, right: Day) -> Int {
    Int(left.number) - Int(right.number)
  }

  package var weekday: Weekday {
    let sinceMonday = (Int(number) + 3) % 7
    return Weekday(rawValue: (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1) ?? .monday
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var dayOfMonth: Int { parts.day }

  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      let digits = String(year)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        + "-\(two(month))-\(two(day))"
    }
    // Exactly the ten bytes that are asked for.
    return String(unsafeUninitializedCapacity: Day.signs) { text in
      write(to: text)
      return Day.signs
    }
  }

  /// Signs of a date of the years 0 to 9999.
  package static let signs = 10

  /// Writes such a date's ``signs``; every answer holds a dozen of them.
  package func write(to text: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = parts
    precondition((0...9999).contains(year) && text.count >= Day.signs, "No room for that date.")
    func write(_ value: Int, at place: Int) {
      text[place] = UInt8(ascii: "0") + UInt8(value / 10)
      text[place + 1] = UInt8(ascii: "0") + UInt8(value % 10)
    }
    write(year / 100, at: 0)
    write(year % 100, at: 2)
    text[4] = UInt8(ascii: "-")
    write(month, at: 5)
    text[7] = UInt8(ascii: "-")
    write(day, at: 8)
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for digit in text[range] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

/// A day of the week, Monday first.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A set of weekdays; bit 0 is Monday, bit 7 is any public holiday, whatever its weekday.
package struct Weekdays: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let mondayToFriday = Weekdays(rawValue: 0b0001_1111)
  package static let all = Weekdays(rawValue: 0b0111_1111)
  package static let holidays = Weekdays(rawValue: 0b1000_0000)

  package init(_ weekday: Weekday) {
    self.rawValue = 1 << (weekday.rawValue - 1)
  }

  package func contains(_ weekday: Weekday) -> Bool {
    contains(Weekdays(weekday))
  }
}

/// A half-open span of days: `from` belongs to it, `until` does not; nil is unbounded.
package struct DayRange: Hashable, Sendable {
  /// Every fact has such a span, so it is kept in eight bytes: the least and the greatest number
  /// stand for no bound.
  private let lower: Int32
  private let upper: Int32

  package static let always = DayRange()

  package init(from: Day? = nil, until: Day? = nil) {
    lower = from?.number ?? Int32.min
    upper = until?.number ?? Int32.max
  }

  package var from: Day? { lower == Int32.min ? nil : Day(number: lower) }
  package var until: Day? { upper == Int32.max ? nil : Day(number: upper) }

  package func contains(_ day: Day) -> Bool {
    day.number >= lower && (day.number < upper || upper == Int32.max)
  }

  package func overlaps(_ other: DayRange) -> Bool {
    lower < other.upper && other.lower < upper && !isEmpty && !other.isEmpty
  }

  package var isEmpty: Bool { upper <= lower }
}
