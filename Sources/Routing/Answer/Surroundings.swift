package import Registry

/// What stands around the ladder: steps, notices, offerings and measures.
package struct Surroundings {
  package let inquiry: Inquiry
  package let ladder: LadderBuilder
  package var tables: Tables { inquiry.tables }
  package var resolver: Resolver { ladder.resolver }

  /// The steps of the newest version of each plan line that spoke, with the one the asker is at.
  ///
  /// They say what others do about somebody, so they are not told to that person; nor where those
  /// at home may be the danger, since a plan's steps bring in the family.
  package func steps(ledger: inout Ledger) -> [AnswerStep] {
    var shown: [AnswerStep] = []
    guard !isAboutAsker, homeConcerns.isEmpty else { return shown }
    for plan in newestOfSpeakingLines(ledger: &ledger) {
      for step in tables.plans[plan].steps where ledger.holds(step.valid) {
        let fitsAsker =
          step.askers.isEmpty || step.askers.contains { inquiry.position(ofAsker: $0) != nil }
        shown.append(
          AnswerStep(
            plan: tables.label(plan: plan), number: step.number, title: step.title,
            text: step.text, responsible: step.responsible,
            isHere: fitsAsker && step.severities.contains(inquiry.severity),
            source: step.citation.flatMap { tables.citations[$0] }))
      }
    }
    return shown
  }

  private func newestOfSpeakingLines(ledger: inout Ledger) -> [Int] {
    guard isWorry else { return [] }
    var newest: [Int] = []
    for line in ladder.plans.map({ tables.plans[$0].line }) {
      var best: Int?
      for number in tables.planLines[line] ?? [] {
        guard !tables.plans[number].steps.isEmpty, ledger.holds(tables.plans[number].row.valid)
        else { continue }
        if best.map({ tables.plans[$0].row.day < tables.plans[number].row.day }) ?? true {
          best = number
        }
      }
      if let best, !newest.contains(best) { newest.append(best) }
    }
    return newest
  }

  /// Steps are told for worries and for questions without a concern, not for needs.
  private var isWorry: Bool {
    guard let root = inquiry.concernPath.last else { return !inquiry.asksConcern }
    return tables.concerns[root].row.key == "worry"
  }

  private var isAboutAsker: Bool {
    inquiry.asker == .youngPerson || inquiry.asker == .affected
  }

  /// Concerns in which those at home may be the danger.
  private static let dangerAtHome: Set<String> = [
    "violence-at-home", "social-control", "forced-marriage", "genital-mutilation",
  ]

  /// The asked concern and those above it down to the one in which home is the danger; empty where
  /// it is not.
  private var homeConcerns: ArraySlice<Int> {
    let last = inquiry.concernPath.lastIndex {
      Surroundings.dangerAtHome.contains(tables.concerns[$0].row.key)
    }
    return inquiry.concernPath[..<(last.map { $0 + 1 } ?? 0)]
  }

  /// Whether a notice may be told where home is the danger: it says itself that it is about that,
  /// or it is about a door of the answer and proposes nothing about parents.
  private func isSafeAtHome(notice number: Int) -> Bool {
    let concerns = homeConcerns
    guard !concerns.isEmpty else { return true }
    let row = tables.notices[number].row
    let isNamed = tables.notices[number].conditions.contains { condition in
      condition.concern.map { concerns.contains($0) } ?? false
    }
    if isNamed { return true }
    switch row.about?.kind {
    case .function, .organisation, .designation, .offering:
      return row.kind != .parents && row.kind != .consent
    default:
      return false
    }
  }

  /// Notices whose conditions fit and whose subject stands in the answer; wished ones on top.
  package func notices(ledger: inout Ledger) -> [AnswerNotice] {
    let around = tables.noticesByArea.around(inquiry)
    guard !around.isEmpty else { return conditionNotices() }
    let subjects = subjectsInLadder
    var shown: [(rank: Int, number: Int)] = []
    for number in around {
      guard concerns(tables.notices[number].row.about, subjects), fits(notice: number),
        isSafeAtHome(notice: number),
        ledger.holds(tables.notices[number].row.valid),
        ledger.holds(tables.plans[tables.notices[number].plan].row.valid)
      else { continue }
      let isWished =
        inquiry.wishes.contains(.anonymous) && tables.notices[number].row.kind == .anonymity
      let rank = tables.plans[tables.notices[number].plan].row.level.rank
      shown.append(((isWished ? 0 : 10) + rank, number))
    }
    shown.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
    return conditionNotices() + withoutRepeats(shown.map(\.number)).map(notice)
  }

  private func notice(_ number: Int) -> AnswerNotice {
    let row = tables.notices[number].row
    let citation = row.citation.flatMap { tables.citations[$0] }
    return AnswerNotice(
      kind: row.kind, about: row.about.flatMap { resolver.name($0) },
      text: row.text, plan: tables.label(plan: tables.notices[number].plan),
      section: citation?.section, quote: citation?.quote)
  }

  /// The same sentence of the same kind is told once, by the nearest plan.
  private func withoutRepeats(_ notices: [Int]) -> [Int] {
    var told: Set<Int> = []
    return notices.filter { number in
      tables.notices[number].quoted.map { told.insert($0).inserted } ?? true
    }
  }

  private var subjectsInLadder: Set<Subject> {
    var subjects: Set<Subject> = []
    for led in ladder.rungs {
      let draft = led.draft
      if let match = led.match {
        subjects.insert(.plan(tables.plans[tables.rules[match.rule].plan].row.id))
      }
      switch draft.identity {
      case .designation(let number):
        let organisation = tables.designations[number].organisation
        subjects.insert(.designation(tables.designations[number].row.id))
        subjects.insert(.function(tables.designations[number].row.function))
        subjects.insert(.organisation(tables.units[organisation].row.id))
      case .unit(let number):
        subjects.insert(.organisation(tables.units[number].row.id))
      case .offering(let number):
        let record = tables.offerings[number]
        subjects.insert(.offering(record.row.id))
        subjects.insert(.organisation(tables.units[record.provider].row.id))
      case .words:
        break
      }
    }
    return subjects
  }

  /// A notice about a contact is told when that contact stands in the answer; one about a concern
  /// when that is the concern or above it.
  private func concerns(_ about: Subject?, _ subjects: Set<Subject>) -> Bool {
    guard let about else { return true }
    switch about.kind {
    case .function, .organisation, .designation, .offering, .plan:
      return subjects.contains(about)
    case .concern:
      return inquiry.concernPath.contains { Subject.concern(tables.concerns[$0].row.id) == about }
    case .area, .person, .channel, .rule, .step, .notice, .measure, .source, .areaKind,
      .organisationKind, .readingMatter:
      return true
    }
  }

  package func fits(notice number: Int) -> Bool {
    tables.notices[number].conditions.contains { condition in
      fits(condition) && (condition.wish.map { inquiry.wishes.contains($0) } ?? true)
        && inquiry.position(ofWork: condition.work) != nil
        && (condition.function == nil || condition.function == inquiry.function)
    }
  }

  private func fits(_ condition: Condition) -> Bool {
    condition.severity <= inquiry.severity && inquiry.fits(condition.ages)
      && inquiry.position(ofArea: condition.area) != nil
      && inquiry.position(ofAsker: condition.asker) != nil
      && inquiry.position(ofConcern: condition.concern) != nil
  }

  /// The conditions of extended age ranges that the asked age falls in.
  private func conditionNotices() -> [AnswerNotice] {
    ladder.rungs.filter { !$0.draft.conditions.isEmpty }.flatMap { led -> [AnswerNotice] in
      guard let match = led.match else { return [] }
      let draft = led.draft
      let plan = tables.label(plan: tables.rules[match.rule].plan)
      return draft.conditions.map { condition in
        AnswerNotice(
          kind: .advice, about: draft.contact.function?.text ?? draft.contact.organisation?.name,
          text: condition, plan: plan,
          section: draft.contact.source?.section, quote: draft.contact.source?.quote)
      }
    }
  }

  /// What can be offered in the place, at the age, for the concern: an offering is shown for the
  /// concern it names, not to everybody who asks about something.
  package func offerings(ledger: inout Ledger) -> [AnswerOffering] {
    var shown: [AnswerOffering] = []
    guard inquiry.concern != nil else { return [] }
    let home = homeConcerns
    for number in tables.offeringsByArea.around(inquiry) {
      let record = tables.offerings[number]
      guard
        let condition = record.conditions.first(where: { condition in
          guard let concern = condition.concern, fits(condition) else { return false }
          return home.isEmpty || home.contains(concern)
        }),
        ledger.holds(record.row.valid)
      else { continue }
      shown.append(
        AnswerOffering(
          id: record.row.id, key: record.row.key,
          name: resolver.name(.offering(record.row.id)) ?? record.row.key,
          organisation: resolver.label(record.provider), ages: condition.ages,
          conditions: record.row.conditions + resolver.conditions(condition.ages),
          source: record.row.citation.flatMap { tables.citations[$0] }))
    }
    return shown
  }

  package func measures(ledger: inout Ledger) -> [AnswerMeasure] {
    guard !inquiry.concernPath.isEmpty else { return [] }
    var shown: [AnswerMeasure] = []
    for plan in tables.plansByArea.around(inquiry) {
      let measures = tables.plans[plan].measures
      for place in measures.indices {
        guard measures[place].concerns.contains(where: { inquiry.concernPath.contains($0) }),
          ledger.holds(measures[place].row.valid)
        else { continue }
        let measure = measures[place]
        shown.append(
          AnswerMeasure(
            plan: tables.label(plan: plan), number: measure.row.number,
            title: measure.row.title, responsible: measure.parties, status: measure.row.status,
            fate: measure.row.fate))
      }
    }
    return shown
  }
}
