import Registry
import Testing

@testable import Routing

/// What is missing narrows: a rule, a remit, a service or a notice never matches more because a row
/// that it names, or any other row, is not there.
@Suite struct MissingTests {
  /// Tables in which a row itself takes something away, so that without it more may match: with the
  /// rows that are left alone, and why.
  private static let exceptions: [String: @Sendable (Snapshot, Int) -> Bool] = [
    // Who is away is passed over; without the absence nobody is away.
    "absences": { _, _ in true },
    // One of several parts of a split: without it the rest reads as all.
    "areaSuccessions": { snapshot, row in
      let area = snapshot.areaSuccessions[row].area
      return snapshot.areaSuccessions.count { $0.area == area } > 1
    },
    // The only service of an organisation: one that states none serves where it lies.
    "organisationServices": { snapshot, row in
      let organisation = snapshot.organisationServices[row].organisation
      return snapshot.organisationServices.count { $0.organisation == organisation } == 1
    },
    // The nearest parent that holds: without it a later row says where the unit belongs.
    "organisationParents": { snapshot, row in
      let unit = snapshot.organisationParents[row].organisation
      return snapshot.organisationParents.count { $0.organisation == unit } > 1
    },
  ]

  @Test("Without any one row nothing matches that did not match before", arguments: 0..<6)
  func nothingWidens(number: UInt64) {
    let seed = (PropertyTests.seeds.first ?? 0) &+ number
    var registry = RandomRegistry.furnished(seed: seed, rules: 25)
    let whole = RoutingIndex(compiling: registry.snapshot)
    let questions = (0..<14).map { _ in registry.question() }
    let before = questions.map { Matched($0, in: whole) }
    for table in SnapshotTable.all {
      let rows = Array(0..<table.count(registry.snapshot)).filter {
        !(MissingTests.exceptions[table.name]?(registry.snapshot, $0) ?? false)
      }
      guard !rows.isEmpty else { continue }
      for row in Set((0..<4).map { _ in registry.pick(rows) }) {
        var snapshot = registry.snapshot
        table.remove(&snapshot, row)
        let index = RoutingIndex(compiling: snapshot)
        for (question, known) in zip(questions, before) {
          let more = Matched(question, in: index).beyond(known)
          #expect(more.isEmpty, "seed \(seed), \(table.name) \(row), \(question)")
        }
      }
    }
  }

  /// One town of which a district is named by everything that can name one.
  private func town(_ gone: (inout Snapshot) -> Void) throws -> (RoutingIndex, Snapshot) {
    var registry = RandomRegistry(seed: 3, rules: 0, designations: 0, lives: false)
    let district = registry.districts[0]
    let plan = registry.snapshot.plans[0]
    let rule = Rule(
      id: registry.id(), key: "district-rule", plan: plan.id, tier: .ordinary, text: "R",
      valid: .always)
    registry.snapshot.rules.append(rule)
    registry.snapshot.ruleCases.append(
      RuleCase(id: registry.id(), owner: rule.id, area: district))
    registry.snapshot.ruleTargets.append(
      RuleTarget(
        id: registry.id(), rule: rule.id, rung: 1, door: 1, target: .described("W"),
        covers: false))
    let notice = Notice(
      id: registry.id(), key: "district-notice", plan: plan.id, kind: .duty, text: "N",
      valid: .always)
    registry.snapshot.notices.append(notice)
    registry.snapshot.noticeCases.append(
      NoticeCase(id: registry.id(), owner: notice.id, area: district))
    registry.addDesignation(1, in: district)
    registry.snapshot.organisationServices.append(
      OrganisationService(
        id: registry.id(), organisation: registry.snapshot.organisations[0].id, area: district,
        valid: .always))
    gone(&registry.snapshot)
    return (RoutingIndex(compiling: registry.snapshot), registry.snapshot)
  }

  @Test func `a withdrawn district takes its rule, seat, service and notice with it`() throws {
    let (whole, snapshot) = try town { _ in }
    let district = try #require(snapshot.noticeCases.first?.area)
    let (narrowed, _) = try town { $0.areas.removeAll { $0.id == district } }
    let day = Day(number: 18_000)
    func told(_ index: RoutingIndex, _ place: ID<Area>) -> Bool {
      let answer = index.answer(
        Question(
          asker: .citizen, place: place, function: snapshot.designations[0].function,
          moment: Moment(day: day)))
      let plain = index.answer(
        Question(
          asker: .citizen, place: place, concern: snapshot.concerns[0].id,
          moment: Moment(day: day)))
      return answer.ladder.contains { $0.contact.designation != nil }
        || plain.ladder.contains { $0.why.rule == "district-rule" } || !plain.notices.isEmpty
    }
    #expect(told(whole, district))
    for area in snapshot.areas where area.id != district {
      #expect(!told(narrowed, area.id), "\(area.key)")
    }
    let kind = try #require(
      narrowed.tables.units.first { $0.statesServices }?.forms.first?.kind)
    #expect(narrowed.tables.unitsByArea[kind].areas.isEmpty)
  }

  @Test func `a question about a concern that is not here is not one about any`() {
    var registry = RandomRegistry.furnished(seed: 5)
    let index = RoutingIndex(compiling: registry.snapshot)
    var question = registry.question()
    question.concern = ID(bits: 1 << 100)
    let tables = index.tables
    let rules = index.answer(question).ladder.compactMap { rung in
      tables.rules.firstIndex { $0.row.key == rung.why.rule }
    }
    for rule in rules {
      #expect(tables.cases.cases.contains { $0.rule == rule && $0.condition.concern == nil })
    }
  }
}

/// Everything that matches a question, whether or not it is heard.
private struct Matched {
  private var rules: Set<ID<Rule>> = []
  private var seats: Set<ID<Designation>> = []
  private var units: Set<ID<Organisation>> = []
  private var notices: Set<ID<Notice>> = []
  private var offerings: Set<ID<Offering>> = []

  init(_ question: Question, in index: RoutingIndex) {
    let tables = index.tables
    let inquiry = Inquiry(question, in: tables)
    var ledger = Ledger(moment: question.moment)
    var matches = Tier.allCases.flatMap { tier in
      inquiry.matches(tier: tier, concernPath: inquiry.concernPath, ledger: &ledger)
    }
    if let function = inquiry.function {
      matches += inquiry.matches(function: function, ledger: &ledger)
    }
    if question.concern == nil, question.function == nil {
      matches += index.generalRules(inquiry, tier: .ordinary, ledger: &ledger).map(\.match)
    }
    rules = Set(matches.map { tables.rules[$0.rule].row.id })
    let ladder = LadderBuilder(inquiry)
    let resolver = ladder.resolver
    for number in tables.designations.indices {
      let fit = resolver.fit(of: number, tier: .ordinary, isAsked: false, ledger: &ledger)
      if fit != nil { seats.insert(tables.designations[number].row.id) }
    }
    for unit in tables.units.indices where resolver.service(of: unit, ledger: &ledger) != nil {
      units.insert(tables.units[unit].row.id)
    }
    let surroundings = Surroundings(inquiry: inquiry, ladder: ladder)
    for number in tables.notices.indices where surroundings.fits(notice: number) {
      notices.insert(tables.notices[number].row.id)
    }
    offerings = Set(surroundings.offerings(ledger: &ledger).map(\.id))
    for number in tables.offerings.indices {
      let door = resolver.provider(of: number, tier: .ordinary, ledger: &ledger)
      if door != nil { offerings.insert(tables.offerings[number].row.id) }
    }
  }

  /// What matches here and did not match there.
  func beyond(_ other: Matched) -> [String] {
    rules.subtracting(other.rules).map { "rule \($0)" }
      + seats.subtracting(other.seats).map { "seat \($0)" }
      + units.subtracting(other.units).map { "service \($0)" }
      + notices.subtracting(other.notices).map { "notice \($0)" }
      + offerings.subtracting(other.offerings).map { "offering \($0)" }
  }
}
