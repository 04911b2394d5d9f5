import Registry
import Testing

@testable import Analysis
@testable import Routing

/// Rings of mergers and splits, and splits inside splits: answered, and in bounded work.
///
/// The loader and the database refuse rings; a snapshot that holds one all the same, from a file of
/// an older program, must not stop the node that starts from it.
@Suite struct RingTests {
  /// Haram is merged into Ålesund in 2020, which is split in 2024 into Haram and a new Ålesund.
  @Test(arguments: [false, true])
  func `a merger that was split back is answered on every day`(livesOn: Bool) throws {
    var registry = Rings()
    registry.area("haram", until: 2020, in: ["county"])
    registry.area("1507", from: 2020, until: 2024, in: ["county"])
    registry.area("1508", from: 2024, in: ["county"])
    registry.succession("haram", ["1507"], 2020)
    registry.succession("1507", ["haram", "1508"], 2024)
    if livesOn { registry.lies("haram", in: "1508", from: 2024) }
    registry.seat(in: "county")
    registry.seat(in: "1508")
    for place in ["haram", "1507", "1508"] { registry.expectAnswers(from: place) }
    // Both parts of what was split lie in the county where Haram lives on; nowhere both in 1508.
    #expect(registry.walk("1507", 2025) == (livesOn ? ["1507", "county"] : ["1507"]))
    #expect(registry.told(at: "1507", 2025) == (livesOn ? ["county"] : []))
    #expect(
      registry.walk("haram", 2025)
        == (livesOn ? ["haram", "1507", "1508", "county"] : ["haram", "1507"]))
    #expect(registry.told(at: "haram", 2019) == ["county"])
    #expect(registry.told(at: "1507", 2021) == ["county"])
    #expect(registry.told(at: "1508", 2025).contains("1508"))
  }

  @Test(arguments: [2, 3, 7, 40])
  func `a ring of splits with two successors each is answered on every day`(length: Int) {
    var registry = Rings()
    for number in 0..<length {
      registry.area("m\(number)", until: 2020 + number % 4, in: ["county"])
      registry.succession(
        "m\(number)", ["m\((number + 1) % length)", "m\((number * 2 + 1) % length)"],
        2020 + number % 4)
    }
    registry.area("left", from: 2020, in: ["county"])
    registry.succession("m0", ["left"], 2020)
    registry.seat(in: "county")
    for number in 0..<length { registry.expectAnswers(from: "m\(number)") }
    #expect(registry.walk("m0", 2025).first == "m0")
  }

  /// Walked once for each way, this would be two to the power of sixty walks.
  @Test func `splits inside splits are walked once each, and what all parts share is found`() {
    var registry = Rings()
    let depth = 60
    registry.area("end-a", in: ["county"])
    registry.area("end-b", in: ["county", "police"])
    for level in 0..<depth {
      for side in ["a", "b"] {
        registry.area("\(side)\(level)", until: 2020, in: [])
        let next = level + 1 < depth ? ["a\(level + 1)", "b\(level + 1)"] : ["end-a", "end-b"]
        registry.succession("\(side)\(level)", next, 2020)
      }
    }
    registry.seat(in: "county")
    registry.seat(in: "police")
    #expect(registry.walk("a0", 2021) == ["a0", "county"])
    #expect(registry.told(at: "a0", 2021) == ["county"])
    registry.expectAnswers(from: "b3")
  }

  @Test func `a part of a split that is not here shares nothing`() {
    var registry = Rings()
    registry.area("old", until: 2020, in: [])
    registry.area("one", from: 2020, in: ["county"])
    registry.succession("old", ["one", "gone"], 2020)
    registry.seat(in: "one")
    #expect(registry.walk("old", 2021) == ["old"])
    #expect(registry.told(at: "old", 2021) == [])
  }

  @Test func `rings of parents, kinds, units, concerns, plans and vias are answered`() {
    var registry = Rings()
    registry.area("a", in: ["b"])
    registry.area("b", in: ["a", "county"])
    registry.seat(in: "county")
    registry.tieEverything()
    registry.expectAnswers(from: "a")
    #expect(Set(registry.walk("a", 2021)) == ["a", "b", "county"])
    #expect(registry.told(at: "a", 2021) == ["county"])
  }

  @Test func `contacts that point to each other in many ways are told once each`() throws {
    var registry = Rings()
    registry.area("a", in: ["county"])
    registry.seat(in: "a")
    registry.tieChannels(count: 12)
    let answer = registry.answer("a", Rings.day(2021), "f")
    let channels = try #require(answer.ladder.first).contact.channels
    #expect(channels.count == 13)
    #expect(Set(channels.map(\.written)).count == channels.count)
    registry.expectAnswers(from: "a")
  }
}

/// A small registry made row by row, with whatever rings a test wants.
private struct Rings {
  var snapshot = Snapshot()
  private var last: UInt128 = 1000

  init() {
    snapshot.areaKinds = [
      AreaKind(id: ID(bits: 1), key: "municipality", rank: 40),
      AreaKind(id: ID(bits: 2), key: "county", rank: 60),
    ]
    snapshot.functions = [Function(id: ID(bits: 3), key: "f")]
    snapshot.organisationKinds = [OrganisationKind(id: ID(bits: 4), key: "k")]
    snapshot.concerns = [Concern(id: ID(bits: 5), key: "worry")]
    area("county", in: [], kind: 2)
    area("police", in: [], kind: 2)
    let plan = Plan(
      id: id(), key: "plan", level: .nation, area: Rings.area("county"), source: id(),
      title: "Plan", day: Rings.day(2019), period: .always, valid: .always)
    snapshot.plans = [plan]
    let rule = Rule(
      id: id(), key: "rule", plan: plan.id, tier: .ordinary, text: "R", valid: .always)
    snapshot.rules = [rule]
    snapshot.ruleCases = [RuleCase(id: id(), owner: rule.id)]
    snapshot.ruleTargets = [
      RuleTarget(
        id: id(), rule: rule.id, rung: 1, door: 1, target: .function(ID(bits: 3)), covers: false)
    ]
  }

  mutating func id<Row>() -> ID<Row> {
    last += 1
    return ID(bits: last)
  }

  static func day(_ year: Int) -> Day { Day("\(year)-01-01") ?? Day(number: 0) }

  static func area(_ key: String) -> ID<Area> {
    ID(bits: key.utf8.reduce(UInt128(7)) { $0 * 257 + UInt128($1) })
  }

  mutating func area(
    _ key: String, from: Int? = nil, until: Int? = nil, in parents: [String], kind: UInt128 = 1
  ) {
    let valid = DayRange(from: from.map(Rings.day), until: until.map(Rings.day))
    snapshot.areas.append(
      Area(id: Rings.area(key), key: key, kind: ID(bits: kind), valid: valid))
    for parent in parents {
      snapshot.areaParents.append(
        AreaParent(id: id(), area: Rings.area(key), parent: Rings.area(parent), valid: valid))
    }
  }

  mutating func lies(_ key: String, in parent: String, from: Int) {
    snapshot.areaParents.append(
      AreaParent(
        id: id(), area: Rings.area(key), parent: Rings.area(parent),
        valid: DayRange(from: Rings.day(from))))
  }

  mutating func succession(_ key: String, _ successors: [String], _ year: Int) {
    for successor in successors {
      snapshot.areaSuccessions.append(
        AreaSuccession(
          id: id(), area: Rings.area(key), successor: Rings.area(successor),
          day: Rings.day(year)))
    }
  }

  /// A seat of the one function with a number of its own.
  mutating func seat(in key: String) {
    let organisation = Organisation(id: id(), key: "unit-\(key)")
    snapshot.organisations.append(organisation)
    snapshot.organisationForms.append(
      OrganisationForm(
        id: id(), organisation: organisation.id, kind: ID(bits: 4), valid: .always))
    let seat = Designation(
      id: id(), key: "seat-\(key)", function: ID(bits: 3), organisation: organisation.id, seat: 1,
      position: 1, holding: .unnamed, visibility: .public, valid: .always)
    snapshot.designations.append(seat)
    snapshot.remits.append(
      Remit(
        id: id(), designation: seat.id, area: Rings.area(key), asker: .anyone,
        severity: .question))
    channel(of: .designation(seat.id), "number of \(key)")
  }

  mutating func channel(
    of owner: Subject, _ written: String, via: ID<Organisation>? = nil,
    seat: ID<Designation>? = nil
  ) {
    snapshot.channels.append(
      Channel(
        id: id(), key: "channel-\(snapshot.channels.count)", owner: owner,
        position: snapshot.channels.count, kind: .phone, written: written,
        canonical: written.isEmpty ? nil : written, isUsable: true, audience: .anyone,
        hours: .unknown, viaOrganisation: via, viaDesignation: seat, visibility: .public,
        valid: .always))
  }

  /// Every other tree bites its own tail, and so do the contacts.
  mutating func tieEverything() {
    let kinds: [ID<OrganisationKind>] = [ID(bits: 4), id()]
    snapshot.organisationKinds = [
      OrganisationKind(id: kinds[0], key: "k", parent: kinds[1]),
      OrganisationKind(id: kinds[1], key: "l", parent: kinds[0]),
    ]
    let other: ID<Concern> = id()
    snapshot.concerns = [
      Concern(id: ID(bits: 5), key: "worry", parent: other),
      Concern(id: other, key: "need", parent: ID(bits: 5)),
    ]
    let unit = Organisation(id: id(), key: "upper")
    snapshot.organisations.append(unit)
    let first = snapshot.organisations[0].id
    for (child, parent) in [(first, unit.id), (unit.id, first)] {
      snapshot.organisationParents.append(
        OrganisationParent(id: id(), organisation: child, parent: parent, valid: .always))
    }
    let plan = snapshot.plans[0]
    snapshot.plans[0] = Plan(
      id: plan.id, key: plan.key, level: plan.level, area: plan.area, source: plan.source,
      title: plan.title, day: plan.day, period: .always, valid: .always, follows: plan.id)
    tieChannels(count: 3)
  }

  /// Units that all point to each other and to the seat, each with a number of its own.
  mutating func tieChannels(count: Int) {
    let units = (0..<count).map { number in Organisation(id: id(), key: "tied-\(number)") }
    snapshot.organisations += units
    let seat = snapshot.designations[0].id
    for unit in units {
      channel(of: .designation(seat), "", via: unit.id)
      channel(of: .organisation(unit.id), "number of \(unit.key)")
      for other in units { channel(of: .organisation(unit.id), "", via: other.id) }
      channel(of: .organisation(unit.id), "", seat: seat)
    }
  }

  func answer(_ place: String, _ day: Day, _ function: String? = nil) -> Answer {
    RoutingIndex(compiling: snapshot).answer(question(place, day, asked: function != nil))
  }

  private func question(_ place: String, _ day: Day, asked: Bool) -> Question {
    Question(
      asker: .citizen, place: Rings.area(place), concern: ID(bits: 5),
      function: asked ? ID(bits: 3) : nil, moment: Moment(day: day))
  }

  func walk(_ place: String, _ year: Int) -> [String] {
    let tables = RoutingIndex(compiling: snapshot).tables
    return tables.areaNumbers[Rings.area(place)].map { number in
      tables.areaWalk(from: number, on: Rings.day(year)).map { tables.areas[$0].row.key }
    } ?? []
  }

  /// The areas of the seats that are told.
  func told(at place: String, _ year: Int) -> [String] {
    answer(place, Rings.day(year)).ladder.compactMap(\.contact.area)
  }

  /// Everything that walks is asked on both sides of every change.
  func expectAnswers(from place: String) {
    let index = RoutingIndex(compiling: snapshot)
    let space = QuestionSpace(
      places: [Rings.area(place)], askers: [.citizen], workplaces: [nil, ID(bits: 4)],
      concerns: [ID(bits: 5), nil], ages: [nil], severities: [.mild])
    let days = (2019...2025).flatMap { [Rings.day($0), Rings.day($0) + -1] }
    for day in days {
      for asked in [false, true] {
        #expect(!index.answer(question(place, day, asked: asked)).ladder.isEmpty)
      }
      #expect(index.coverage(of: space, on: day).questions.total == space.count)
      _ = index.questions(in: Rings.area(place), on: day)
    }
    _ = index.lint(snapshot, on: Rings.day(2025))
    _ = index.municipalities(in: Rings.area("county"), on: Rings.day(2025))
    let changed = difference(
      from: Viewpoint(index: index, moment: Moment(day: Rings.day(2019))),
      to: Viewpoint(index: index, moment: Moment(day: Rings.day(2025))), of: space, in: .bokmål)
    #expect(changed.changed + changed.unchanged == space.count)
  }
}
