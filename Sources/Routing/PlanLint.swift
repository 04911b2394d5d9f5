import Registry

/// Looks for what a plan says in its own words and the registry says otherwise.
struct PlanLint {
  let snapshot: Snapshot
  let rules: RuleLint
  var tables: Tables { rules.tables }
  var day: Day { rules.day }

  var findings: [LintFinding] {
    let plans = tables.plans.filter { $0.row.valid.contains(day) }
    let words = functionWords
    return plans.flatMap { plan in
      wordsWithoutHolder(plan, words) + wordsOfTwo(plan, words) + endedSeats(plan)
        + measuresWithoutParty(plan)
    }
  }

  private struct Word {
    let function: Int
    let text: String
    /// Nil when everybody says so.
    let plan: ID<Plan>?
  }

  /// What functions are called that day, by plans and by everybody; misprints are no words.
  private var functionWords: [Word] {
    snapshot.names.filter {
      $0.subject.kind == .function && $0.kind != .misprint && $0.valid.contains(day)
    }.compactMap { name in
      tables.functionNumbers[ID(bits: name.subject.bits)].map {
        Word(function: $0, text: name.text, plan: name.plan)
      }
    }.sorted { ($0.text, $0.function) < ($1.text, $1.function) }
  }

  private func wordsWithoutHolder(_ plan: PlanRecord, _ words: [Word]) -> [LintFinding] {
    let anything = Condition(
      area: nil, work: .anyone, concern: nil, function: nil, asker: .anyone,
      severity: .question, ages: nil, wish: nil)
    var told: Set<Int> = []
    return words.filter { $0.plan == plan.row.id && told.insert($0.function).inserted }
      .filter { !rules.reach.isHeld($0.function, from: anything, in: plan.area) }
      .map { word in
        var finding = finding(.planWordWithoutHolder, plan, word.function)
        finding.word = word.text
        return finding
      }
  }

  /// A plan's word that in the same place is also a word for another function.
  private func wordsOfTwo(_ plan: PlanRecord, _ words: [Word]) -> [LintFinding] {
    let nearby = Set(
      tables.plans.filter { other in
        other.row.valid.contains(day)
          && (tables.areaWalk(from: plan.area, on: day).contains(other.area)
            || tables.areaWalk(from: other.area, on: day).contains(plan.area))
      }.map(\.row.id))
    var findings: [LintFinding] = []
    for word in words where word.plan == plan.row.id {
      let other = words.first { other in
        other.function != word.function
          && other.text.lowercased() == word.text.lowercased()
          && (other.plan.map(nearby.contains) ?? true)
      }
      guard let other else { continue }
      var finding = finding(.wordOfTwoFunctions, plan, word.function)
      finding.word = word.text
      finding.otherFunction = tables.functions[other.function].row.id
      findings.append(finding)
    }
    return findings
  }

  /// Seats that rest on the plan's own document, are over, and have not been filled again.
  private func endedSeats(_ plan: PlanRecord) -> [LintFinding] {
    let sources = Dictionary(
      snapshot.citations.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    return tables.designations.filter { seat in
      guard let until = seat.row.valid.until, until <= day,
        seat.row.citation.flatMap({ sources[$0] }) == plan.row.source
      else { return false }
      return !tables.designations.contains { other in
        other.function == seat.function && other.organisation == seat.organisation
          && other.row.valid.contains(day)
      }
    }.map { seat in
      var finding = finding(.seatEnded, plan, seat.function)
      finding.designation = seat.row.id
      return finding
    }
  }

  private func measuresWithoutParty(_ plan: PlanRecord) -> [LintFinding] {
    let parties = Dictionary(grouping: snapshot.measureParties, by: \.measure)
    return plan.measures.filter { measure, _, _ in
      measure.valid.contains(day)
        && !(parties[measure.id] ?? []).contains { $0.organisation != nil || $0.function != nil }
    }.map { measure, concerns, _ in
      var finding = LintFinding(kind: .measureWithoutParty, plan: plan.row.id)
      finding.measure = measure.id
      finding.word = parties[measure.id]?.min { $0.position < $1.position }?.text
      finding.witness = Question(
        asker: .citizen, place: tables.areas[plan.area].row.id,
        concern: concerns.first.map { tables.concerns[$0].row.id }, severity: .mild,
        moment: Moment(day: day))
      return finding
    }
  }

  private func finding(_ kind: LintKind, _ plan: PlanRecord, _ function: Int) -> LintFinding {
    LintFinding(
      kind: kind, plan: plan.row.id, function: tables.functions[function].row.id,
      witness: Question(
        asker: .citizen, place: tables.areas[plan.area].row.id,
        function: tables.functions[function].row.id, severity: .mild, moment: Moment(day: day)))
  }
}
