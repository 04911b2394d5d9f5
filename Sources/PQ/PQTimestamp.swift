/// An instant to the microsecond, as PostgreSQL's `timestamptz`; years 1 to 9999.
package struct PQTimestamp: Sendable, Hashable, Comparable {
  /// Since 1970-01-01 00:00 UTC, without leap seconds.
  package let microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  package static func < (one: PQTimestamp, other: PQTimestamp) -> Bool {
    one.microseconds < other.microseconds
  }

  private static let microsecondsPerDay: Int64 = 86_400_000_000
}

extension PQTimestamp: PQParameter {
  package func write(to text: inout PQText) {
    let day = microseconds.floorDivided(by: Self.microsecondsPerDay)
    let rest = Int(microseconds - day * Self.microsecondsPerDay)
    let (year, month, date) = Self.civil(fromDays: Int(day))
    let seconds = rest / 1_000_000
    let parts = [
      PQDate.padded(seconds / 3600, 2), PQDate.padded(seconds / 60 % 60, 2),
      PQDate.padded(seconds % 60, 2),
    ]
    let dateParts = [PQDate.padded(year, 4), PQDate.padded(month, 2), PQDate.padded(date, 2)]
    text.append(dateParts.joined(separator: "-"))
    text.append(" \(parts.joined(separator: ":")).\(PQDate.padded(rest % 1_000_000, 6))+00")
  }

  /// The day in the Gregorian calendar, counted from 1970-01-01 (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms").
  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = Int(Int64(shifted).floorDivided(by: 146_097))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension PQTimestamp: PQDecodable {
  /// Reads what `datestyle = ISO` writes: `2021-12-01 10:00:00.25+01`, `…+05:30`.
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(pqText)
    guard bytes.count >= 22, bytes[10] == UInt8(ascii: " "), let date = PQDate(bytes: bytes[..<10]),
      let sign = bytes.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
      sign > 10, let time = Self.microseconds(ofTime: bytes[11..<sign]),
      let offset = Self.seconds(bytes[(sign + 1)...])
    else { return nil }
    let isWest = bytes[sign] == UInt8(ascii: "-")
    let days = Int64(Self.days(fromCivil: date))
    let east = Int64(isWest ? -offset : offset) * 1_000_000
    microseconds = days * Self.microsecondsPerDay + time - east
  }

  private static func microseconds(ofTime bytes: ArraySlice<UInt8>) -> Int64? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count == 8, let whole = seconds(parts[0]) else { return nil }
    guard parts.count == 2 else { return Int64(whole) * 1_000_000 }
    guard parts[1].count <= 6, let fraction = Int(digits: parts[1]) else { return nil }
    let scale = (parts[1].count..<6).reduce(1) { scale, _ in scale * 10 }
    return Int64(whole) * 1_000_000 + Int64(fraction * scale)
  }

  /// `HH`, `HH:MM` or `HH:MM:SS` in seconds.
  private static func seconds(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count == 2 ? Int(digits: $0) : nil }
    guard numbers.count == parts.count, (1...3).contains(numbers.count), numbers[0] <= 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The inverse of ``civil(fromDays:)``, from the same source.
  private static func days(fromCivil date: PQDate) -> Int {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = Int(Int64(year).floorDivided(by: 400))
    let yearOfEra = year - era * 400
    let dayOfYear =
      (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// An exact decimal number as its digits, as PostgreSQL's `numeric`.
package struct PQNumeric: Sendable, Hashable, PQParameter, PQDecodable {
  package let text: String

  /// Nil unless `text` is an optional minus, digits, and perhaps a point with digits.
  package init?(_ text: String) {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    self.text = text
  }

  package func write(to text: inout PQText) { text.append(self.text) }

  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let text = String(pqText: pqText) else { return nil }
    self.init(text)
  }
}
