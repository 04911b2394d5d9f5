package import Registry

extension SearchIndex {
  /// Turns a question's words into the registry's own names, or says which words are at fault.
  ///
  /// The place is read first, because the words of a plan count only where the plan speaks.
  package func read(_ text: QuestionText) -> QuestionReading {
    QuestionReader(index: self, text: text).read()
  }

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

/// Reads one question, field by field, and gathers all faults before it refuses.
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
    let age = text.age.flatMap { take(QuestionReader.readAge($0)) }
    let wishes = text.wishes.compactMap { take(ClosedWords.wishes.read($0, as: .wish)) }
    let answered = (place ?? index.areas.country(on: day)).map { place in
      Question(
        asker: asker?.asker, workplace: workplace, place: place, concern: concern,
        function: function, holds: asker?.holds, age: age, severity: severity,
        moment: text.moment, wishes: Set(wishes), language: text.language)
    }
    guard faults.isEmpty, let answered else {
      let least = concern.flatMap { index.leastSeverities[$0] }
      let isAcute = severity == .acute || least == .acute
      return .refused(Refusal(faults: faults, isAcute: isAcute, meanwhile: answered))
    }
    return .understood(answered, understood)
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

  /// Completed years, `15` or `15 år`, or a word for the unborn.
  static func readAge(_ text: String) -> Reading<Age> {
    if text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let years = Int(text), years <= 130
    {
      return .found(.years(years), [])
    }
    let words = Folded(text).words.map { String(decoding: $0, as: UTF8.self) }
    if ["unborn", "ufodt", "ufodd"].contains(words.joined()) { return .found(.unborn, []) }
    let isPlain = words.count == 1 || (words.count == 2 && ["ar", "years"].contains(words[1]))
    let hasSign = text.contains("-") || text.contains("−")
    if isPlain, !hasSign, let years = Int(words[0]), (0...130).contains(years) {
      return .found(.years(years), [])
    }
    return .fault(NameFault(field: .age, written: text, reason: .malformed, candidates: []))
  }
}
