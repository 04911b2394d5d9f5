import Registry

/// A small generator with a printed seed, so that a failure can be met again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// An invented registry whose every rule ends in words of its own, so that an answer tells which
/// rule spoke.
struct RandomRegistry {
  var snapshot = Snapshot()
  private var generator: SeededGenerator
  private var lastID: UInt128 = 0

  let firstDay = Day(number: 18_000)
  private(set) var municipalities: [ID<Area>] = []
  private(set) var districts: [ID<Area>] = []

  /// - Parameter lives: whether what life makes of registries is added: see `live()`.
  init(seed: UInt64, rules: Int = 40, designations: Int = 30, lives: Bool = true) {
    generator = SeededGenerator(seed: seed)
    addAreas()
    addOrganisations()
    addConcerns()
    for level in [PlanLevel.municipality, .municipality, .municipality, .county, .nation] {
      addPlan(level)
    }
    for number in 0..<rules { addRule(number) }
    for number in 0..<designations { addDesignation(number, in: nil) }
    if lives { live() }
  }

  mutating func id<Subject>() -> ID<Subject> {
    lastID += 1
    return ID(bits: lastID)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  mutating func addArea(
    _ kind: AreaKind, _ parents: [ID<Area>], valid: DayRange = .always
  ) -> ID<Area> {
    let area = Area(id: id(), key: "area-\(snapshot.areas.count)", kind: kind.id, valid: valid)
    snapshot.areas.append(area)
    for parent in parents {
      snapshot.areaParents.append(
        AreaParent(id: id(), area: area.id, parent: parent, valid: valid))
    }
    return area.id
  }

  private mutating func addAreas() {
    let ranks = [
      ("district", 20), ("municipality", 40), ("county", 60), ("police", 70), ("country", 90),
    ]
    let kinds = ranks.map { AreaKind(id: id(), key: $0.0, rank: $0.1) }
    snapshot.areaKinds = kinds
    let country = addArea(kinds[4], [])
    let counties = (0..<2).map { _ in addArea(kinds[2], [country]) }
    let police = (0..<2).map { _ in addArea(kinds[3], [country]) }
    municipalities = (0..<4).map { number in
      addArea(kinds[1], [counties[number / 2], police[number % 2]])
    }
    districts = municipalities.flatMap { municipality in
      (0..<2).map { _ in addArea(kinds[0], [municipality]) }
    }
  }

  private mutating func addOrganisations() {
    var kinds: [OrganisationKind] = []
    for number in 0..<6 {
      let parent = number < 2 ? nil : kinds[(number - 2) / 2].id
      kinds.append(OrganisationKind(id: id(), key: "kind-\(number)", parent: parent))
    }
    snapshot.organisationKinds = kinds
    for number in 0..<10 {
      let organisation = Organisation(id: id(), key: "unit-\(number)")
      snapshot.organisations.append(organisation)
      snapshot.organisationForms.append(
        OrganisationForm(
          id: id(), organisation: organisation.id, kind: pick(kinds).id, valid: .always))
      if number >= 3 {
        snapshot.organisationParents.append(
          OrganisationParent(
            id: id(), organisation: organisation.id, parent: snapshot.organisations[number / 3].id,
            valid: .always))
      }
    }
    snapshot.functions = (0..<4).map { Function(id: id(), key: "function-\($0)") }
  }

  private mutating func addConcerns() {
    for number in 0..<9 {
      let parent = number < 2 ? nil : snapshot.concerns[(number - 1) / 3].id
      snapshot.concerns.append(Concern(id: id(), key: "concern-\(number)", parent: parent))
    }
  }

  private mutating func addPlan(_ level: PlanLevel) {
    let number = snapshot.plans.count
    let source = Source(id: id(), key: "source-\(number)", title: "Source \(number)")
    snapshot.sources.append(source)
    let area = level == .municipality ? municipalities[number % 4] : snapshot.areas[0].id
    snapshot.plans.append(
      Plan(
        id: id(), key: "plan-\(number)", level: level, area: area, source: source.id,
        title: "Plan \(number)", day: firstDay + number, period: .always, valid: .always))
  }

  private mutating func addRule(_ number: Int) {
    let plan = pick(snapshot.plans)
    let tier = pick(Tier.allCases)
    let valid =
      chance(0.2)
      ? DayRange(from: firstDay + 10, until: chance(0.5) ? firstDay + 20 : nil) : .always
    let rule = Rule(
      id: id(), key: "rule-\(number)", plan: plan.id, tier: tier, text: "Rule \(number)",
      valid: valid)
    snapshot.rules.append(rule)
    snapshot.ruleTargets.append(
      RuleTarget(
        id: id(), rule: rule.id, rung: 1, door: 1, target: .described(rule.key), covers: false))
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      addCase(of: rule, plan: plan)
    }
  }

  private mutating func addCase(of rule: Rule, plan: Plan) {
    let unit = chance(0.25) ? pick(snapshot.organisations).id : nil
    let kind = unit == nil && chance(0.4) ? pick(snapshot.organisationKinds).id : nil
    let from = Int.random(in: 0...20, using: &generator)
    let ages =
      chance(0.3)
      ? AgeRange(from: from, through: from + Int.random(in: 0...20, using: &generator)) : nil
    let severities: [Severity] =
      rule.tier == .serious ? [.grave, .acute] : [.question, .mild, .clarified, .grave]
    snapshot.ruleCases.append(
      RuleCase(
        id: id(), owner: rule.id,
        area: chance(0.3) ? pick(districts) : (chance(0.2) ? nil : plan.area), unit: unit,
        unitKind: kind, concern: chance(0.8) ? pick(snapshot.concerns).id : nil,
        asker: pick(Asker.allCases), severity: pick(severities), ages: ages,
        wish: chance(0.15) ? pick(Wish.allCases) : nil))
  }

  /// Adds a designation, in one of the areas when any are given, and tells which function it has.
  @discardableResult
  mutating func addDesignation(_ number: Int, in area: ID<Area>?) -> ID<Function> {
    let function = pick(snapshot.functions).id
    let designation = Designation(
      id: id(), key: "designation-\(number)", function: function,
      organisation: pick(snapshot.organisations).id, seat: 1, position: 1,
      holding: pick(Holding.allCases), visibility: .public, valid: .always)
    snapshot.designations.append(designation)
    snapshot.remits.append(
      Remit(
        id: id(), designation: designation.id, area: area ?? pick(snapshot.areas).id,
        unitKind: chance(0.3) ? pick(snapshot.organisationKinds).id : nil,
        concern: chance(0.3) ? pick(snapshot.concerns).id : nil, asker: .anyone,
        severity: .question))
    if chance(0.7) {
      let digits = "\(90_000_000 + number)"
      snapshot.channels.append(
        Channel(
          id: id(), key: "channel-\(number)", owner: .designation(designation.id), position: 1,
          kind: .phone, written: digits, canonical: "+47\(digits)", isUsable: true,
          audience: .anyone, hours: .unknown, visibility: .public, valid: .always))
    }
    return function
  }

  mutating func question() -> Question {
    let workplace: Question.Workplace? =
      chance(0.3)
      ? .unit(pick(snapshot.organisations).id)
      : (chance(0.4) ? .kind(pick(snapshot.organisationKinds).id) : nil)
    let age = Int.random(in: 0...45, using: &generator)
    return Question(
      asker: pick(Asker.allCases), workplace: workplace, place: pick(snapshot.areas).id,
      concern: pick(snapshot.concerns).id,
      function: chance(0.2) ? pick(snapshot.functions).id : nil,
      age: .years(age), severity: pick(Severity.allCases),
      moment: Moment(day: firstDay + Int.random(in: 0...30, using: &generator)),
      wishes: chance(0.3) ? [pick(Wish.allCases)] : [])
  }

  /// The same rows in another order, in every table.
  mutating func shuffled() -> Snapshot {
    var other = snapshot
    for table in SnapshotTable.all {
      for place in stride(from: table.count(other) - 1, to: 0, by: -1) {
        table.swap(&other, place, Int.random(in: 0...place, using: &generator))
      }
    }
    return other
  }
}
