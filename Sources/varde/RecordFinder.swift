import Registry
import Search
import Presentation

/// Finds the one thing that `show` was asked for, or says what it could be.
struct RecordFinder {
  let registry: OpenRegistry
  let book: RecordBook
  let words: any Words
  let day: Day
  let place: ID<Area>?

  static let kindWords: [String: Subject.Kind] = [
    "place": .area, "area": .area, "sted": .area, "stad": .area, "område": .area,
    "function": .function, "funksjon": .function, "rolle": .function,
    "organisation": .organisation, "organisasjon": .organisation, "enhet": .organisation,
    "organisation-kind": .organisationKind, "area-kind": .areaKind,
    "person": .person, "plan": .plan, "measure": .measure, "tiltak": .measure, "step": .step,
    "trinn": .step, "rule": .rule, "regel": .rule, "notice": .notice, "opplysning": .notice,
    "concern": .concern, "bekymring": .concern, "uro": .concern, "offering": .offering,
    "tilbud": .offering, "tilbod": .offering, "source": .source, "kilde": .source,
    "designation": .designation, "utpeking": .designation,
  ]

  /// `measure`, `step` and the like may stand first, or be left out.
  func subject(_ what: [String]) throws -> Subject {
    if what.count > 1, let kind = RecordFinder.kindWords[what[0].lowercased()] {
      return try subject(what.dropFirst().joined(separator: " "), kind: kind)
    }
    return try guess(what.joined(separator: " "))
  }

  private func subject(_ text: String, kind: Subject.Kind) throws -> Subject {
    if kind == .measure || kind == .step, let numbered = try numbered(text, kind: kind) {
      return numbered
    }
    if let subject = registry.search.subject(kind, key: text) { return subject }
    if kind == .area { return .area(try area(text)) }
    if kind == .designation || kind == .rule || kind == .notice || kind == .source {
      throw unknown(text, kinds: [kind])
    }
    return try named(text, kinds: [kind])
  }

  /// Numbers and keys first, then the name of anything.
  private func guess(_ text: String) throws -> Subject {
    for kind in [Subject.Kind.measure, .step] {
      if let numbered = try numbered(text, kind: kind, isGuess: true) { return numbered }
    }
    let keyed = Subject.Kind.allCases.compactMap { registry.search.subject($0, key: text) }
    if keyed.count == 1, let subject = keyed.first { return subject }
    if keyed.count > 1 { throw several(keyed, text) }
    if text.allSatisfy(\.isNumber) || text.contains("/") { return .area(try area(text)) }
    return try named(text, kinds: RecordFinder.guessed)
  }

  private static let guessed: Set<Subject.Kind> = [
    .area, .organisation, .function, .person, .concern, .plan, .measure, .offering,
    .organisationKind,
  ]

  private func named(_ text: String, kinds: Set<Subject.Kind>) throws -> Subject {
    let near = registry.search.subjects(named: text, kinds: kinds) { isNear($0) }
    let matches = near ?? registry.search.subjects(named: text, kinds: kinds)
    guard let matches else { throw unknown(text, kinds: kinds) }
    if matches.subjects.allSatisfy({ $0.kind == .area }) { return .area(try area(text)) }
    guard matches.subjects.count == 1, let subject = matches.subjects.first else {
      throw several(matches.subjects, text)
    }
    return subject
  }

  private func isNear(_ subject: Subject) -> Bool {
    guard let place, subject.kind == .organisation else { return true }
    return registry.search.isNear(ID(bits: subject.bits), place, on: day)
  }

  private func area(_ text: String) throws -> ID<Area> {
    switch registry.search.readPlace(text, on: day, language: words.language) {
    case .success(let area): return area
    case .failure(let fault): throw Problem(Refusal(faults: [fault], isAcute: false), words: words)
    }
  }

  private func several(_ subjects: [Subject], _ text: String) -> Problem {
    Problem(
      type: Problem.nameType, title: "«\(text)» kan være flere ting.",
      suggestions: subjects.compactMap(suggestion))
  }

  private func unknown(_ text: String, kinds: Set<Subject.Kind>) -> Problem {
    let near = registry.search.find(text, kinds: kinds, countMax: 5).map(\.subject)
    return Problem(
      type: Problem.nameType, title: "Fant ikke «\(text)».",
      suggestions: near.compactMap(suggestion))
  }

  func suggestion(_ subject: Subject) -> Problem.Suggestion? {
    book.reference(subject).map { reference in
      Problem.Suggestion(
        label: book.title(of: subject),
        write: "varde show \(reference.kind.rawValue) \(reference.key)")
    }
  }
}
