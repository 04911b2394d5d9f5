import Registry

/// What is told of the contacts of each row to everybody who asks in one language, kept from the
/// first question on that leads to them.
///
/// Kept is only what has no known end, so that a question about another time takes nobody's place,
/// and only for so many rows, so that who walks through everybody does not fill the memory.
final class ContactBook: Sendable {
  /// About 20 MB of facts and of texts made of them.
  private static let entriesMax = 16_384

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
    entries = KeptRows(
      count: rows * Inquiry.languages.count, objectsMax: ContactBook.entriesMax)
  }

  /// - Parameter fits: whether kept facts are those that would be made: not another remit's.
  func facts(
    _ row: Int, _ inquiry: Inquiry, fits: (ContactFacts) -> Bool,
    _ make: (inout SteadyDays) -> ContactFacts
  ) -> ContactFacts {
    var days = SteadyDays(inquiry.day)
    guard let language = inquiry.languageNumber else { return make(&days) }
    let place = row * Inquiry.languages.count + language
    let known = entries.known(place)
    if let entry = known.map({ unsafeDowncast($0, to: Entry.self) }),
      entry.days.contains(inquiry.day), fits(entry.facts)
    {
      return entry.facts
    }
    let facts = make(&days)
    if known == nil, days.all.until == nil, !entries.isFull {
      entries.keep(Entry(facts, days.all), beside: place)
    }
    return facts
  }
}
