package import Registry

/// The public holidays that are known, and of which years they are.
package struct HolidayTable: Sendable {
  private let days: Set<Day>
  /// The years of the first and the last that are known; nil where none is, and then the registry
  /// does not reckon with holidays.
  package let years: ClosedRange<Int>?

  package init(_ days: Set<Day>) {
    self.days = days
    let years = days.map(\.year)
    self.years = years.min().flatMap { first in years.max().map { first...$0 } }
  }

  /// Nil where nobody knows: in a year outside the table.
  package func isHoliday(_ day: Day) -> Bool? {
    guard let years else { return false }
    return years.contains(day.year) ? days.contains(day) : nil
  }
}
