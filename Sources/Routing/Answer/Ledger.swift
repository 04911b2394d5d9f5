package import Registry

/// What is gathered while an answer is made: until when it holds, what was rejected, the warnings.
package struct Ledger {
  package let moment: Moment
  package private(set) var bound: LocalTime?
  package private(set) var skipped: [Skipped] = []
  /// A bit for each.
  private var warned: UInt32 = 0

  package init(moment: Moment) {
    self.moment = moment
  }

  /// Whether a span holds on the asked day; the answer is then bound by the span's next end.
  package mutating func holds(_ valid: DayRange) -> Bool {
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
  package mutating func mark(_ time: LocalTime) {
    let now = LocalTime(day: moment.day, minute: moment.minute ?? 0)
    guard time > now else { return }
    if let bound, bound <= time { return }
    bound = time
  }

  package mutating func skip(_ entry: Skipped) {
    if !skipped.contains(entry) { skipped.append(entry) }
  }

  package mutating func warn(_ warning: AnswerWarning) {
    warned |= Ledger.bit(of: warning)
  }

  /// In their fixed order.
  package var warnings: [AnswerWarning] {
    warned == 0 ? [] : Ledger.allWarnings.filter { warned & Ledger.bit(of: $0) != 0 }
  }

  private static let allWarnings = AnswerWarning.allCases

  private static func bit(of warning: AnswerWarning) -> UInt32 {
    switch warning {
    case .severityAssumed: 1
    case .severityRaised: 1 << 1
    case .askerAssumed: 1 << 2
    case .ageUnknown: 1 << 3
    case .concernUnknown: 1 << 4
    case .planPeriodEnded: 1 << 5
    case .confirmationOld: 1 << 6
    case .sourcesDisagree: 1 << 7
    case .conflict: 1 << 8
    case .areaSplit: 1 << 9
    case .areaEnded: 1 << 10
    case .nothingLocal: 1 << 11
    case .hoursUncertain: 1 << 12
    case .hoursNotJudged: 1 << 13
    case .noTelephone: 1 << 14
    case .evidenceLater: 1 << 15
    }
  }
}
