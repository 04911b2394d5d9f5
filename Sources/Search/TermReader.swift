import Registry

/// Reads functions, concerns and severities, in which the words of the plans in force come first.
struct TermReader {
  let index: SearchIndex
  let day: Day
  let language: Language
  /// nil when the place itself could not be read: then only common words count.
  let place: ID<Area>?

  func readFunction(_ text: String) -> Reading<ID<Function>> {
    switch read(text, kind: .function, field: .function) {
    case .found(let subject, let remarks): .found(ID(bits: subject.bits), remarks)
    case .fault(let fault): .fault(fault)
    }
  }

  func readConcern(_ text: String) -> Reading<ID<Concern>> {
    switch read(text, kind: .concern, field: .concern) {
    case .found(let subject, let remarks): .found(ID(bits: subject.bits), remarks)
    case .fault(let fault): .fault(fault)
    }
  }

  /// A code name first, then a word of a plan in force here, then a common word.
  func readSeverity(_ text: String) -> Reading<Severity> {
    if let severity = Severity(rawValue: text.lowercased()) { return .found(severity, []) }
    let folded = Folded(text).compact
    for plan in plans {
      let words = index.plans.severityWords(of: plan.id)
      if let word = words.first(where: { Folded($0.word).compact == folded }) {
        let remark = Understanding(
          field: .severity, written: text, label: word.severity.rawValue, reason: .planWord)
        return .found(word.severity, [remark])
      }
    }
    return ClosedWords.severities.read(text, as: .severity)
  }

  private var plans: [Plan] {
    place.map { index.plans.speaking(of: $0, on: day, in: index.areas) } ?? []
  }

  private func read(
    _ text: String, kind: Subject.Kind, field: QuestionField
  ) -> Reading<Subject> {
    if let subject = index.keys.subject(kind, key: text) { return .found(subject, []) }
    let speaking = plans.map(\.id)
    let matches = index.wholeMatches(text, kinds: [kind]) { entry in
      entry.plan.map { speaking.contains($0) } ?? true
    }
    guard let best = matches.first?.match else { return .fault(unknown(text, field)) }
    let chosen = narrowed(matches.map { index.entries[$0.entry] }, speaking)
    let subjects = Set(chosen.map(\.subject))
    guard subjects.count == 1, let subject = subjects.first else {
      return .fault(ambiguous(text, field, chosen))
    }
    let isPlanWord = chosen.contains { $0.plan != nil } && !isLabel(text, of: subject)
    let remarks = reason(best.level, isPlanWord: isPlanWord).map {
      Understanding(field: field, written: text, label: label(subject), reason: $0)
    }
    return .found(subject, remarks.map { [$0] } ?? [])
  }

  /// The nearest plan's own words if it has any; else names before synonyms, current before old.
  private func narrowed(_ entries: [SearchEntry], _ speaking: [ID<Plan>]) -> [SearchEntry] {
    for plan in speaking {
      let own = entries.filter { $0.plan == plan }
      if !own.isEmpty { return own }
    }
    let current = entries.filter { $0.valid.contains(day) }
    let standing = current.isEmpty ? entries : current
    let names = standing.filter { $0.kind == .official || $0.kind == .short }
    return names.isEmpty ? standing : names
  }

  private func reason(_ level: MatchLevel, isPlanWord: Bool) -> Understanding.Reason? {
    switch level {
    case .typo: .typo
    case .inflected: .inflection
    default: isPlanWord ? .planWord : nil
    }
  }

  private func isLabel(_ text: String, of subject: Subject) -> Bool {
    Folded(text).compact == Folded(label(subject)).compact
  }

  private func label(_ subject: Subject) -> String {
    index.name(of: subject, language: language, on: day)
  }

  private func ambiguous(
    _ text: String, _ field: QuestionField, _ entries: [SearchEntry]
  ) -> NameFault {
    var seen: Set<Subject> = []
    let subjects = entries.map(\.subject).filter { seen.insert($0).inserted }
    return NameFault(
      field: field, written: text, reason: .ambiguous,
      candidates: subjects.map { candidate($0, field: field) })
  }

  /// The same word of the other sort comes first, then what resembles it, other plans' words too.
  private func unknown(_ text: String, _ field: QuestionField) -> NameFault {
    let (own, other): (Subject.Kind, QuestionField) =
      field == .function ? (.function, .concern) : (.concern, .function)
    let otherKind: Subject.Kind = field == .function ? .concern : .function
    let elsewhere = index.wholeMatches(text, kinds: [otherKind])
      .filter { $0.match.level < .typo }.map { index.entries[$0.entry].subject }
    let near = index.suggestions(text, kinds: [own], countMax: 5).map(\.subject)
    var seen: Set<Subject> = []
    let candidates = (elsewhere + near).filter { seen.insert($0).inserted }.map {
      candidate($0, field: $0.kind == own ? field : other)
    }
    return NameFault(field: field, written: text, reason: .unknown, candidates: candidates)
  }

  private func candidate(_ subject: Subject, field: QuestionField) -> Candidate {
    Candidate(
      field: field, subject: subject, label: label(subject), detail: nil,
      write: index.keys.key(of: subject) ?? label(subject))
  }
}
