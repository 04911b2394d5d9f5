import Foundation
import Registry
import Analysis
import Routing
import SeedFiles
import Testing

/// Lint on an invented village: nothing found in it, and each planted fault found for what it is.
@Suite struct LintTests {
  static let day = Day(number: 20_605)  // 2026-06-01

  private static let village = """
    seed: lint
    area-kinds:
      - {key: municipality, rank: 40, name: kommune}
      - {key: police-district, rank: 70, name: politidistrikt}
    areas:
      - {key: pd, kind: police-district, name: Fjell politidistrikt}
      - {key: "9901", kind: municipality, name: Fjordvik, parents: pd}
    organisation-kinds: [{key: municipality, name: kommune}]
    functions:
      - {key: slt-coordinator, name: SLT-koordinator}
      - {key: resource-person, name: ressursperson}
      - {key: adviser, name: rådgiver}
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme}
      - {key: drugs, parent: worry, name: rus}
      - {key: exclusion, parent: worry, name: utenforskap}
    source: {key: oppdiktet, title: Oppdiktet, date: 2026-01-01}
    organisations:
      - {key: fjordvik, name: Fjordvik kommune, kind: municipality, serves: "9901",
         channels: [{phone: 25 00 08 01}]}
      - {key: stille, name: Det stille kontoret, kind: municipality, serves: "9901"}
    designations:
      - {function: slt-coordinator, organisation: fjordvik, channels: [{phone: 25 00 08 02}]}
      - {function: resource-person, organisation: fjordvik, channels: [{phone: 25 00 08 03}]}
    """

  private static func plan(_ seed: String, level: String = "municipality", _ rest: String) -> String
  {
    """
    seed: \(seed)
    plan: {key: \(seed), level: \(level), area: "\(level == "municipality" ? "9901" : "pd")",
           title: Plan \(seed), date: 2026-0\(seed == "plan" ? 1 : 2)-01}
    \(rest)
    """
  }

  private static let sound = plan(
    "plan",
    """
    rules:
      - {key: extremism, when: {concern: extremism}, text: T.,
         ladder: [{function: slt-coordinator}]}
      - {key: drugs, when: {concern: drugs}, text: T., ladder: [{function: resource-person}]}
      - {key: school, when: {concern: drugs, age: 6-15, asker: employee}, text: T.,
         ladder: [{own: Din leder}, {function: resource-person}]}
      - {key: rest, tier: fallback, text: T., ladder: [{organisation: fjordvik}]}
    """)

  /// A file with one fault, and what lint must say of it and nothing more.
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let kinds: [LintKind]
    var rule: String?
    var other: String?
    /// What stands against the plan, by its key; a word by its text.
    var against: [String] = []
    var testDescription: String { kinds[0].rawValue }
  }

  static let faults = [
    Fault(
      file: plan(
        "bad", level: "police-district",
        """
        rules:
          - {key: under, when: {concern: extremism, area: "9901"}, text: T.,
             ladder: [{organisation: fjordvik}]}
        """), kinds: [.shadowed], rule: "under", other: "extremism", against: ["extremism"]),
    Fault(
      file: plan(
        "bad",
        """
        rules:
          - {key: also-drugs, when: {concern: drugs}, text: T.,
             ladder: [{function: slt-coordinator}]}
        """), kinds: [.contradiction], rule: "also-drugs", other: "drugs", against: ["drugs"]),
    Fault(
      file: plan(
        "bad",
        """
        rules:
          - {key: silent, when: {concern: exclusion}, text: T., ladder: [{organisation: stille}]}
        """), kinds: [.leadsToNobody], rule: "silent", against: ["stille"]),
    Fault(
      file: plan(
        "bad",
        """
        rules:
          - {key: unheld, when: {concern: exclusion}, text: T.,
             ladder: [{function: adviser}, {organisation: fjordvik}]}
        """), kinds: [.functionWithoutHolder], rule: "unheld"),
    Fault(
      file: plan(
        "bad",
        """
        designations: [{function: adviser, organisation: fjordvik, holder: vacant}]
        rules:
          - {key: vacant, when: {concern: exclusion}, text: T.,
             ladder: [{function: adviser}, {organisation: fjordvik}]}
        """), kinds: [.functionWithoutHolder], rule: "vacant",
      against: ["fjordvik-adviser"]),
    Fault(
      file: """
        seed: bad
        plan: {key: bad, level: municipality, area: "9901", title: Plan, date: 2026-02-01,
               words: [{function: adviser, text: losen}]}
        """, kinds: [.planWordWithoutHolder]),
    Fault(
      file: """
        seed: bad
        plan: {key: bad, level: municipality, area: "9901", title: Plan, date: 2026-02-01,
               words: [{function: slt-coordinator, text: Ressursperson}]}
        """, kinds: [.wordOfTwoFunctions], against: ["ressursperson"]),
    Fault(
      file: plan(
        "bad",
        """
        designations:
          - {function: adviser, organisation: fjordvik, until: 2026-03-01,
             channels: [{phone: 25 00 08 04}]}
        """), kinds: [.seatEnded], against: ["fjordvik-adviser"]),
    Fault(
      file: plan(
        "bad",
        """
        measures:
          - {number: 1, title: Et tiltak, concerns: drugs, responsible: [Noen]}
          - {number: 2, title: Et annet, responsible: [Noen, {organisation: fjordvik}]}
        """), kinds: [.measureWithoutParty]),
  ]

  private func registry(_ files: [String]) throws -> (index: RoutingIndex, snapshot: Snapshot) {
    let texts = files.enumerated().map { number, text in
      SeedText(path: "\(number).yaml", bytes: Array(text.utf8))
    }
    let snapshot = try SeedReader(existing: Snapshot()).read(texts).snapshot
    return (RoutingIndex(compiling: snapshot), snapshot)
  }

  @Test("Nothing is found where nothing is wrong")
  func soundVillage() throws {
    let (index, snapshot) = try registry([LintTests.village, LintTests.sound])
    #expect(index.lint(snapshot, on: LintTests.day) == [])
  }

  @Test("Each planted fault is found once, with its rules and a question", arguments: faults)
  func planted(fault: Fault) throws {
    let (index, snapshot) = try registry([LintTests.village, LintTests.sound, fault.file])
    let findings = index.lint(snapshot, on: LintTests.day)
    #expect(findings.map(\.kind) == fault.kinds)
    let finding = try #require(findings.first)
    func key(_ rule: ID<Rule>?) -> String? { snapshot.rules.first { $0.id == rule }?.key }
    #expect(key(finding.rule) == fault.rule)
    #expect(key(finding.other) == fault.other)
    #expect(snapshot.plans.first { $0.id == finding.plan }?.key == "bad")
    #expect(finding.against.map { LintTests.key($0, in: snapshot) } == fault.against)
    switch finding.stated {
    case .rule(let rule): #expect(rule == finding.rule)
    case .name: #expect(LintTests.key(finding.stated, in: snapshot) == finding.word)
    case .designation(let seat): #expect(seat == finding.designation)
    case .measure(let measure): #expect(measure == finding.measure)
    case .organisation, .offering: Issue.record("A plan says no such thing.")
    }
    let witness = try #require(finding.witness)
    let answer = index.answer(witness)
    let mine = answer.ladder.filter { $0.why.rule == fault.rule }
    switch finding.kind {
    case .shadowed:
      #expect(mine.isEmpty)
      #expect(answer.ladder.contains { $0.why.rule == fault.other })
    case .contradiction:
      #expect(answer.warnings.contains(.sourcesDisagree))
      #expect(!mine.isEmpty && answer.ladder.contains { $0.why.rule == fault.other })
    case .leadsToNobody:
      #expect(!mine.isEmpty && !mine.contains { $0.contact.isOpen })
    case .functionWithoutHolder:
      #expect(!mine.contains { $0.contact.function?.key == "adviser" && $0.contact.isOpen })
    case .planWordWithoutHolder, .seatEnded:
      #expect(!answer.ladder.contains { $0.contact.function?.key == "adviser" })
    case .wordOfTwoFunctions:
      #expect(finding.word == "Ressursperson")
      var other = witness
      other.function = finding.otherFunction
      // The one word leads to two different seats.
      let seats = [answer, index.answer(other)].map { $0.ladder.first?.contact.designation }
      #expect(seats.allSatisfy { $0 != nil } && Set(seats).count == 2)
    case .measureWithoutParty:
      #expect(answer.measures.contains { $0.responsible == ["Noen"] })
    }
  }

  private static func key(_ row: LintRow, in snapshot: Snapshot) -> String? {
    switch row {
    case .rule(let id): snapshot.rules.first { $0.id == id }?.key
    case .name(let id): snapshot.names.first { $0.id == id }?.text
    case .designation(let id): snapshot.designations.first { $0.id == id }?.key
    case .organisation(let id): snapshot.organisations.first { $0.id == id }?.key
    case .offering(let id): snapshot.offerings.first { $0.id == id }?.key
    case .measure(let id): snapshot.measures.first { $0.id == id }?.key
    }
  }
}
