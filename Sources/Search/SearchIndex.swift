package import Registry

/// Everything that has a name, findable by whatever somebody writes.
///
/// Compiled once from a snapshot and shared by every request; nothing asked is kept. A class,
/// because every reader of a word holds it.
package final class SearchIndex: Sendable {
  let entries: [SearchEntry]
  let table: TermTable
  let stems: [[UInt8]: [Int]]
  /// The post towns that are told apart by what they lie in, by what stands before: `Mo i Rana`.
  let townsByHead: [[UInt8]: [Int]]
  let plans: PlanOrder
  let units: UnitPlaces
  let keys: KeyBook
  let leastSeverities: [ID<Concern>: Severity]
  package let book: NameBook
  package let areas: AreaTree
  /// The reader of sentences, made when the first is read.
  private let sentenceReader = Kept()
  private let makeSentenceReader: @Sendable () -> SentenceReader

  /// - Parameter lexicon: the words that sentences are read with.
  package init(compiling snapshot: Snapshot, lexicon: Lexicon = .empty) {
    makeSentenceReader = { SentenceReader(lexicon, snapshot) }
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
    var townsByHead: [[UInt8]: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      let folded = Folded(entry.text)
      guard !folded.compact.isEmpty else { continue }
      terms[folded.compact, default: []].append(.init(entry: Int32(index), isWhole: true))
      stems[Stem.key(folded.words), default: []].append(index)
      if entry.isPostTown, let head = PlaceText.townHead(entry.text) {
        townsByHead[Folded(head).compact, default: []].append(index)
      }
      guard folded.words.count > 1 else { continue }
      for word in Set(folded.words) {
        terms[word, default: []].append(.init(entry: Int32(index), isWhole: false))
      }
    }
    table = TermTable(terms)
    self.stems = stems
    self.townsByHead = townsByHead
  }

  package var sentences: SentenceReader {
    unsafeDowncast(sentenceReader.object(makeSentenceReader), to: SentenceReader.self)
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
  /// Whether it is the name of a post town, and the subject the area that this lies in.
  var isPostTown = false

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
    return named + postTowns(in: snapshot, isPresent: isPresent) + persons + plans + measures
  }

  /// Each post town once for every area that it lies in, but where that is called so itself.
  private static func postTowns(
    in snapshot: Snapshot, isPresent: (Subject) -> Bool
  ) -> [SearchEntry] {
    struct Town: Hashable {
      let name: String
      let area: ID<Area>
    }
    var own: Set<Town> = []
    for name in snapshot.names where name.subject.kind == .area {
      own.insert(Town(name: name.text, area: ID(bits: name.subject.bits)))
    }
    var spans: [Town: DayRange] = [:]
    var towns: [Town] = []
    for postcode in snapshot.postcodes where isPresent(.area(postcode.area)) {
      let town = Town(name: postcode.place, area: postcode.area)
      guard !own.contains(town) else { continue }
      guard let span = spans[town] else {
        towns.append(town)
        spans[town] = postcode.valid
        continue
      }
      spans[town] = span.joined(with: postcode.valid)
    }
    return towns.map { town in
      var entry = SearchEntry(
        subject: .area(town.area), text: town.name, kind: .alias, plan: nil,
        valid: spans[town] ?? .always)
      entry.isPostTown = true
      return entry
    }
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

extension DayRange {
  /// The span from the first day of either to the last.
  fileprivate func joined(with other: DayRange) -> DayRange {
    DayRange(
      from: from.flatMap { own in other.from.map { min(own, $0) } },
      until: until.flatMap { own in other.until.map { max(own, $0) } })
  }
}
