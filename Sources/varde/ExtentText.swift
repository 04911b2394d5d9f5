import Registry
import Routing
import Search
import Web

/// For whom something changed, in words: only what is less than everything is said.
struct ExtentText {
  let registry: OpenRegistry
  let words: any Words
  let day: Day
  /// The whole that the extent is a part of.
  let whole: QuestionSpace

  /// How many values are named before they are only counted.
  private static let namedMax = 4

  func text(_ extent: ChangeExtent) -> String {
    let parts = [
      ages(extent), places(extent), askers(extent), workplaces(extent), concerns(extent),
      severities(extent),
    ].compactMap(\.self)
    return parts.isEmpty ? words.analysis(.everybody) : parts.joined(separator: ", ")
  }

  private func ages(_ extent: ChangeExtent) -> String? {
    guard extent.ages.count < whole.ages.count else { return nil }
    let years = extent.ages.compactMap { age -> Int? in
      if case .years(let years)? = age { years } else { nil }
    }.sorted()
    var runs: [(first: Int, last: Int)] = []
    for year in years {
      if let last = runs.last, last.last == year - 1 {
        runs[runs.count - 1].last = year
      } else {
        runs.append((year, year))
      }
    }
    var texts = runs.map { words.years($0.first, $0.last) }
    if extent.ages.contains(.unborn) { texts.append(words.phrase(.unborn)) }
    if extent.ages.contains(nil) { texts.append(words.analysis(.unknownAge)) }
    return texts.joined(separator: " + ")
  }

  private func places(_ extent: ChangeExtent) -> String? {
    let names = extent.places.compactMap { name(.area($0)) }
    return named(names, of: whole.places.count, .places)
  }

  private func askers(_ extent: ChangeExtent) -> String? {
    named(extent.askers.map { words.asker($0) }, of: whole.askers.count, .whoAsks)
  }

  private func workplaces(_ extent: ChangeExtent) -> String? {
    let names = extent.workplaces.map { kind in
      kind.map { name(.organisationKind($0)) ?? "" } ?? words.analysis(.noWorkplace)
    }
    return named(names, of: whole.workplaces.count, .workplaces)
  }

  private func concerns(_ extent: ChangeExtent) -> String? {
    let names = extent.concerns.map { concern in
      concern.map { name(.concern($0)) ?? "" } ?? words.analysis(.noConcern)
    }
    return named(names, of: whole.concerns.count, .concerns)
  }

  private func severities(_ extent: ChangeExtent) -> String? {
    guard extent.severities.count < whole.severities.count else { return nil }
    return extent.severities.sorted().map { words.severity($0) }.joined(separator: "/")
  }

  private func named(_ names: [String], of count: Int, _ heading: AnalysisPhrase) -> String? {
    guard names.count < count else { return nil }
    if names.count > ExtentText.namedMax { return "\(names.count) \(words.analysis(heading))" }
    return names.sorted().joined(separator: "/")
  }

  private func name(_ subject: Subject) -> String? {
    registry.search.book.label(of: subject, language: words.language, on: day)
      ?? registry.search.key(of: subject)
  }
}
