package import Registry

/// A snapshot compiled for answering: pure, synchronous and safe to share.
package struct RoutingIndex: Sendable {
  package let tables: Tables
  /// The day on which this is what anybody may be told; nil for what editors ask.
  package var toldOn: Day?

  /// Compiles every row of the snapshot, over all valid time, whatever the order of its rows.
  package init(compiling snapshot: Snapshot) {
    tables = Tables(TableBuilder(snapshot))
    toldOn = snapshot.toldOn
  }

  package var generation: Int64 {
    tables.generation
  }

  /// Whether people at work can be expected to answer, where their source states no hours.
  package func isOfficeTime(_ moment: Moment) -> Bool {
    HoursJudge(moment: moment, holidays: tables.holidays).isOfficeTime
  }

  /// The ladder of contacts for a question; every question gets one.
  package func answer(_ question: Question) -> Answer {
    let inquiry = Inquiry(question, in: tables)
    var ledger = Ledger(moment: question.moment)
    var ladder = LadderBuilder(inquiry)
    if let change = tables.surroundingDays.first(after: inquiry.day) {
      ledger.mark(LocalTime(day: change, minute: 0))
    }
    warn(of: inquiry, ledger: &ledger)
    let rungs = climb(&ladder, inquiry, ledger: &ledger)
    let surroundings = Surroundings(inquiry: inquiry, ladder: ladder)
    let steps = surroundings.steps(ledger: &ledger)
    let notices = surroundings.notices(ledger: &ledger)
    let offerings = surroundings.offerings(ledger: &ledger)
    let measures = surroundings.measures(ledger: &ledger)
    // Last, with what was gathered while everything else was made.
    return Answer(
      question: question, generation: tables.generation, holdsUntil: told(ledger.bound),
      emergency: [.police], ladder: rungs, skipped: ledger.skipped, steps: steps,
      notices: notices, offerings: offerings, measures: measures, warnings: ledger.warnings)
  }

  /// No bound later than the next midnight: it would tell that something is coming.
  private func told(_ bound: LocalTime?) -> LocalTime? {
    guard let toldOn else { return bound }
    let midnight = LocalTime(day: toldOn + 1, minute: 0)
    return min(bound ?? midnight, midnight)
  }

  /// The same answer without what stands around its ladder, for analysis.
  package func ladder(_ question: Question) -> Answer {
    let inquiry = Inquiry(question, in: tables)
    var ledger = Ledger(moment: question.moment)
    var ladder = LadderBuilder(inquiry)
    let rungs = climb(&ladder, inquiry, ledger: &ledger)
    return Answer(
      question: question, generation: tables.generation, emergency: [.police], ladder: rungs)
  }

  private func climb(
    _ ladder: inout LadderBuilder, _ inquiry: Inquiry, ledger: inout Ledger
  ) -> [Rung] {
    if inquiry.severity >= .grave {
      ladder.addAbove(
        speakers(inquiry, tier: .serious, ledger: &ledger), tier: .serious, ledger: &ledger)
    }
    addOrdinary(inquiry, to: &ladder, ledger: &ledger)
    visitFallback(inquiry, ledger: &ledger) { speakers, ledger in
      ladder.add(speakers, tier: .fallback, ledger: &ledger)
      return ladder.hasDoorRoundTheClock
    }
    return finished(ladder, inquiry, ledger: &ledger)
  }

  private func addOrdinary(
    _ inquiry: Inquiry, to ladder: inout LadderBuilder, ledger: inout Ledger
  ) {
    if let function = inquiry.function {
      let matches = inquiry.matches(function: function, ledger: &ledger)
      if matches.isEmpty {
        ladder.add(function: function, ledger: &ledger)
      } else {
        let speakers = inquiry.speakers(of: matches, ledger: &ledger)
        ladder.addAbove(speakers, tier: .ordinary, ledger: &ledger)
      }
      guard ladder.rungs.allSatisfy({ $0.tier != .ordinary }) else { return }
    }
    let speakers = speakers(inquiry, tier: .ordinary, ledger: &ledger)
    ladder.addAbove(speakers, tier: .ordinary, ledger: &ledger)
  }

  /// Calls `body` with who speaks in the fallback, and then with each rule that stands behind them,
  /// until it says that a door is open round the clock.
  ///
  /// The nearest rule speaks first, and a municipality's own may lead to a dead number, a vacant
  /// seat or a switchboard that closes at four: it must not take the national lines away.
  package func visitFallback(
    _ inquiry: Inquiry, ledger: inout Ledger, _ body: (Speakers, inout Ledger) -> Bool
  ) {
    let matches = inquiry.matches(
      tier: .fallback, concernPath: inquiry.concernPath, ledger: &ledger)
    let speakers = inquiry.speakers(of: matches, ledger: &ledger)
    if body(speakers, &ledger) { return }
    for match in matches where !speakers.contains(match) {
      if body(Speakers(first: [match]), &ledger) { return }
    }
  }

  /// Who speaks in a tier; above the fallback and without a concern, the municipality's own rule
  /// for that, and after it the general ones.
  package func speakers(_ inquiry: Inquiry, tier: Tier, ledger: inout Ledger) -> Speakers {
    let matches = inquiry.matches(tier: tier, concernPath: inquiry.concernPath, ledger: &ledger)
    guard !inquiry.asksConcern, inquiry.question.function == nil, tier != .fallback else {
      return inquiry.speakers(of: matches, ledger: &ledger)
    }
    let isLocal = matches.first.map { $0.precedence.level == 0 } ?? false
    var speakers = isLocal ? inquiry.speakers(of: matches, ledger: &ledger) : Speakers()
    speakers.generalRules = generalRules(inquiry, tier: tier, ledger: &ledger).filter {
      !speakers.contains($0.match)
    }
    guard speakers.generalRules.isEmpty, !isLocal else { return speakers }
    return inquiry.speakers(of: matches, ledger: &ledger)
  }

  /// What answers a question without a concern, over all levels and in this order: the general
  /// doors, the first doors of four worries, and those whom anybody can talk to. A rule for a
  /// narrower concern never does.
  package func generalRules(_ inquiry: Inquiry, tier: Tier, ledger: inout Ledger) -> [GeneralRule] {
    var found: [GeneralRule] = []
    for concern in tables.generalConcerns {
      let path = tables.concerns[concern].path
      guard let match = inquiry.matches(tier: tier, concernPath: path, ledger: &ledger).first,
        !found.contains(where: { $0.match.rule == match.rule })
      else { continue }
      let isWhole = tables.concerns[concern].row.key == Tables.generalConcernKeys.last
      found.append(GeneralRule(match: match, isWhole: isWhole))
    }
    return found
  }

  /// Whether a rule for a concern can have a part in the answer to a question without one.
  package func isHeardWithoutConcern(_ concern: Int) -> Bool {
    tables.generalConcerns.contains { tables.concerns[$0].path.contains(concern) }
  }

  private func warn(of inquiry: Inquiry, ledger: inout Ledger) {
    let question = inquiry.question
    if question.severity == nil { ledger.warn(.severityAssumed) }
    if inquiry.severity > (question.severity ?? .mild) { ledger.warn(.severityRaised) }
    if question.asker == nil { ledger.warn(.askerAssumed) }
    if question.concern == nil, question.function == nil { ledger.warn(.concernUnknown) }
    if question.moment.minute == nil { ledger.warn(.hoursNotJudged) }
    if let place = inquiry.areaWalk.first {
      let area = tables.areas[place]
      if !ledger.holds(area.row.valid) {
        let successors = Set(area.successors.filter { $0.day <= inquiry.day }.map(\.number))
        ledger.warn(successors.count > 1 ? .areaSplit : .areaEnded)
      }
    }
  }
}
