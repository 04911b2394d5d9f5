package import Registry

/// Everything that has a name, findable by whatever somebody writes.
///
/// Compiled once from a snapshot and shared by every request; nothing asked is kept. A class,
/// because every reader of a word holds it.
package final class SearchIndex: Sendable {
  let entries: [SearchEntry]
  let table: TermTable
  let stems: [[UInt8]: [Int]]
  let plans: PlanOrder
  let units: UnitPlaces
  let keys: KeyBook
  let leastSeverities: [ID<Concern>: Severity]
  package let book: NameBook
  package let areas: AreaTree

  package init(compiling snapshot: Snapshot) {
    let open = snapshot.openPersons
    book = NameBook(snapshot, open: open)
    areas = AreaTree(snapshot)
    plans = PlanOrder(snapshot)
    units = UnitPlaces(snapshot)
    keys = KeyBook(snapshot, open: open)
    leastSeverities = Dictionary(
      snapshot.concerns.compactMap { concern in concern.leastSeverity.map { (concern.id, $0) } },
      uniquingKeysWith: max)
    entries = SearchEntry.all(in: snapshot, open: open) { [keys] subject in
      keys.key(of: subject) != nil
    }
    var terms: [[UInt8]: [TermTable.Use]] = [:]
    var stems: [[UInt8]: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      let folded = Folded(entry.text)
      guard !folded.compact.isEmpty else { continue }
      terms[folded.compact, default: []].append(.init(entry: Int32(index), isWhole: true))
      stems[Stem.key(folded.words), default: []].append(index)
      guard folded.words.count > 1 else { continue }
      for word in Set(folded.words) {
        terms[word, default: []].append(.init(entry: Int32(index), isWhole: false))
      }
    }
    table = TermTable(terms)
    self.stems = stems
  }

  /// The seed key of something, where it has one.
  package func key(of subject: Subject) -> String? {
    keys.key(of: subject)
  }

  /// What it is called; its key when it has no name.
  package func name(of subject: Subject, language: Language, on day: Day?) -> String {
    book.label(of: subject, language: language, on: day) ?? key(of: subject) ?? ""
  }

  /// What has that seed key.
  package func subject(_ kind: Subject.Kind, key: String) -> Subject? {
    keys.subject(kind, key: key)
  }
}

/// One findable wording of one thing.
struct SearchEntry: Hashable {
  let subject: Subject
  let text: String
  let kind: NameKind
  let plan: ID<Plan>?
  let valid: DayRange

  /// - Parameter isPresent: whether a thing is here: a name of what is not would be found, and lead
  ///   to a question about nothing.
  static func all(
    in snapshot: Snapshot, open: Set<ID<Person>>, isPresent: (Subject) -> Bool
  ) -> [SearchEntry] {
    let named = snapshot.names.filter { isPresent($0.subject) }.map {
      SearchEntry(
        subject: $0.subject, text: $0.text, kind: $0.kind, plan: $0.plan, valid: $0.valid)
    }
    let persons = snapshot.personDetails.filter { open.contains($0.id) }.map {
      SearchEntry(Subject(kind: .person, bits: $0.id.bits), $0.name, .always)
    }
    let plans = snapshot.plans.map { SearchEntry(.plan($0.id), $0.title, .always) }
    let measures = snapshot.measures.map { SearchEntry(.measure($0.id), $0.title, $0.valid) }
    return named + persons + plans + measures
  }

  init(
    subject: Subject, text: String, kind: NameKind, plan: ID<Plan>?, valid: DayRange
  ) {
    self.subject = subject
    self.text = text
    self.kind = kind
    self.plan = plan
    self.valid = valid
  }

  private init(_ subject: Subject, _ text: String, _ valid: DayRange) {
    self.init(subject: subject, text: text, kind: .official, plan: nil, valid: valid)
  }
}
