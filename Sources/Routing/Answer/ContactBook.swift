package import Registry

/// What is told of the contacts of each row to everybody who asks in one language, kept from the
/// first question on that leads to them.
package final class ContactBook: Sendable {
  /// About 20 MB of facts and of texts made of them.
  private static let entriesMax = 16_384

  private let entries: LastingRows<ContactFacts>

  package init(rows: Int) {
    entries = LastingRows(
      count: rows * Inquiry.languages.count, entriesMax: ContactBook.entriesMax)
  }

  /// - Parameter fits: whether kept facts are those that would be made: not another remit's.
  package func facts(
    _ row: Int, _ inquiry: Inquiry, fits: (ContactFacts) -> Bool,
    _ make: (inout SteadyDays) -> ContactFacts
  ) -> ContactFacts {
    guard let language = inquiry.languageNumber else {
      var days = SteadyDays(inquiry.day)
      return make(&days)
    }
    return entries.value(
      row * Inquiry.languages.count + language, on: inquiry.day, fits: fits, make)
  }
}
