package import Routing
package import Registry

/// What a person should look at in the rules and plans.
package enum LintKind: String, Hashable, Sendable, CaseIterable {
  /// Wherever the rule applies, another one speaks.
  case shadowed
  /// Two documents of one level say different things under the same conditions.
  case contradiction
  /// No door of the rule reaches anybody anywhere it applies.
  case leadsToNobody = "leads-to-nobody"
  /// A door of the rule is a function that nobody holds where the rule applies.
  case functionWithoutHolder = "function-without-holder"
  /// The plan has a word of its own for a function that nobody holds where it speaks.
  case planWordWithoutHolder = "plan-word-without-holder"
  /// The plan's word for one function is, in the same place, a word for another.
  case wordOfTwoFunctions = "word-of-two-functions"
  /// A seat that the plan names has ended, nobody has followed, and the plan still speaks.
  case seatEnded = "seat-ended"
  /// No responsible party of a measure is an organisation or a function of the registry.
  case measureWithoutParty = "measure-without-party"
}

/// A rule, a plan's own word or a row of the registry that a finding rests on.
package enum LintRow: Hashable, Sendable {
  case rule(ID<Rule>)
  case name(ID<Name>)
  case designation(ID<Designation>)
  case organisation(ID<Organisation>)
  case offering(ID<Offering>)
  case measure(ID<Measure>)
}

/// One thing that lint found.
package struct LintFinding: Hashable, Sendable {
  package let kind: LintKind
  package let plan: ID<Plan>
  /// What the plan says: its rule, word, seat or measure.
  package let stated: LintRow
  /// What stands against it: the other rule, the other word, or what the registry has behind the
  /// plan's doors. Empty where the registry has no row: that nobody is there is the finding.
  package internal(set) var against: [LintRow] = []
  package var rule: ID<Rule>?
  /// The rule that speaks instead, or disagrees.
  package var other: ID<Rule>?
  package var function: ID<Function>?
  package var otherFunction: ID<Function>?
  package var designation: ID<Designation>?
  package var measure: ID<Measure>?
  /// The plan's own word.
  package var word: String?
  /// A question that shows it; nil only of a measure that names no concern.
  package var witness: Question?
}

extension RoutingIndex {
  /// Everything that lint finds on a day, rule by rule and plan by plan, in the order of keys.
  ///
  /// `snapshot` is what this index was compiled from: the plans' own words are read there.
  package func lint(_ snapshot: Snapshot, on day: Day) -> [LintFinding] {
    let rules = RuleLint(index: self, day: day)
    return rules.findings + PlanLint(snapshot: snapshot, rules: rules).findings
  }
}

/// Looks at each rule at the roots of its own conditions.
///
/// A rule is nearest where the question is just what its case says: whatever matches there with a
/// better order matches, and speaks, everywhere below. So a rule that is silent at the root of
/// every case and at every span of ages is silent everywhere.
struct RuleLint {
  let index: RoutingIndex
  let day: Day
  let reach: LintReach
  private let cases: [Int: [CaseRecord]]
  private let ageStarts: [Int]
  /// Rules with a case whose cell another rule has too: only those can contradict each other.
  private let neighbours: Set<Int>
  private let homes: LintHomes
  var tables: Tables { index.tables }

  init(index: RoutingIndex, day: Day) {
    self.index = index
    self.day = day
    let tables = index.tables
    reach = LintReach(tables: tables, day: day)
    let valid = tables.cases.cases.filter { record in
      let rule = tables.rules[record.rule]
      return rule.row.valid.contains(day) && tables.plans[rule.plan].row.valid.contains(day)
    }
    cases = Dictionary(grouping: valid, by: \.rule)
    var starts: Set<Int> = [0]
    for ages in valid.compactMap(\.condition.ages) {
      starts.insert(ages.from ?? 0)
      if let last = ages.last { starts.insert(last + 1) }
    }
    ageStarts = starts.sorted()
    neighbours = RuleLint.neighbours(among: valid)
    homes = LintHomes(index: index, day: day)
  }

  /// Cells that differ in more than their ages never stand equally near a question.
  private struct Cell: Hashable {
    let level: Int
    let area: Int?
    let work: WorkNode
    let concern: Int?
    let function: Int?
    let asker: Asker
    let severity: Severity
    let hasWish: Bool

    init(_ record: CaseRecord) {
      let condition = record.condition
      level = record.level
      area = condition.area
      work = condition.work
      concern = condition.concern
      function = condition.function
      asker = condition.asker
      severity = condition.severity
      hasWish = condition.wish != nil
    }
  }

  private static func neighbours(among cases: [CaseRecord]) -> Set<Int> {
    let rules = Dictionary(grouping: cases, by: Cell.init).values.map { Set($0.map(\.rule)) }
    return rules.filter { $0.count > 1 }.reduce(into: []) { $0.formUnion($1) }
  }

  var findings: [LintFinding] {
    var findings: [LintFinding] = []
    var pairs: Set<Set<Int>> = []
    for rule in cases.keys.sorted() {
      findings += silence(of: rule)
      for (other, witness) in contradictions(of: rule)
      where pairs.insert([rule, other]).inserted {
        findings.append(
          finding(.contradiction, rule, other: other, witness: witness))
      }
      findings += deadEnds(of: rule)
    }
    return findings
  }

  private func finding(
    _ kind: LintKind, _ rule: Int, other: Int? = nil, function: Int? = nil,
    against: [LintRow] = [], witness: Question?
  ) -> LintFinding {
    let record = tables.rules[rule]
    let other = other.map { tables.rules[$0].row.id }
    return LintFinding(
      kind: kind, plan: tables.plans[record.plan].row.id, stated: .rule(record.row.id),
      against: against + [other.map { .rule($0) }].compactMap(\.self), rule: record.row.id,
      other: other, function: function.map { tables.functions[$0].row.id }, witness: witness)
  }

  /// A finding when the rule speaks nowhere, with the rule that speaks in its place.
  private func silence(of rule: Int) -> [LintFinding] {
    var first: (question: Question, speaker: Int)?
    for record in cases[rule] ?? [] {
      for question in roots(of: record) {
        let speaking = speaking(question, record.tier)
        if speaking.contains(rule) { return [] }
        if first == nil, let speaker = speaking.first { first = (question, speaker) }
      }
    }
    guard let first else { return [] }
    return [finding(.shadowed, rule, other: first.speaker, witness: first.question)]
  }

  private func contradictions(of rule: Int) -> [(other: Int, witness: Question)] {
    var found: [(other: Int, witness: Question)] = []
    guard neighbours.contains(rule) else { return found }
    for record in cases[rule] ?? [] {
      for question in roots(of: record) {
        let speakers = speakers(question, record.tier)
        guard let speaking = speakers.first.first, speaking.rule == rule else { continue }
        for other in speakers.added
        where other.precedence.beforeAge == speaking.precedence.beforeAge
          && !found.contains(where: { $0.other == other.rule })
        {
          found.append((other.rule, question))
        }
      }
    }
    return found
  }

  private func deadEnds(of rule: Int) -> [LintFinding] {
    let records = cases[rule] ?? []
    let doors = tables.rules[rule].rungs.joined()
    var findings: [LintFinding] = []
    let places = records.map { ($0.condition, $0.condition.area ?? planArea(of: rule)) }
    func isReached(_ door: Door) -> Bool {
      places.contains { reach.reaches(door.goal, from: $0.0, in: $0.1) }
    }
    if !doors.contains(where: isReached), let witness = witness(of: rule) {
      let behind = reach.rows(behind: doors.map(\.goal), in: places.map(\.1))
      findings.append(finding(.leadsToNobody, rule, against: behind, witness: witness))
    }
    var named: Set<Int> = []
    for door in doors {
      guard case .function(let function) = door.goal, named.insert(function).inserted else {
        continue
      }
      let isHeld = places.contains { reach.isHeld(function, from: $0.0, in: $0.1) }
      if !isHeld, let witness = witness(of: rule) {
        let behind = reach.rows(behind: [door.goal], in: places.map(\.1))
        findings.append(
          finding(
            .functionWithoutHolder, rule, function: function, against: behind, witness: witness))
      }
    }
    return findings
  }

  /// The first question at which the rule speaks; of one that speaks nowhere, its first.
  private func witness(of rule: Int) -> Question? {
    var first: Question?
    for record in cases[rule] ?? [] {
      for question in roots(of: record) {
        if speaking(question, record.tier).contains(rule) { return question }
        first = first ?? question
      }
    }
    return first
  }

  private func planArea(of rule: Int) -> Int {
    tables.plans[tables.rules[rule].plan].area
  }

  /// The rules that are heard, the first first: in the fallback those too that are heard because no
  /// door before them is open round the clock.
  private func speaking(_ question: Question, _ tier: Tier) -> [Int] {
    guard tier == .fallback, question.function == nil else {
      let speakers = speakers(question, tier)
      return (speakers.first + speakers.added + speakers.generalRules.map(\.match)).map(\.rule)
    }
    let inquiry = homes.inquiry(question)
    var ledger = Ledger(moment: question.moment)
    var ladder = LadderBuilder(inquiry)
    var heard: [Int] = []
    index.visitFallback(inquiry, ledger: &ledger) { speakers, ledger in
      heard += (speakers.first + speakers.added).map(\.rule)
      ladder.add(speakers, tier: .fallback, ledger: &ledger)
      return ladder.hasDoorRoundTheClock
    }
    return heard
  }

  private func speakers(_ question: Question, _ tier: Tier) -> Speakers {
    let inquiry = homes.inquiry(question)
    var ledger = Ledger(moment: question.moment)
    if let function = inquiry.function {
      let matches = inquiry.matches(function: function, ledger: &ledger)
      return inquiry.speakers(of: matches, ledger: &ledger)
    }
    return index.speakers(inquiry, tier: tier, ledger: &ledger)
  }

  /// The questions that say just what a case says, one for each span of ages.
  private func roots(of record: CaseRecord) -> [Question] {
    let condition = record.condition
    let area = tables.areas[condition.area ?? planArea(of: record.rule)].row.id
    let least: Severity = record.tier == .serious ? .grave : .question
    var question = Question(
      asker: condition.asker, workplace: workplace(condition.work), place: area,
      function: condition.function.map { tables.functions[$0].row.id },
      severity: max(condition.severity, least), moment: Moment(day: day),
      wishes: condition.wish.map { [$0] } ?? [])
    var roots: [Question] = []
    for concern in concerns(of: condition) {
      question.concern = concern
      for age in ages(of: condition) {
        question.age = age
        roots.append(question)
      }
    }
    return roots
  }

  private func workplace(_ node: WorkNode) -> Question.Workplace? {
    switch node {
    case .anyone: nil
    case .unit(let unit): .unit(tables.units[unit].row.id)
    case .kind(let kind): .kind(tables.kinds[kind].row.id)
    }
  }

  /// A case for any concern may speak only where no narrower rule does: everyone is tried.
  private func concerns(of condition: Condition) -> [ID<Concern>?] {
    if let concern = condition.concern { return [tables.concerns[concern].row.id] }
    return [nil] + (condition.function == nil ? tables.concerns.map(\.row.id) : [])
  }

  private func ages(of condition: Condition) -> [Age?] {
    guard let range = condition.ages else { return [nil] + ageStarts.map { .years($0) } }
    let starts = Set(ageStarts + [max(range.from ?? 0, 0)]).sorted()
    return starts.map { Age.years($0) }.filter(range.contains)
  }
}
