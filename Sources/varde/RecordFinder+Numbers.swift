import Registry
import Search
import Presentation

extension RecordFinder {
  /// `baerum-2017/10`, or `tiltak 10` in the plans of a place; nil when the text is neither.
  func numbered(_ text: String, kind: Subject.Kind, isGuess: Bool = false) throws -> Subject? {
    if let slash = text.lastIndex(of: "/") {
      let owner = String(text[..<slash])
      let number = String(text[text.index(after: slash)...])
      guard let plan = plan(owner) else { return nil }
      let found = subjects(kind, number: number, plans: [plan])
      if found.isEmpty, isGuess { return nil }
      return try one(found, text)
    }
    let words = text.split(separator: " ").map(String.init)
    guard let number = words.last, number.contains(where: \.isNumber) else { return nil }
    let isNamed = words.count == 2 && RecordFinder.kindWords[words[0].lowercased()] == kind
    guard isNamed || (words.count == 1 && !isGuess) else { return nil }
    return try one(subjects(kind, number: number, plans: plansHere()), text)
  }

  private func plan(_ text: String) -> ID<Plan>? {
    if let plan = registry.search.subject(.plan, key: text) { return ID(bits: plan.bits) }
    let matches = registry.search.subjects(named: text, kinds: [.plan])
    guard let matches, matches.subjects.count == 1 else { return nil }
    return matches.subjects.first.map { ID(bits: $0.bits) }
  }

  /// The plans of the place, all plans without one; those that speak that day if any does.
  private func plansHere() -> [ID<Plan>] {
    let plans = registry.snapshot.plans.filter { plan in
      place.map { registry.search.areas.isInside($0, plan.area, on: day) } ?? true
    }
    let followed = Set(plans.filter { $0.valid.contains(day) }.compactMap(\.follows))
    let speaking = plans.filter { $0.valid.contains(day) && !followed.contains($0.id) }
    return (speaking.isEmpty ? plans : speaking).map(\.id)
  }

  private func subjects(
    _ kind: Subject.Kind, number: String, plans: [ID<Plan>]
  ) -> [Subject] {
    let number = number.lowercased()
    switch kind {
    case .measure:
      return registry.snapshot.measures
        .filter { plans.contains($0.plan) && $0.number.lowercased() == number }
        .map { .measure($0.id) }
    case .step:
      return registry.snapshot.steps
        .filter { plans.contains($0.plan) && $0.number.lowercased() == number }
        .map { Subject(kind: .step, bits: $0.id.bits) }
    default: return []
    }
  }

  private func one(_ subjects: [Subject], _ text: String) throws -> Subject {
    if subjects.count == 1, let subject = subjects.first { return subject }
    throw Problem(
      type: Problem.nameType,
      title: subjects.isEmpty ? "Fant ikke «\(text)»." : "«\(text)» kan være flere ting.",
      suggestions: subjects.compactMap(suggestion))
  }
}
