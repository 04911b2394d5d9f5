import Registry

/// What is gathered while an answer is made: until when it holds, what was rejected, the warnings.
struct Ledger {
  let moment: Moment
  private(set) var bound: LocalTime?
  private(set) var skipped: [Skipped] = []
  /// Each once, in the order in which they came.
  private(set) var warnings: [AnswerWarning] = []

  init(moment: Moment) {
    self.moment = moment
  }

  /// Whether a span holds on the asked day; the answer is then bound by the span's next end.
  mutating func holds(_ valid: DayRange) -> Bool {
    let today = moment.day
    if let from = valid.from, from > today {
      mark(LocalTime(day: from, minute: 0))
      if let until = valid.until, until > today { mark(LocalTime(day: until, minute: 0)) }
      return false
    }
    guard let until = valid.until else { return true }
    guard until > today else { return false }
    mark(LocalTime(day: until, minute: 0))
    return true
  }

  /// The answer may differ from that time on.
  mutating func mark(_ time: LocalTime) {
    let now = LocalTime(day: moment.day, minute: moment.minute ?? 0)
    guard time > now else { return }
    if let bound, bound <= time { return }
    bound = time
  }

  mutating func skip(_ entry: Skipped) {
    if !skipped.contains(entry) { skipped.append(entry) }
  }

  mutating func warn(_ warning: AnswerWarning) {
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  var sortedWarnings: [AnswerWarning] {
    warnings.isEmpty ? [] : AnswerWarning.allCases.filter { warnings.contains($0) }
  }
}
