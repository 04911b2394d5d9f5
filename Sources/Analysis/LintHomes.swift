import Routing
import Registry

/// Remembers what lies around the places that lint asks from.
final class LintHomes {
  private let index: RoutingIndex
  private let day: Day
  private var inquiries: [ID<Area>: Inquiry] = [:]

  init(index: RoutingIndex, day: Day) {
    self.index = index
    self.day = day
  }

  func inquiry(_ question: Question) -> Inquiry {
    if let known = inquiries[question.place] { return known.asked(question) }
    let inquiry = Inquiry(question, in: index.tables)
    inquiries[question.place] = inquiry
    return inquiry
  }
}
