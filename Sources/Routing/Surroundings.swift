import Registry

/// What stands around the ladder: steps, notices, offerings and measures.
struct Surroundings {
  let inquiry: Inquiry
  let ladder: LadderBuilder
  var tables: Tables { inquiry.tables }
  var resolver: Resolver { ladder.resolver }

  /// The steps of the newest version of each plan line that spoke, with the one the asker is at.
  func steps(ledger: inout Ledger) -> [AnswerStep] {
    var shown: [AnswerStep] = []
    for plan in newestOfSpeakingLines(ledger: &ledger) {
      let row = tables.plans[plan].row
      for step in tables.plans[plan].steps where ledger.holds(step.valid) {
        let fitsAsker =
          step.askers.isEmpty || step.askers.contains { inquiry.position(ofAsker: $0) != nil }
        shown.append(
          AnswerStep(
            plan: Label(key: row.key, text: row.title), number: step.number, title: step.title,
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
        let plan = tables.plans[number]
        guard !plan.steps.isEmpty, ledger.holds(plan.row.valid) else { continue }
        if best.map({ tables.plans[$0].row.day < plan.row.day }) ?? true { best = number }
      }
      if let best, !newest.contains(best) { newest.append(best) }
    }
    return newest
  }

  /// Steps are told for worries and for questions without a concern, not for needs.
  private var isWorry: Bool {
    guard let root = inquiry.concernPath.last else { return true }
    return tables.concerns[root].row.key == "worry"
  }

  /// Notices whose conditions fit and whose subject stands in the answer; wished ones on top.
  func notices(ledger: inout Ledger) -> [AnswerNotice] {
    let subjects = subjectsInLadder
    var shown: [(rank: Int, quoted: Int?, notice: AnswerNotice)] = []
    for record in tables.noticesByArea.around(inquiry).map({ tables.notices[$0] }) {
      guard concerns(record, subjects), fits(record), ledger.holds(record.row.valid),
        ledger.holds(tables.plans[record.plan].row.valid)
      else { continue }
      let plan = tables.plans[record.plan].row
      let citation = record.row.citation.flatMap { tables.citations[$0] }
      let isWished = inquiry.wishes.contains(.anonymous) && record.row.kind == .anonymity
      shown.append(
        (
          (isWished ? 0 : 10) + plan.level.rank, record.quoted,
          AnswerNotice(
            kind: record.row.kind, about: record.row.about.flatMap { resolver.name($0) },
            text: record.row.text, plan: Label(key: plan.key, text: plan.title),
            section: citation?.section, quote: citation?.quote)
        ))
    }
    let conditions = conditionNotices()
    let ordered = shown.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return conditions
      + Surroundings.withoutRepeats(ordered.map { ($0.element.quoted, $0.element.notice) })
  }

  /// The same sentence of the same kind is told once, by the nearest plan.
  private static func withoutRepeats(
    _ notices: [(quoted: Int?, notice: AnswerNotice)]
  ) -> [AnswerNotice] {
    var told: Set<Int> = []
    return notices.filter { $0.quoted.map { told.insert($0).inserted } ?? true }.map(\.notice)
  }

  private var subjectsInLadder: Set<Subject> {
    var subjects: Set<Subject> = []
    for (draft, _, match) in ladder.rungs {
      if let match { subjects.insert(.plan(tables.plans[tables.rules[match.rule].plan].row.id)) }
      switch draft.identity {
      case .designation(let number):
        let record = tables.designations[number]
        subjects.insert(.designation(record.row.id))
        subjects.insert(.function(tables.functions[record.function].row.id))
        subjects.insert(.organisation(tables.units[record.organisation].row.id))
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
  private func concerns(_ record: NoticeRecord, _ subjects: Set<Subject>) -> Bool {
    guard let about = record.row.about else { return true }
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

  private func fits(_ record: NoticeRecord) -> Bool {
    guard !record.conditions.isEmpty else {
      return inquiry.position(ofArea: tables.plans[record.plan].area) != nil
    }
    return record.conditions.contains { condition in
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
    ladder.rungs.flatMap { draft, _, match -> [AnswerNotice] in
      guard let match else { return [] }
      let plan = tables.plans[tables.rules[match.rule].plan].row
      return draft.conditions.map { condition in
        AnswerNotice(
          kind: .advice, about: draft.contact.function?.text ?? draft.contact.organisation?.name,
          text: condition, plan: Label(key: plan.key, text: plan.title),
          section: draft.contact.source?.section, quote: draft.contact.source?.quote)
      }
    }
  }

  /// What can be offered in the place, at the age, for the concern.
  func offerings(ledger: inout Ledger) -> [AnswerOffering] {
    var shown: [AnswerOffering] = []
    for record in tables.offeringsByArea.around(inquiry).map({ tables.offerings[$0] }) {
      guard let condition = record.conditions.first(where: { fits($0) && isAskedFor($0) }),
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

  /// An offering is shown for the concern it names, not to everybody who asks about something.
  private func isAskedFor(_ condition: Condition) -> Bool {
    condition.concern != nil && inquiry.concern != nil
  }

  func measures(ledger: inout Ledger) -> [AnswerMeasure] {
    var shown: [AnswerMeasure] = []
    for plan in tables.plansByArea.around(inquiry).map({ tables.plans[$0] }) {
      for measure in plan.measures {
        guard measure.concerns.contains(where: { inquiry.concernPath.contains($0) }),
          ledger.holds(measure.row.valid)
        else { continue }
        shown.append(
          AnswerMeasure(
            plan: Label(key: plan.row.key, text: plan.row.title), number: measure.row.number,
            title: measure.row.title, responsible: measure.parties, status: measure.row.status,
            fate: measure.row.fate))
      }
    }
    return shown
  }
}
