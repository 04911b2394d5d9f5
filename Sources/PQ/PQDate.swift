/// A day in the calendar without time or zone, as PostgreSQL's `date`; years 1 to 9999.
package struct PQDate: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  package init?(iso: some StringProtocol) {
    self.init(bytes: Array(iso.utf8)[...])
  }

  init?(bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int(digits: $0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  package var iso: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  package static func < (one: PQDate, other: PQDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension PQDate: CustomStringConvertible {
  package var description: String { iso }
}

extension PQDate: PQParameter, PQDecodable {
  package func write(to text: inout PQText) { text.append(iso) }

  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    self.init(bytes: Array(pqText)[...])
  }
}

extension Int {
  /// Digits and nothing else; nil when there are none.
  init?(digits: some Collection<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    self = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
