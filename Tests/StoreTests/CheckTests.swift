import Registry
import SQL
import Store
import Testing

@Suite struct CheckTests {
  @Test("Every check finds what is planted for it and nothing else")
  func everyCheckFindsWhatIsPlantedForItAndNothingElse() async throws {
    let found = try await defects(CheckSample.faulty, withdrawing: CheckSample.withdrawal)
    let names = try SQLFiles.beside().checks.map(\.name)
    #expect(Set(CheckSample.expected.keys) == Set(names))
    for name in names {
      let sentences = found.filter { $0.check == name }.map(\.sentence)
      #expect(sentences == CheckSample.expected[name], "\(name)")
    }
  }

  @Test("A registry without fault has no defect")
  func aRegistryWithoutFaultHasNoDefect() async throws {
    let found = try await defects(CheckSample.sound)
    #expect(found == [])
  }

  @Test("The worst stands first and names its subject")
  func theWorstStandsFirstAndNamesItsSubject() async throws {
    let found = try await defects(CheckSample.faulty)
    #expect(found.first?.check == "rule-leads-nowhere")
    #expect(found.first?.subject == Subject(kind: .rule, bits: (Sample.id(2) as ID<Rule>).bits))
    #expect(found.map(\.severity) == found.map(\.severity).sorted())
  }

  @Test("Today is the day in Oslo when none is given")
  func todayIsTheDayInOsloWhenNoneIsGiven() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(CheckSample.faulty)
    let found = try await registry.reader.checks()
    #expect(found.contains { $0.check == "period-over" })
  }

  private func defects(
    _ planted: Planted, withdrawing script: String? = nil
  ) async throws -> [Defect] {
    let registry = try await TestRegistry.make()
    try await registry.load(planted)
    if let script { try await registry.run(script, as: "varde_editor") }
    return try await registry.reader.checks(on: Sample.today)
  }
}

/// A registry in which nothing is wrong, and the same with one fault for each check.
enum CheckSample {
  static var sound: Planted {
    var planted = Planted()
    planted.add(AreaKind(id: Sample.id(1), key: "municipality", rank: 30))
    planted.add(Area(id: Sample.id(1), key: "kommune-5001", kind: Sample.id(1), valid: .always))
    planted.add(OrganisationKind(id: Sample.id(1), key: "school"))
    planted.add(OrganisationKind(id: Sample.id(2), key: "upper", parent: Sample.id(1)))
    planted.add(Organisation(id: Sample.id(1), key: "skolen"))
    planted.add(
      OrganisationForm(
        id: Sample.id(1), organisation: Sample.id(1), kind: Sample.id(2), valid: .always))
    planted.add(Function(id: Sample.id(1), key: "slt"))
    planted.add(Source(id: Sample.id(1), key: "plan", title: "Plan"))
    planted.add(
      Plan(
        id: Sample.id(1), key: "plan", level: .municipality, area: Sample.id(1),
        source: Sample.id(1), title: "Plan", day: Sample.today,
        period: DayRange(from: Sample.today + -500, until: Sample.today + 1), valid: .always))
    planted.add(
      Name(
        id: Sample.id(1), subject: .function(Sample.id(1)), language: .bokmål, kind: .official,
        text: "SLT-koordinator", valid: .always))
    planted.add(seat(1, .unnamed, confirmedOn: Sample.today + (1 - Confirmation.daysHeld)))
    planted.add(
      phone(
        1, .designation(Sample.id(1)), confirmedOn: Sample.today + (1 - Confirmation.daysHeld)),
      phone(2, .organisation(Sample.id(1)), confirmedOn: Sample.today))
    planted.add(rule(1))
    planted.add(
      target(1, rule: 1, .function(Sample.id(1))),
      target(2, rule: 1, .organisationKind(Sample.id(1))),
      target(3, rule: 1, .organisation(Sample.id(1))))
    planted.add(
      Link(
        id: Sample.id(1), subject: .plan(Sample.id(1)), position: 1, text: "planen",
        url: "https://example.org", isUsable: true, valid: .always))
    return planted
  }

  static var faulty: Planted {
    var planted = sound
    planted.replace(
      Plan(
        id: Sample.id(1), key: "plan", level: .municipality, area: Sample.id(1),
        source: Sample.id(1), title: "Plan", day: Sample.today,
        period: DayRange(from: Sample.today + -500, until: Sample.today), valid: .always))
    planted.add(Organisation(id: Sample.id(2), key: "klubben"))
    planted.add(Organisation(id: Sample.id(3), key: "nedlagt"))
    planted.add(Function(id: Sample.id(2), key: "mentor"))
    planted.add(seat(2, .vacant, confirmedOn: Sample.today))
    planted.add(seat(3, .unknown, confirmedOn: Sample.today))
    planted.add(seat(4, .unnamed, confirmedOn: Sample.today + -Confirmation.daysHeld))
    planted.add(phone(4, .designation(Sample.id(4)), confirmedOn: nil))
    planted.add(
      Channel(
        id: Sample.id(5), key: "channel-5", owner: .organisation(Sample.id(1)), position: 2,
        kind: .phone, written: "2800", isUsable: false, audience: .anyone, hours: .unknown,
        visibility: .public, valid: .always, confirmedOn: Sample.today))
    planted.add(rule(2))
    planted.add(
      target(4, rule: 1, .organisation(Sample.id(2))),
      target(5, rule: 2, .function(Sample.id(2))),
      target(6, rule: 2, .organisation(Sample.id(3))))
    planted.add(
      Link(
        id: Sample.id(2), subject: .plan(Sample.id(1)), position: 2, text: "her",
        isUsable: false, valid: .always))
    planted.add(
      Doubt(id: Sample.id(1), subject: .plan(Sample.id(1)), reason: "Uklar eier."))
    addNamesakes(&planted)
    planted.add(
      Area(
        id: Sample.id(2), key: "ny-bydel", kind: Sample.id(1),
        valid: DayRange(from: Sample.today + 100)))
    planted.add(
      RuleCase(
        id: Sample.id(1), owner: Sample.id(1), area: Sample.id(2), asker: .anyone,
        severity: .question))
    planted.add(
      OrganisationService(
        id: Sample.id(1), organisation: Sample.id(1), area: Sample.id(2), valid: .always))
    return planted
  }

  /// What a load would have refused: the district goes, and what names it stays.
  static let withdrawal = """
    select varde.open_change(null, 'test', null);
    select varde.end_facts('area', array['\(Sample.text(2, Area.self))'::uuid],
      '\(Sample.today)');
    """

  static let expected: [String: [String]] = [
    "vacant-seat": ["SLT-koordinator at skolen is vacant."],
    "unknown-number": [
      "SLT-koordinator at skolen has no usable channel.", "klubben has no usable channel.",
      "nedlagt has no usable channel.",
    ],
    "unusable-channel": ["phone «2800» cannot be used as written."],
    "unconfirmed": [
      "channel channel-4 was never confirmed.",
      "designation designation-4 was last confirmed on 2025-03-01.",
    ],
    "doubt": ["Uklar eier."],
    "namesake": [
      "Kari Utenby has the name of another person of another file.",
      "kari  Utenby has the name of another person of another file.",
    ],
    "period-over": ["The period of «Plan» ended before 2026-03-01."],
    "link-without-address": ["The link «her» has no usable address."],
    "rule-leads-nowhere": ["The rule rule-2 leads nowhere: Derfor."],
    "names-what-is-missing": [
      "The service of the organisation skolen names the area ny-bydel, which is not shown: "
        + "it is left out.",
      "The condition of the rule rule-1 names the area ny-bydel, which is not shown: "
        + "it is left out.",
    ],
    "function-without-holder": ["Rules name mentor, and nobody holds it."],
  ]

  private static func addNamesakes(_ planted: inout Planted) {
    for (number, name) in [(5, "Kari Utenby"), (6, "kari  Utenby")] {
      planted.add(Person(id: Sample.id(number), key: "person-\(number)", visibility: .public))
      planted.add(PersonDetail(id: Sample.id(number), name: name))
      planted.add(
        Designation(
          id: Sample.id(number), key: "designation-\(number)", function: Sample.id(1),
          organisation: Sample.id(1), seat: number, position: 1, holding: .held,
          person: Sample.id(number), visibility: .public, valid: .always,
          confirmedOn: Sample.today))
      planted.add(phone(number + 5, .designation(Sample.id(number)), confirmedOn: Sample.today))
    }
  }

  private static func seat(_ number: Int, _ holding: Holding, confirmedOn: Day) -> Designation {
    Designation(
      id: Sample.id(number), key: "designation-\(number)", function: Sample.id(1),
      organisation: Sample.id(1), seat: number, position: 1, holding: holding,
      visibility: .public, valid: .always, confirmedOn: confirmedOn)
  }

  private static func phone(_ number: Int, _ owner: Subject, confirmedOn: Day?) -> Channel {
    Channel(
      id: Sample.id(number), key: "channel-\(number)", owner: owner, position: 1, kind: .phone,
      written: "02800", canonical: "02800", isUsable: true, audience: .anyone, hours: .always,
      visibility: .public, valid: .always, confirmedOn: confirmedOn)
  }

  private static func rule(_ number: Int) -> Rule {
    Rule(
      id: Sample.id(number), key: "rule-\(number)", plan: Sample.id(1), tier: .ordinary,
      text: "Derfor.", valid: .always)
  }

  private static func target(_ number: Int, rule: Int, _ target: Target) -> RuleTarget {
    RuleTarget(
      id: Sample.id(number), rule: Sample.id(rule), rung: number, door: 1, target: target,
      covers: false)
  }
}
