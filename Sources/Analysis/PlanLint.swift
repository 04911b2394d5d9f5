import Routing
import Registry

/// Looks for what a plan says in its own words and the registry says otherwise.
struct PlanLint {
  let snapshot: Snapshot
  let rules: RuleLint
  var tables: Tables { rules.tables }
  var day: Day { rules.day }

  var findings: [LintFinding] {
    let plans = tables.plans.filter { $0.row.valid.contains(day) }
    let words = PlanWords(functionWords)
    let ended = endedSeats
    let parties = Dictionary(grouping: snapshot.measureParties, by: \.measure)
    return plans.flatMap { plan in
      wordsWithoutHolder(plan, words) + wordsOfTwo(plan, words, among: plans)
        + endedSeats(plan, ended) + measuresWithoutParty(plan, parties)
    }
  }

  /// The words of each plan, and what each text is a word for.
  private struct PlanWords {
    let byPlan: [ID<Plan>?: [Word]]
    let byText: [String: [Word]]

    init(_ words: [Word]) {
      byPlan = Dictionary(grouping: words, by: \.plan)
      byText = Dictionary(grouping: words) { $0.text.lowercased() }
    }
  }

  private struct Word {
    let function: Int
    let text: String
    /// Nil when everybody says so.
    let plan: ID<Plan>?
    let row: ID<Name>
  }

  /// What functions are called that day, by plans and by everybody; misprints are no words.
  private var functionWords: [Word] {
    snapshot.names.filter {
      $0.subject.kind == .function && $0.kind != .misprint && $0.valid.contains(day)
    }.compactMap { name in
      tables.functionNumbers[ID(bits: name.subject.bits)].map {
        Word(function: $0, text: name.text, plan: name.plan, row: name.id)
      }
    }.sorted { ($0.text, $0.function, $0.row) < ($1.text, $1.function, $1.row) }
  }

  private func wordsWithoutHolder(_ plan: PlanRecord, _ words: PlanWords) -> [LintFinding] {
    let anything = Condition(
      area: nil, work: .anyone, concern: nil, function: nil, asker: .anyone,
      severity: .question, ages: nil, wish: nil)
    var told: Set<Int> = []
    return (words.byPlan[plan.row.id] ?? []).filter { told.insert($0.function).inserted }
      .filter { !rules.reach.isHeld($0.function, from: anything, in: plan.area) }
      .map { word in
        var finding = finding(.planWordWithoutHolder, plan, .name(word.row), word.function)
        finding.against = rules.reach.rows(behind: [.function(word.function)], in: [plan.area])
        finding.word = word.text
        return finding
      }
  }

  /// A plan's word that in the same place is also a word for another function.
  private func wordsOfTwo(
    _ plan: PlanRecord, _ words: PlanWords, among plans: [PlanRecord]
  ) -> [LintFinding] {
    guard let own = words.byPlan[plan.row.id] else { return [] }
    let nearby = Set(
      plans.filter { rules.reach.areas.areNested(plan.area, $0.area) }.map(\.row.id))
    var findings: [LintFinding] = []
    for word in own {
      let other = words.byText[word.text.lowercased()]?.first { other in
        other.function != word.function && (other.plan.map(nearby.contains) ?? true)
      }
      guard let other else { continue }
      var finding = finding(.wordOfTwoFunctions, plan, .name(word.row), word.function)
      finding.against = [.name(other.row)]
      finding.word = word.text
      finding.otherFunction = tables.functions[other.function].row.id
      findings.append(finding)
    }
    return findings
  }

  private struct Chair: Hashable {
    let function: Int
    let organisation: Int
  }

  /// Seats that are over and have not been filled again, by the source that they rest on.
  private var endedSeats: [ID<Source>: [DesignationRecord]] {
    let sources = Dictionary(
      snapshot.citations.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    let filled = Set(
      tables.designations.filter { $0.row.valid.contains(day) }
        .map { Chair(function: $0.function, organisation: $0.organisation) })
    var ended: [ID<Source>: [DesignationRecord]] = [:]
    for seat in tables.designations {
      guard let until = seat.row.valid.until, until <= day,
        let source = seat.row.citation.flatMap({ sources[$0] }),
        !filled.contains(Chair(function: seat.function, organisation: seat.organisation))
      else { continue }
      ended[source, default: []].append(seat)
    }
    return ended
  }

  /// Those of the plan's own document.
  private func endedSeats(
    _ plan: PlanRecord, _ ended: [ID<Source>: [DesignationRecord]]
  ) -> [LintFinding] {
    (ended[plan.row.source] ?? []).map { seat in
      var finding = finding(.seatEnded, plan, .designation(seat.row.id), seat.function)
      finding.against = [.designation(seat.row.id)]
      finding.designation = seat.row.id
      return finding
    }
  }

  private func measuresWithoutParty(
    _ plan: PlanRecord, _ parties: [ID<Measure>: [MeasureParty]]
  ) -> [LintFinding] {
    plan.measures.filter { measure, _, _ in
      measure.valid.contains(day)
        && !(parties[measure.id] ?? []).contains { $0.organisation != nil || $0.function != nil }
    }.map { measure, concerns, _ in
      var finding = LintFinding(
        kind: .measureWithoutParty, plan: plan.row.id, stated: .measure(measure.id))
      finding.measure = measure.id
      finding.word = parties[measure.id]?.min { $0.position < $1.position }?.text
      // A measure for no concern stands in no answer: there is no question that shows it.
      finding.witness = concerns.first.map { concern in
        Question(
          asker: .citizen, place: tables.areas[plan.area].row.id,
          concern: tables.concerns[concern].row.id, severity: .mild, moment: Moment(day: day))
      }
      return finding
    }
  }

  private func finding(
    _ kind: LintKind, _ plan: PlanRecord, _ stated: LintRow, _ function: Int
  ) -> LintFinding {
    LintFinding(
      kind: kind, plan: plan.row.id, stated: stated, function: tables.functions[function].row.id,
      witness: Question(
        asker: .citizen, place: tables.areas[plan.area].row.id,
        function: tables.functions[function].row.id, severity: .mild, moment: Moment(day: day)))
  }
}
