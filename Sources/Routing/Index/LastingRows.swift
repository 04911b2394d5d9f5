package import Registry

/// Beside each of a number of rows the first thing that was made of it and has no known end, for
/// those who ask later.
///
/// What ends some day is made anew for each question, so that a question about another time takes
/// nobody's place.
package final class LastingRows<Value: Sendable>: Sendable {
  private final class Entry: Sendable {
    let value: Value
    /// The days on which it is so.
    let days: DayRange

    init(_ value: Value, _ days: DayRange) {
      self.value = value
      self.days = days
    }
  }

  private let entries: KeptRows

  /// - Parameter entriesMax: about how many are kept, so that who walks through everybody does not
  ///   fill the memory.
  package init(count: Int, entriesMax: Int = .max) {
    entries = KeptRows(count: count, objectsMax: entriesMax)
  }

  /// - Parameter fits: whether what is kept is what would be made.
  package func value(
    _ row: Int, on day: Day, fits: (Value) -> Bool = { _ in true },
    _ make: (inout SteadyDays) -> Value
  ) -> Value {
    let known = entries.known(row).map { unsafeDowncast($0, to: Entry.self) }
    if let known, known.days.contains(day), fits(known.value) { return known.value }
    var days = SteadyDays(day)
    let value = make(&days)
    if known == nil, days.all.until == nil { entries.keep(Entry(value, days.all), beside: row) }
    return value
  }
}
