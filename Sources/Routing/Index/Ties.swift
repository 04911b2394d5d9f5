package import Registry

/// Two rules of one plan of which no order says who speaks.
package struct RuleTie: Hashable, Sendable {
  package let rule: ID<Rule>
  package let other: ID<Rule>
}

extension RoutingIndex {
  /// Every pair of rules of one plan and tier that share a cell at some time; the loader refuses
  /// them.
  ///
  /// Cells are equal when area, workplace, concern, function, asker, severity, ages and wish are;
  /// nested cells are specificity and no tie.
  package static func ties(in snapshot: Snapshot) -> [RuleTie] {
    let rules = Dictionary(
      snapshot.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var owners: [Cell: [Rule]] = [:]
    var ties: Set<RuleTie> = []
    for line in snapshot.ruleCases.sorted(by: { $0.id < $1.id }) {
      guard let rule = rules[line.owner] else { continue }
      let cell = Cell(plan: rule.plan, tier: rule.tier, line: line)
      for other in owners[cell] ?? [] where other.id != rule.id {
        guard other.valid.overlaps(rule.valid) else { continue }
        ties.insert(RuleTie(rule: min(rule.id, other.id), other: max(rule.id, other.id)))
      }
      owners[cell, default: []].append(rule)
    }
    return ties.sorted { ($0.rule, $0.other) < ($1.rule, $1.other) }
  }

  private struct Cell: Hashable {
    let plan: ID<Plan>
    let tier: Tier
    let area: ID<Area>?
    let unit: ID<Organisation>?
    let unitKind: ID<OrganisationKind>?
    let concern: ID<Concern>?
    let function: ID<Function>?
    let asker: Asker
    let severity: Severity
    let from: Int?
    let last: Int?
    let wish: Wish?

    init(plan: ID<Plan>, tier: Tier, line: RuleCase) {
      self.plan = plan
      self.tier = tier
      area = line.area
      unit = line.unit
      unitKind = line.unitKind
      concern = line.concern
      function = line.function
      asker = line.asker
      severity = line.severity
      from = line.ages?.from
      last = line.ages?.last
      wish = line.wish
    }
  }
}
