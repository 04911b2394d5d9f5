import Registry
import Analysis
import Routing
import Search
import Presentation

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
    let names = extent.places.map { name(.area($0)) }
    return named(names, of: whole.places.count, .places)
  }

  private func askers(_ extent: ChangeExtent) -> String? {
    named(extent.askers.map { words.asker($0) }, of: whole.askers.count, .whoAsks)
  }

  private func workplaces(_ extent: ChangeExtent) -> String? {
    let name = { (kind: ID<OrganisationKind>?) in
      kind.map { self.name(.organisationKind($0)) } ?? words.analysis(.noWorkplace)
    }
    let branches = Branches(registry.snapshot.organisationKinds.map { ($0.id, $0.parent) })
    return named(extent.workplaces, branches, of: whole.workplaces.count, .workplaces, name)
  }

  private func concerns(_ extent: ChangeExtent) -> String? {
    let name = { (concern: ID<Concern>?) in
      concern.map { self.name(.concern($0)) } ?? words.analysis(.noConcern)
    }
    let branches = Branches(registry.snapshot.concerns.map { ($0.id, $0.parent) })
    return named(extent.concerns, branches, of: whole.concerns.count, .concerns, name)
  }

  private func severities(_ extent: ChangeExtent) -> String? {
    guard extent.severities.count < whole.severities.count else { return nil }
    let ordered = extent.severities.sorted()
    let isRun = zip(ordered, ordered.dropFirst()).allSatisfy { $1.rank == $0.rank + 1 }
    if isRun, ordered.count > 2, let first = ordered.first, let last = ordered.last {
      return "\(words.severity(first)) … \(words.severity(last))"
    }
    return ordered.map { words.severity($0) }.joined(separator: "/")
  }

  private func named(_ names: [String], of count: Int, _ heading: AnalysisPhrase) -> String? {
    guard names.count < count else { return nil }
    if names.count > ExtentText.namedMax { return "\(names.count) \(words.analysis(heading))" }
    return names.sorted().joined(separator: "/")
  }

  /// Too many to name one by one are named by the branches that they fill, or counted under the
  /// uppermost of them.
  private func named<Subject>(
    _ values: Set<ID<Subject>?>, _ branches: Branches<Subject>, of count: Int,
    _ heading: AnalysisPhrase, _ name: (ID<Subject>?) -> String
  ) -> String? {
    guard values.count < count, values.count > ExtentText.namedMax else {
      return named(values.map(name), of: count, heading)
    }
    let tops = branches.tops(of: values)
    guard tops.count <= ExtentText.namedMax else {
      return "\(values.count) \(words.analysis(heading))"
    }
    guard branches.areFilled(by: values) else {
      let names = tops.map(name).sorted().joined(separator: "/")
      return "\(values.count) \(words.analysis(heading)) (\(names))"
    }
    return tops.map { top in
      name(top) + (branches.hasBelow(top) ? " " + words.analysis(.withAllBelow) : "")
    }.sorted().joined(separator: "/")
  }

  private func name(_ subject: Subject) -> String {
    registry.search.name(of: subject, language: words.language, on: day)
  }
}

/// A tree of values, for saying many of them as few whole branches.
struct Branches<Subject> {
  private let parents: [ID<Subject>: ID<Subject>]
  private let children: [ID<Subject>: [ID<Subject>]]

  init(_ values: [(value: ID<Subject>, parent: ID<Subject>?)]) {
    parents = values.reduce(into: [:]) { $0[$1.value] = $1.parent }
    children = values.reduce(into: [:]) { children, entry in
      if let parent = entry.parent { children[parent, default: []].append(entry.value) }
    }
  }

  /// Those whose parent is not among them.
  func tops(of values: Set<ID<Subject>?>) -> [ID<Subject>?] {
    values.filter { value in
      value.flatMap { parents[$0] }.map { !values.contains($0) } ?? true
    }
  }

  func hasBelow(_ value: ID<Subject>?) -> Bool {
    value.map { children[$0] != nil } ?? false
  }

  /// Whether with every value everything below it is there.
  func areFilled(by values: Set<ID<Subject>?>) -> Bool {
    values.allSatisfy { value in
      value.map { (children[$0] ?? []).allSatisfy { values.contains($0) } } ?? true
    }
  }
}
