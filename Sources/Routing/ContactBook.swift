import Registry

/// What is told of the contacts of each row to everybody who asks in one language, kept from the
/// first question on that leads to them.
final class ContactBook: Sendable {
  private final class Entry: Sendable {
    let facts: ContactFacts
    /// The days on which it is told so.
    let days: DayRange

    init(_ facts: ContactFacts, _ days: DayRange) {
      self.facts = facts
      self.days = days
    }
  }

  private let entries: KeptRows

  init(rows: Int) {
    entries = KeptRows(count: rows * Inquiry.languages.count)
  }

  /// - Parameter fits: whether kept facts are those that would be made: not another remit's.
  func facts(
    _ row: Int, _ inquiry: Inquiry, fits: (ContactFacts) -> Bool,
    _ make: (inout SteadyDays) -> ContactFacts
  ) -> ContactFacts {
    var days = SteadyDays(inquiry.day)
    guard let language = inquiry.languageNumber else { return make(&days) }
    let kept = entries.object(row * Inquiry.languages.count + language) {
      let facts = make(&days)
      return Entry(facts, days.all)
    }
    let entry = unsafeDowncast(kept, to: Entry.self)
    return entry.days.contains(inquiry.day) && fits(entry.facts) ? entry.facts : make(&days)
  }
}
