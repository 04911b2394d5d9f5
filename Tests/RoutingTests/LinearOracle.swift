import Registry

/// The design's total order, written as naively as possible over the bare rows: every case of every
/// rule is looked at, and nothing is indexed.
struct LinearOracle {
  let snapshot: Snapshot

  /// Key of the rule that speaks first in a tier; nil when none applies.
  func speaker(_ question: Question, tier: Tier) -> String? {
    var best: (order: [Int], key: String)?
    for line in snapshot.ruleCases {
      guard let rule = snapshot.rules.first(where: { $0.id == line.owner }), rule.tier == tier,
        rule.valid.contains(question.moment.day),
        let plan = snapshot.plans.first(where: { $0.id == rule.plan }),
        let order = order(of: line, plan: plan, question)
      else { continue }
      if let known = best {
        if known.order.lexicographicallyPrecedes(order) { continue }
        if known.order == order, known.key <= rule.key { continue }
      }
      best = (order, rule.key)
    }
    return best?.key
  }

  private func order(of line: RuleCase, plan: Plan, _ question: Question) -> [Int]? {
    guard let asker = question.asker, let severity = question.severity, let age = question.age,
      line.severity <= severity, line.ages?.contains(age) ?? true, line.function == nil,
      line.wish.map({ question.wishes.contains($0) }) ?? true,
      let work = workDistance(line, question), let area = areaDistance(line.area, question),
      let concern = concernDistance(line.concern, question),
      let askerDistance = asker.path.firstIndex(of: line.asker)
    else { return nil }
    return [
      plan.level.rank, line.wish == nil ? 1 : 0, work, area, concern, askerDistance,
      -line.severity.rank, line.ages?.width ?? 1000, -Int(plan.day.number),
    ]
  }

  private func workDistance(_ line: RuleCase, _ question: Question) -> Int? {
    var steps: [Int: (unit: ID<Organisation>?, kind: ID<OrganisationKind>?)] = [:]
    func addKinds(_ start: ID<OrganisationKind>?) {
      var kind = start
      while let current = kind {
        if !steps.values.contains(where: { $0.kind == current }) {
          steps[steps.count] = (nil, current)
        }
        kind = snapshot.organisationKinds.first { $0.id == current }?.parent
      }
    }
    switch question.workplace {
    case .unit(let start):
      var unit: ID<Organisation>? = start
      var line: [ID<Organisation>] = []
      while let current = unit {
        steps[steps.count] = (current, nil)
        line.append(current)
        unit = snapshot.organisationParents.first { $0.organisation == current }?.parent
      }
      for unit in line {
        addKinds(snapshot.organisationForms.first { $0.organisation == unit }?.kind)
      }
    case .kind(let kind): addKinds(kind)
    case nil: break
    }
    if line.unit == nil, line.unitKind == nil { return steps.count }
    return steps.first { $0.value.unit == line.unit && $0.value.kind == line.unitKind }?.key
  }

  private func areaDistance(_ area: ID<Area>?, _ question: Question) -> Int? {
    var found: [ID<Area>] = []
    func collect(_ start: ID<Area>) {
      for link in snapshot.areaParents where link.area == start && !found.contains(link.parent) {
        found.append(link.parent)
        collect(link.parent)
      }
    }
    collect(question.place)
    let ranked = found.sorted { rank($0) < rank($1) }
    guard let area else { return ranked.count + 1 }
    return ([question.place] + ranked).firstIndex(of: area)
  }

  private func rank(_ area: ID<Area>) -> Int {
    let kind = snapshot.areas.first { $0.id == area }?.kind
    return snapshot.areaKinds.first { $0.id == kind }?.rank ?? 0
  }

  private func concernDistance(_ concern: ID<Concern>?, _ question: Question) -> Int? {
    var path: [ID<Concern>] = []
    var next = question.concern
    while let current = next {
      path.append(current)
      next = snapshot.concerns.first { $0.id == current }?.parent
    }
    guard let concern else { return path.count }
    return path.firstIndex(of: concern)
  }
}
