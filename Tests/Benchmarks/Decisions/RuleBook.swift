import Registry
import Routing

/// An invented registry of nothing but rules, 100 a municipality, with questions about them, and
/// the same rules as a plain table for what the index is measured against.
struct RuleBook {
  /// One cell of the plain table; -1 stands for anything.
  struct Line {
    let area: Int32
    let kind: Int32
    let concern: Int32
    let rule: Int32
  }

  struct Key: Hashable {
    let area: Int32
    let kind: Int32
    let concern: Int32
  }

  /// A question with its walks, for the scan.
  struct Asked {
    let question: Question
    let areas: [Int32]
    let kinds: [Int32]
    let concerns: [Int32]
    var key: Key { Key(area: areas[0], kind: kinds[0], concern: concerns[0]) }
  }

  static let rulesEach = 100
  private static let counties = 15
  private static let kindCount = 10
  private static let concernCount = 10

  private(set) var lines: [Line] = []
  private(set) var asked: [Asked] = []
  let index: RoutingIndex
  private(set) var table: [Key: Int32] = [:]

  init(rules: Int) {
    var writer = Writer()
    writer.write(municipalities: max(1, rules / RuleBook.rulesEach))
    lines = writer.lines
    index = RoutingIndex(compiling: writer.snapshot)
    table = Dictionary(
      lines.map { (Key(area: $0.area, kind: $0.kind, concern: $0.concern), $0.rule) },
      uniquingKeysWith: { first, _ in first })
    asked = writer.questions(RuleBook.askedCount)
  }

  /// So many that they spread over the whole of the largest table: a look-up among a million that
  /// goes to the same thousand entries again and again feels nothing of the other entries.
  private static let askedCount = 64_000

  /// The next thousand of the questions, in turn.
  func thousand(_ turn: Int) -> ArraySlice<Asked> {
    let start = turn * 1000 % asked.count
    return asked[start..<start + 1000]
  }

  /// The rule that a scan of every line finds: the narrowest workplace, then area, then concern.
  func scanned(_ asked: Asked) -> Int32 {
    var best = (Int.max, Int32(-1))
    for line in lines {
      guard let area = asked.areas.firstIndex(of: line.area),
        let kind = asked.kinds.firstIndex(of: line.kind),
        let concern = asked.concerns.firstIndex(of: line.concern)
      else { continue }
      let order = kind << 8 | area << 4 | concern
      if order < best.0 { best = (order, line.rule) }
    }
    return best.1
  }

  private struct Writer {
    var snapshot = Snapshot()
    var lines: [Line] = []
    var municipalities = 0
    private var random: UInt64 = 42
    private var lastID: UInt128 = 1 << 100

    /// Ids of numbered things, so that a number is enough to refer to one.
    private func id<Thing>(_ kind: UInt128, _ number: Int) -> ID<Thing> {
      ID(bits: kind << 64 | UInt128(number + 1))
    }

    private mutating func fresh<Thing>() -> ID<Thing> {
      lastID += 1
      return ID(bits: lastID)
    }

    private mutating func drawn(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(count))
    }

    mutating func write(municipalities count: Int) {
      municipalities = count
      let ranks = [40, 60, 90]
      for (number, rank) in ranks.enumerated() {
        snapshot.areaKinds.append(AreaKind(id: id(1, number), key: "kind-\(number)", rank: rank))
      }
      addArea(0, kind: 2, parent: nil)
      for county in 1...RuleBook.counties { addArea(county, kind: 1, parent: 0) }
      for number in 0..<count {
        let county = 1 + number % RuleBook.counties
        addArea(RuleBook.counties + 1 + number, kind: 0, parent: county)
      }
      snapshot.organisationKinds.append(OrganisationKind(id: id(3, 0), key: "unit"))
      for kind in 1...RuleBook.kindCount {
        snapshot.organisationKinds.append(
          OrganisationKind(id: id(3, kind), key: "unit-\(kind)", parent: id(3, 0)))
      }
      snapshot.concerns.append(Concern(id: id(4, 0), key: "worry"))
      for concern in 1...RuleBook.concernCount {
        snapshot.concerns.append(
          Concern(id: id(4, concern), key: "worry-\(concern)", parent: id(4, 0)))
        snapshot.concerns.append(
          Concern(
            id: id(4, 100 + concern), key: "worry-\(concern)-narrow", parent: id(4, concern)))
      }
      for area in 0...RuleBook.counties { addWideRules(area) }
      for number in 0..<count { addRules(RuleBook.counties + 1 + number) }
    }

    private mutating func addArea(_ number: Int, kind: Int, parent: Int?) {
      snapshot.areas.append(
        Area(id: id(2, number), key: "area-\(number)", kind: id(1, kind), valid: .always))
      if let parent {
        snapshot.areaParents.append(
          AreaParent(id: fresh(), area: id(2, number), parent: id(2, parent), valid: .always))
      }
    }

    private mutating func plan(of area: Int, _ level: PlanLevel) -> ID<Plan> {
      let plan: ID<Plan> = id(5, area)
      snapshot.plans.append(
        Plan(
          id: plan, key: "plan-\(area)", level: level, area: id(2, area), source: id(6, 0),
          title: "", day: Day(number: 19_000), period: .always, valid: .always))
      return plan
    }

    private mutating func addWideRules(_ area: Int) {
      let plan = plan(of: area, area == 0 ? .nation : .county)
      for concern in 0...RuleBook.concernCount {
        add(plan, area: area, kind: nil, concern: concern)
      }
    }

    private mutating func addRules(_ area: Int) {
      let plan = plan(of: area, .municipality)
      for kind in 1...RuleBook.kindCount {
        for concern in 1...RuleBook.concernCount {
          add(plan, area: area, kind: kind, concern: concern)
        }
      }
    }

    private mutating func add(_ plan: ID<Plan>, area: Int, kind: Int?, concern: Int) {
      let number = snapshot.rules.count
      let rule: ID<Rule> = id(7, number)
      snapshot.rules.append(
        Rule(
          id: rule, key: "r\(number)", plan: plan, tier: .ordinary, text: "", valid: .always))
      snapshot.ruleCases.append(
        RuleCase(
          id: fresh(), owner: rule, area: id(2, area), unitKind: kind.map { id(3, $0) },
          concern: id(4, concern)))
      lines.append(
        Line(
          area: Int32(area), kind: Int32(kind ?? -1), concern: Int32(concern),
          rule: Int32(number)))
    }

    /// Of every municipality alike, each about a narrow concern at a workplace.
    mutating func questions(_ count: Int) -> [Asked] {
      (0..<count).map { _ in
        let number = drawn(municipalities)
        let (kind, concern) = (1 + drawn(RuleBook.kindCount), 1 + drawn(RuleBook.concernCount))
        let area = RuleBook.counties + 1 + number
        let question = Question(
          asker: .employee, workplace: .kind(id(3, kind)), place: id(2, area),
          concern: id(4, 100 + concern), age: .years(15), severity: .mild,
          moment: Moment(day: Day(number: 20_000)))
        return Asked(
          question: question,
          areas: [Int32(area), Int32(1 + number % RuleBook.counties), 0, -1],
          kinds: [Int32(kind), 0, -1], concerns: [Int32(concern), 0, -1])
      }
    }
  }
}
