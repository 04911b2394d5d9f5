import Foundation
import Registry
import SeedFiles
import Testing

/// Reads texts of seed files as tests write them.
enum Seeds {
  /// What most tests build on: a few concepts, two areas and a municipality.
  static let base = """
    seed: base
    source: {key: register, title: Et register, date: 2020-05-01}
    area-kinds: [{key: district, rank: 20, name: bydel}, {key: municipality, rank: 40,
        name: kommune}]
    organisation-kinds:
      - {key: public-body, name: offentlig organ}
      - {key: school, parent: public-body, name: skole}
      - {key: lower-secondary-school, parent: school, name: ungdomsskole}
      - {key: police, parent: public-body, name: politi}
    functions: [{key: slt-coordinator, name: SLT-koordinator}, {key: resource-person,
        name: ressursperson}]
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme}
      - {key: departure, parent: extremism, name: utreise, least-severity: grave}
    areas:
      - {key: "9901", kind: municipality, name: Tranvik, codes: [{scheme: kommune, code: "9901",
          from: 2020-01-01}, {scheme: kommune, code: "9801", until: 2020-01-01}]}
      - {key: "9902", kind: municipality, name: Nabovik}
      - {key: sentrum, kind: district, name: Sentrum, parents: "9901"}
    organisations:
      - {key: kommune-9901, name: Tranvik kommune, kind: public-body, serves: "9901"}
      - {key: kommune-9902, name: Nabovik kommune, kind: public-body, serves: "9902"}
      - {key: politiet, name: Politiet, kind: police, serves: ["9901", "9902"]}
    """

  /// The heading of a file of a plan.
  static let plan = """
    seed: plan
    plan: {key: p, level: municipality, area: "9901", title: Plan, date: 2021-03-01}

    """

  static func read(_ texts: [SeedText], existing: Snapshot = Snapshot()) throws(SeedFaults)
    -> SeedBundle
  {
    try SeedReader(existing: existing).read(texts)
  }

  /// The bundle of the base and those files, named `x.yaml`, `y.yaml` …
  static func load(_ yaml: String..., tables: [String: String] = [:]) throws(SeedFaults)
    -> SeedBundle
  {
    try read(texts(yaml, tables))
  }

  /// The faults of the base and that file as `line: key: sentence`, those of other files with path.
  static func faults(_ yaml: String, tables: [String: String] = [:]) -> [SeedFault] {
    do {
      _ = try read(texts([yaml], tables))
      return []
    } catch {
      return error.faults
    }
  }

  private static func texts(_ yaml: [String], _ tables: [String: String]) -> [SeedText] {
    let names = ["x.yaml", "y.yaml", "z.yaml"]
    return [SeedText(path: "base.yaml", text: base)]
      + zip(names, yaml).map { SeedText(path: $0, text: $1) }
      + tables.map { SeedText(path: $0.key, text: $0.value) }
  }

  /// Checks that a file has exactly the faults that its own comments announce.
  ///
  /// `# <- words` at the end of a line announces a fault on that line whose sentence or key holds
  /// those words, `# v words` one on the line below; `|` parts several.
  static func expectAnnounced(
    _ yaml: String, tables: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var left = faults(yaml, tables: tables)
    for (path, text) in [("x.yaml", yaml)] + tables.map({ ($0.key, $0.value) }) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let below = line.range(of: "# v ")
        guard let arrow = below ?? line.range(of: "# <- ") else { continue }
        let number = index + (below == nil ? 1 : 2)
        for words in line[arrow.upperBound...].split(separator: "|") {
          let wanted = words.trimmingCharacters(in: .whitespaces)
          let place = left.firstIndex { fault in
            fault.path == path && fault.line == number
              && "\(fault.key): \(fault.sentence)".contains(wanted)
          }
          if let place {
            left.remove(at: place)
          } else {
            Issue.record(
              "\(path), line \(number): no fault with “\(wanted)” among \(left)",
              sourceLocation: sourceLocation)
          }
        }
      }
    }
    #expect(left.isEmpty, "Faults that no comment announces.", sourceLocation: sourceLocation)
  }
}
