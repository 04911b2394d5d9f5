import Registry

/// What is gathered while an answer is made: until when it holds, what was rejected, the warnings.
struct Ledger {
  let moment: Moment
  private(set) var bound: LocalTime?
  private(set) var skipped: [Skipped] = []
  private(set) var warnings: Set<AnswerWarning> = []

  init(moment: Moment) {
    self.moment = moment
  }

  /// Whether a span holds on the asked day; the answer is then bound by the span's next end.
  mutating func holds(_ valid: DayRange) -> Bool {
    for day in [valid.from, valid.until] {
      if let day, day > moment.day { mark(LocalTime(day: day, minute: 0)) }
    }
    return valid.contains(moment.day)
  }

  /// The answer may differ from that time on.
  mutating func mark(_ time: LocalTime) {
    let now = LocalTime(day: moment.day, minute: moment.minute ?? 0)
    guard time > now else { return }
    bound = bound.map { min($0, time) } ?? time
  }

  mutating func skip(_ entry: Skipped) {
    if !skipped.contains(entry) { skipped.append(entry) }
  }

  mutating func warn(_ warning: AnswerWarning) {
    warnings.insert(warning)
  }

  var sortedWarnings: [AnswerWarning] {
    AnswerWarning.allCases.filter { warnings.contains($0) }
  }
}
