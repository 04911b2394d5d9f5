package import Registry

extension SearchIndex {
  /// Turns a question's words into the registry's own names, and says which words are at fault and
  /// what can be answered without them.
  ///
  /// The place is read first, because the words of a plan count only where the plan speaks.
  package func read(_ text: QuestionText) -> QuestionReading {
    QuestionReader(index: self, text: text).read()
  }

  /// No place of any registry: what is asked there is answered by no door but 112.
  static let nowhere = ID<Area>(bits: 0)

  /// Whether that word for a severity means acute, known without any registry.
  package static func isAcute(_ text: String?) -> Bool {
    text.map { ClosedWords.severities.read($0, as: .severity).value == .acute } ?? false
  }

  /// Reads a place alone.
  package func readPlace(
    _ text: String, on day: Day, language: Language
  ) -> Result<ID<Area>, NameFault> {
    switch PlaceReader(index: self, day: day, language: language).read(text) {
    case .found(let area, _): .success(area)
    case .fault(let fault): .failure(fault)
    }
  }
}

/// Reads one question, field by field, and gathers all that it does not understand.
struct QuestionReader {
  let index: SearchIndex
  let text: QuestionText
  private var faults: [NameFault] = []
  private var understood: [Understanding] = []

  init(index: SearchIndex, text: QuestionText) {
    self.index = index
    self.text = text
  }

  consuming func read() -> QuestionReading {
    let day = text.moment.day
    let places = PlaceReader(index: index, day: day, language: text.language)
    let place = take(places.read(text.place))
    let terms = TermReader(index: index, day: day, language: text.language, place: place)
    let asker = text.asker.flatMap { take(readAsker($0, terms)) }
    let concern = text.concern.flatMap { take(terms.readConcern($0)) }
    let function = text.function.flatMap { take(terms.readFunction($0)) }
    let severity = text.severity.flatMap { take(terms.readSeverity($0)) }
    let workplaces = WorkplaceReader(index: index, day: day, language: text.language, place: place)
    let workplace = text.workplace.flatMap { take(workplaces.read($0)) } ?? workplaceOfRole
    let age = text.age.flatMap { take(AgeReader(day: day).read($0)) }
    let wishes = text.wishes.compactMap { take(ClosedWords.wishes.read($0, as: .wish)) }
    // Whoever tells where they work, works, whether or not the workplace is known.
    let worker: Asker? = text.workplace != nil && workplace == nil ? .employee : nil
    let answered = Question(
      asker: asker?.asker ?? worker, workplace: workplace,
      place: place ?? index.areas.country(on: day) ?? SearchIndex.nowhere, concern: concern,
      function: function, holds: asker?.holds, age: age, severity: severity,
      moment: text.moment, wishes: Set(wishes), language: text.language)
    guard !faults.isEmpty else { return .understood(answered, understood) }
    let least = concern.flatMap { index.leastSeverities[$0] }
    return .refused(
      Refusal(
        faults: faults, isAcute: severity == .acute || least == .acute, understood: understood,
        meanwhile: answered))
  }

  private mutating func take<Value>(_ reading: Reading<Value>) -> Value? {
    switch reading {
    case .found(let value, let remarks):
      understood += remarks
      return value
    case .fault(let fault):
      faults.append(fault)
      return nil
    }
  }

  /// The kind of place that a role works in, where nothing else is said: a rector's is a school.
  private var workplaceOfRole: Question.Workplace? {
    guard text.workplace == nil, let asker = text.asker, Asker(rawValue: asker) == nil else {
      return nil
    }
    return index.sentences.role(asker)?.workplace.map(Question.Workplace.kind)
  }

  /// A kind of asker, else the name of a function: somebody who holds it is an employee.
  private func readAsker(
    _ text: String, _ terms: TermReader
  ) -> Reading<(asker: Asker, holds: ID<Function>?)> {
    // A code is a word for itself, and what scripts write.
    if let asker = Asker(rawValue: text) { return .found((asker, nil), []) }
    if let asker = ClosedWords.askers.exact(Folded(text)) { return .found((asker, nil), []) }
    if case .found(let function, let remarks) = terms.readFunction(text),
      !remarks.contains(where: { $0.reason == .typo })
    {
      return .found((.employee, function), remarks)
    }
    if let role = index.sentences.role(text) { return .found((role.asker, nil), []) }
    switch ClosedWords.askers.read(text, as: .asker) {
    case .found(let asker, let remarks): return .found((asker, nil), remarks)
    case .fault(let fault): return .fault(fault)
    }
  }
}
