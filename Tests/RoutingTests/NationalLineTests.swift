import Registry
import Routing
import SeedFiles
import Testing

/// What a municipality's own ladder may not take away, and what answers when no concern is given.
@Suite struct NationalLineTests {
  private static let nation = """
    seed: nation
    plan: {key: nation, level: nation, area: land, title: Landet, date: 2026-01-01}
    area-kinds:
      - {key: municipality, rank: 40, name: kommune}
      - {key: country, rank: 90, name: land}
    areas:
      - {key: land, kind: country, name: Landet}
      - {key: "9901", kind: municipality, name: Fjordvik, parents: land}
    organisation-kinds: [{key: municipality, name: kommune}, {key: school, name: skole}]
    functions: [{key: adviser, name: rådgiver}]
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme}
      - {key: child-at-risk, parent: worry, name: barn i fare}
      - {key: violence-at-home, parent: worry, name: vold hjemme}
      - {key: drugs, parent: worry, name: rus}
      - {key: someone-to-talk-to, name: noen å snakke med}
    organisations:
      - {key: line, name: Linjen, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 01, hours: always}]}
      - {key: victims, name: For utsatte, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 02}]}
      - {key: experts, name: For fagfolk, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 03}]}
      - {key: hall, name: Rådhuset, kind: municipality, serves: "9901",
         channels: [{phone: 25 00 00 04}]}
      - {key: dead, name: Stengt, kind: municipality, serves: "9901",
         channels: [{phone: "25", unusable: true}]}
      - {key: children, name: For barn, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 05}]}
    rules:
      - {key: drugs, when: {concern: drugs}, text: T., ladder: [{organisation: line}]}
      - {key: home, when: {concern: violence-at-home}, text: T., ladder: [{organisation: line}]}
      - {key: home-victim, when: {concern: violence-at-home, asker: affected},
         text: T., ladder: [{organisation: victims}]}
      - {key: home-expert, when: {concern: violence-at-home, asker: employee},
         text: T., ladder: [{organisation: experts}]}
      - {key: inner, when: {concern: drugs, asker: employee},
         text: T., ladder: [{own: Din leder}, {organisation: experts}]}
      - {key: school, when: {concern: child-at-risk, workplace: school},
         text: T., ladder: [{organisation: experts}]}
      - {key: child, when: {concern: child-at-risk}, text: T., ladder: [{organisation: children}]}
      - {key: talk, when: {concern: someone-to-talk-to},
         text: T., ladder: [{organisation: line}, {organisation: victims}]}
      - {key: talk-child, when: {concern: someone-to-talk-to, age: -17},
         text: T., ladder: [{organisation: children}, {organisation: line}]}
      - {key: rest, tier: fallback, text: T., ladder: [{organisation: hall}]}
    """

  private static let head = """
    seed: own
    plan: {key: own, level: municipality, area: "9901", title: Plan, date: 2026-02-01}
    """

  /// The doors of the ordinary tier, those that follow as added in brackets.
  private func doors(
    _ rules: String, concern: String?, asker: Asker = .citizen, workplace: String? = nil,
    age: Int? = nil, minute: Int? = nil
  ) throws -> [String] {
    let own = rules.isEmpty ? "seed: own" : NationalLineTests.head + "\n" + rules
    let snapshot = try SeedReader(existing: Snapshot()).read([
      SeedText(path: "nation.yaml", text: NationalLineTests.nation),
      SeedText(path: "own.yaml", text: own),
    ]).snapshot
    let place = try #require(snapshot.areas.first { $0.key == "9901" }).id
    let kind = workplace.flatMap { key in snapshot.organisationKinds.first { $0.key == key }?.id }
    let answer = RoutingIndex(compiling: snapshot).answer(
      Question(
        asker: asker, workplace: kind.map { .kind($0) }, place: place,
        concern: concern.flatMap { key in snapshot.concerns.first { $0.key == key }?.id },
        age: age.map { .years($0) }, severity: .mild,
        moment: Moment(day: Day(number: 20_605), minute: minute)))
    return answer.ladder.filter { $0.tier == .ordinary }.map { rung in
      let name = rung.contact.organisation?.key ?? rung.contact.words ?? ""
      return rung.relation == .added ? "(\(name))" : name
    }
  }

  private func rule(_ concern: String, _ ladder: String, _ more: String = "") -> String {
    "rules:\n  - {key: r, when: {concern: \(concern)\(more)}, text: T., ladder: [\(ladder)]}"
  }

  @Test
  func `A local rule none of whose doors has a channel that works does not hide the nation's`()
    throws
  {
    let dead = rule("drugs", "{organisation: dead}, {function: adviser}")
    #expect(try doors(dead, concern: "drugs") == ["dead", "line"])
    let words = rule("drugs", "{words: Noen i kommunen}")
    #expect(try doors(words, concern: "drugs") == ["Noen i kommunen", "line"])
    let alive = rule("drugs", "{organisation: dead}, {organisation: hall}")
    #expect(try doors(alive, concern: "drugs") == ["dead", "hall"])
  }

  @Test(
    arguments: [
      (.affected, ["hall", "(victims)"]), (.employee, ["hall", "(experts)"]),
      (.manager, ["hall", "(experts)"]), (.citizen, ["hall"]), (.relative, ["hall"]),
    ] as [(Asker, [String])])
  func `A local ladder does not hide the line that is for this asker`(
    asker: Asker, expected: [String]
  ) throws {
    let local = rule("violence-at-home", "{organisation: hall}")
    #expect(try doors(local, concern: "violence-at-home", asker: asker) == expected)
    let named = rule(
      "violence-at-home", "{organisation: hall}", ", asker: [affected, employee, citizen]")
    #expect(try doors(named, concern: "violence-at-home", asker: asker) == expected)
  }

  @Test func `It does not hide the line for this workplace, nor repeat the way inside it`() throws {
    let local = rule("child-at-risk", "{organisation: hall}")
    #expect(
      try doors(local, concern: "child-at-risk", asker: .employee, workplace: "school")
        == ["hall", "(experts)"])
    #expect(try doors(local, concern: "child-at-risk", asker: .employee) == ["hall"])
    let drugs = rule("drugs", "{organisation: hall}")
    #expect(try doors(drugs, concern: "drugs", asker: .employee) == ["hall"])
  }

  @Test func `A gap makes way for an open door that covers it`() throws {
    let ladder = "{organisation: dead}, {organisation: line, covers: true}"
    #expect(try doors(rule("drugs", ladder), concern: "drugs", minute: 180) == ["line", "dead"])
    let plain = "{organisation: dead}, {organisation: line}"
    #expect(try doors(rule("drugs", plain), concern: "drugs", minute: 180) == ["dead", "line"])
  }

  @Test
  func `Without a concern the general doors, the worries and those to talk to answer in order`()
    throws
  {
    #expect(try doors("", concern: nil) == ["children", "line", "victims"])
    #expect(try doors("", concern: nil, age: 15) == ["children", "line"])
    let local = """
      rules:
        - {key: w, when: {concern: worry},
           text: T., ladder: [{organisation: dead}, {organisation: hall}, {organisation: experts}]}
        - {key: x, when: {concern: extremism},
           text: T., ladder: [{organisation: victims}, {organisation: experts}]}
      """
    #expect(
      try doors(local, concern: nil) == ["dead", "hall", "victims", "line"])
  }

  @Test func `A rule for a narrow concern never answers a question without one`() throws {
    let told = try doors(rule("drugs", "{organisation: hall}"), concern: nil)
    #expect(told == ["children", "line", "victims"])
  }
}
