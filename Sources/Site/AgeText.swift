import Registry
import Presentation

/// The ages of a range as people say them, with the source's own condition in its own language.
extension Visit {
  func ages(_ range: AgeRange) -> HTML {
    let firm = firmAges(range)
    guard let last = range.extendedThrough else { return "\(firm)" }
    let extended = words.extendedTo.filled(shared.years(String(last)))
    let condition: HTML? = range.condition.map { ": \(told($0))" }
    return "\(firm) (\(extended)\(condition))"
  }

  private func firmAges(_ range: AgeRange) -> String {
    let first = range.from.map { $0 < 0 ? shared.phrase(.unborn) : String($0) }
    let last = range.through.map(String.init)
    return switch (first, last) {
    case (let first?, let last?):
      shared.years(first == last ? first : "\(first)–\(last)")
    case (let first?, nil): words.atLeast.filled(shared.years(first))
    case (nil, let last?): words.upTo.filled(shared.years(last))
    case (nil, nil): ""
    }
  }
}
