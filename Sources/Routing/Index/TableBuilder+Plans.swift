import Registry

extension TableBuilder {
  package mutating func addPlans() {
    let rows = snapshot.plans.filter { areaNumbers[$0.area] != nil }.sorted { $0.key < $1.key }
    planNumbers = TableBuilder.numbers(rows.map(\.id))
    plans = rows.enumerated().map { number, row in
      PlanRecord(
        row: row, area: areaNumbers[row.area] ?? 0, line: firstVersion(of: number, in: rows))
    }
    for step in snapshot.steps.sorted(by: { ($0.position, $0.id) < ($1.position, $1.id) }) {
      planNumbers[step.plan].map { plans[$0].steps.append(step) }
    }
    let parties = Dictionary(grouping: snapshot.measureParties, by: \.measure)
    for measure in snapshot.measures.sorted(by: { ($0.position, $0.id) < ($1.position, $1.id) }) {
      guard let plan = planNumbers[measure.plan] else { continue }
      let responsible = (parties[measure.id] ?? []).sorted { $0.position < $1.position }
      plans[plan].measures.append(
        (measure, measure.concerns.compactMap { concernNumbers[$0] }, responsible.map(\.text)))
    }
  }

  private func firstVersion(of number: Int, in rows: [Plan]) -> Int {
    var seen: Set<Int> = [number]
    var current = number
    while let previous = rows[current].follows.flatMap({ planNumbers[$0] }),
      seen.insert(previous).inserted
    {
      current = previous
    }
    return current
  }

  package mutating func addRules() {
    let targets = Dictionary(grouping: snapshot.ruleTargets, by: \.rule)
    var ruleNumbers: [ID<Rule>: Int] = [:]
    for row in snapshot.rules.sorted(by: { ($0.key, $0.id) < ($1.key, $1.id) }) {
      guard let plan = planNumbers[row.plan] else { continue }
      ruleNumbers[row.id] = rules.count
      rules.append(
        RuleRecord(
          row: row, plan: plan, why: why(row, plans[plan].row),
          rungs: rungs(targets[row.id] ?? [])))
    }
    for line in snapshot.ruleCases.inOrder(by: { $0.id < $1.id }) {
      guard let rule = ruleNumbers[line.owner], let condition = condition(line) else { continue }
      let row = rules[rule].row
      let plan = plans[rules[rule].plan].row
      ruleCases.append(
        CaseRecord(
          rule: rule, condition: condition, tier: row.tier, level: plan.level.rank,
          documentDay: plan.day, ruleValid: row.valid, planValid: plan.valid))
    }
  }

  private func why(_ rule: Rule, _ plan: Plan) -> Why {
    let citation = rule.citation.flatMap { citations[$0] }
    return Why(
      rule: rule.key, text: rule.text, plan: Label(key: plan.key, text: plan.title),
      planDay: plan.day, section: citation?.section, quote: citation?.quote)
  }

  private func rungs(_ targets: [RuleTarget]) -> [[Door]] {
    let ordered = targets.sorted { ($0.rung, $0.door) < ($1.rung, $1.door) }
    let byRung = Dictionary(grouping: ordered, by: \.rung)
    return byRung.keys.sorted().map { rung in
      (byRung[rung] ?? []).compactMap { target in
        goal(target.target).map { Door(goal: $0, covers: target.covers) }
      }
    }
  }

  /// A target that is missing leads nowhere.
  private func goal(_ target: Target) -> Door.Goal? {
    switch target {
    case .function(let id): functionNumbers[id].map { .function($0) }
    case .organisation(let id): unitNumbers[id].map { .unit($0) }
    case .organisationKind(let id): kindNumbers[id].map { .kind($0) }
    case .offering(let id): offeringNumbers[id].map { .offering($0) }
    case .ownWorkplace(let words): .ownWorkplace(words)
    case .described(let words): .described(words)
    }
  }

  /// Whether what a notice is about is in the registry, where that can be hidden or withdrawn.
  private func isPresent(_ subject: Subject) -> Bool {
    let bits = subject.bits
    return switch subject.kind {
    case .area: areaNumbers[ID(bits: bits)] != nil
    case .organisation: unitNumbers[ID(bits: bits)] != nil
    case .organisationKind: kindNumbers[ID(bits: bits)] != nil
    case .function: functionNumbers[ID(bits: bits)] != nil
    case .designation: designationNumbers[ID(bits: bits)] != nil
    case .concern: concernNumbers[ID(bits: bits)] != nil
    case .plan: planNumbers[ID(bits: bits)] != nil
    case .offering: offeringNumbers[ID(bits: bits)] != nil
    case .person: snapshot.persons.contains { $0.id.bits == bits }
    case .channel: channels.contains { $0.row.id.bits == bits }
    case .rule: rules.contains { $0.row.id.bits == bits }
    case .step: snapshot.steps.contains { $0.id.bits == bits }
    case .notice: snapshot.notices.contains { $0.id.bits == bits }
    case .measure: snapshot.measures.contains { $0.id.bits == bits }
    case .source: snapshot.sources.contains { $0.id.bits == bits }
    case .areaKind: snapshot.areaKinds.contains { $0.id.bits == bits }
    case .readingMatter: snapshot.readingMatter.contains { $0.id.bits == bits }
    }
  }

  package mutating func addNotices() {
    let lines = Dictionary(
      grouping: snapshot.noticeCases.inOrder { $0.id < $1.id }, by: \.owner)
    var quotes: [[String]: Int] = [:]
    for row in snapshot.notices.sorted(by: { ($0.key, $0.id) < ($1.key, $1.id) }) {
      guard let plan = planNumbers[row.plan], row.about.map(isPresent) ?? true else { continue }
      let quoted = row.citation.flatMap { citations[$0]?.quote }.map { quote in
        let words = quote.split(whereSeparator: \.isWhitespace).map(String.init)
        let key = [row.kind.rawValue] + words
        let number = quotes[key] ?? quotes.count
        quotes[key] = number
        return number
      }
      notices.append(
        NoticeRecord(
          row: row, plan: plan, quoted: quoted,
          conditions: (lines[row.id] ?? []).compactMap { condition($0) }))
    }
  }
}
