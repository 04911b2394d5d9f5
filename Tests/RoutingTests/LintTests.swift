import Foundation
import Registry
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
        """), kinds: [.shadowed], rule: "under", other: "extremism"),
    Fault(
      file: plan(
        "bad",
        """
        rules:
          - {key: also-drugs, when: {concern: drugs}, text: T.,
             ladder: [{function: slt-coordinator}]}
        """), kinds: [.contradiction], rule: "also-drugs", other: "drugs"),
    Fault(
      file: plan(
        "bad",
        """
        rules:
          - {key: silent, when: {concern: exclusion}, text: T., ladder: [{organisation: stille}]}
        """), kinds: [.leadsToNobody], rule: "silent"),
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
        """), kinds: [.functionWithoutHolder], rule: "vacant"),
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
        """, kinds: [.wordOfTwoFunctions]),
    Fault(
      file: plan(
        "bad",
        """
        designations:
          - {function: adviser, organisation: fjordvik, until: 2026-03-01,
             channels: [{phone: 25 00 08 04}]}
        """), kinds: [.seatEnded]),
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
      #expect(finding.otherFunction != nil && finding.otherFunction != finding.function)
    case .measureWithoutParty:
      #expect(answer.measures.contains { $0.responsible == ["Noen"] })
    }
  }
}
