import Registry

/// The design's total order, written as naively as possible over the bare rows: every case of every
/// rule is looked at, and nothing is indexed.
struct LinearOracle {
  let snapshot: Snapshot

  /// Key of the rule that speaks first in a tier; nil when none applies.
  func speaker(_ question: Question, tier: Tier) -> String? {
    var best: (order: [Int], key: String)?
    let walk = OutwardWalk(snapshot, on: question.moment.day).from(question.place)
    for line in snapshot.ruleCases {
      guard let rule = snapshot.rules.first(where: { $0.id == line.owner }), rule.tier == tier,
        rule.valid.contains(question.moment.day),
        let plan = snapshot.plans.first(where: { $0.id == rule.plan }),
        plan.valid.contains(question.moment.day),
        snapshot.areas.contains(where: { $0.id == plan.area }),
        let order = order(of: line, plan: plan, question, walk)
      else { continue }
      if let known = best {
        if known.order.lexicographicallyPrecedes(order) { continue }
        if known.order == order, known.key <= rule.key { continue }
      }
      best = (order, rule.key)
    }
    return best?.key
  }

  private func order(
    of line: RuleCase, plan: Plan, _ question: Question, _ walk: [ID<Area>]
  ) -> [Int]? {
    guard let asker = question.asker, let severity = question.severity, let age = question.age,
      line.severity <= severity, line.ages?.contains(age) ?? true, line.function == nil,
      line.wish.map({ question.wishes.contains($0) }) ?? true,
      let work = workDistance(line, question), let area = areaDistance(line.area, walk),
      let concern = concernDistance(line.concern, question),
      let askerDistance = asker.path.firstIndex(of: line.asker)
    else { return nil }
    return [
      plan.level.rank, line.wish == nil ? 1 : 0, work, area, concern, askerDistance,
      -line.severity.rank, line.ages?.width ?? 1000, -Int(plan.day.number),
    ]
  }

  private func workDistance(_ line: RuleCase, _ question: Question) -> Int? {
    let day = question.moment.day
    var steps: [(unit: ID<Organisation>?, kind: ID<OrganisationKind>?)] = []
    func addKinds(_ start: ID<OrganisationKind>) {
      var next = snapshot.organisationKinds.first { $0.id == start }
      while let kind = next {
        if !steps.contains(where: { $0.kind == kind.id }) { steps.append((nil, kind.id)) }
        next = snapshot.organisationKinds.first { $0.id == kind.parent }
      }
    }
    switch question.workplace {
    case .unit(let start):
      var units: [ID<Organisation>] = []
      var unit = snapshot.organisations.first { $0.id == start }?.id
      while let current = unit, !units.contains(current) {
        units.append(current)
        let link = snapshot.organisationParents.first {
          $0.organisation == current && $0.valid.contains(day)
        }
        unit = snapshot.organisations.first { $0.id == link?.parent }?.id
      }
      steps = units.map { ($0, nil) }
      for unit in units {
        for form in snapshot.organisationForms
        where form.organisation == unit && form.valid.contains(day) {
          addKinds(form.kind)
        }
      }
    case .kind(let kind): addKinds(kind)
    case nil: break
    }
    if line.unit == nil, line.unitKind == nil { return steps.count }
    return steps.firstIndex { $0.unit == line.unit && $0.kind == line.unitKind }
  }

  private func areaDistance(_ area: ID<Area>?, _ walk: [ID<Area>]) -> Int? {
    guard let area else { return walk.count }
    return walk.firstIndex(of: area)
  }

  private func concernDistance(_ concern: ID<Concern>?, _ question: Question) -> Int? {
    var path: [ID<Concern>] = []
    var next = snapshot.concerns.first { $0.id == question.concern }
    while let current = next {
      path.append(current.id)
      next = snapshot.concerns.first { $0.id == current.parent }
    }
    guard let concern else { return path.count }
    return path.firstIndex(of: concern)
  }
}
