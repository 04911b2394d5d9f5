import Registry
import Analysis
import Routing
import SeedFiles
import Testing

/// A small invented village in which one thing alone decides what a question comes to, and the
/// counts as a person works them out.
struct CoveragePlant: Sendable, CustomTestStringConvertible {
  let what: String
  /// Whose plan it is: that of Fjordvik, or of the nation.
  var level = "municipality"
  /// Sections of the plan's file.
  let planted: String
  /// Whether the nation has a fallback for everybody, open round the clock.
  var hasCatchAll = true
  var places = ["9901"]
  var askers: [Asker] = [.citizen]
  /// Nil is a question without a workplace.
  var workplaces: [String?] = [nil]
  var concerns: [String?] = ["drugs"]
  var ages: [Age?] = [.years(15)]
  var severities: [Severity] = [.mild]
  let expected: [Reach: Int]
  /// Minutes of the week; empty where hours decide nothing.
  var minutes: [Reach: Int] = [:]

  var testDescription: String { what }

  /// A Monday.
  static let day = Day(number: 20_605)  // 2026-06-01
  static let everyWorkplace = [nil, "school", "lower-school", "club", "municipality"]
  static let everyConcern = ["worry", "extremism", "recruitment", "drugs", "departure", nil]

  private static let village = """
    seed: nation
    plan: {key: nation, level: nation, area: land, title: Landet, date: 2026-01-01}
    area-kinds:
      - {key: district, rank: 20, name: bydel}
      - {key: municipality, rank: 40, name: kommune}
      - {key: county, rank: 60, name: fylke}
      - {key: police-district, rank: 70, name: politidistrikt}
      - {key: country, rank: 90, name: land}
    areas:
      - {key: land, kind: country, name: Landet}
      - {key: "99", kind: county, name: Fylket, parents: land}
      - {key: pd, kind: police-district, name: Politidistriktet, parents: land}
      - {key: "9901", kind: municipality, name: Fjordvik, parents: ["99", pd]}
      - {key: "9902", kind: municipality, name: Dalvik, parents: ["99", pd]}
      - {key: "990101", kind: district, name: Nord, parents: "9901"}
      - {key: "990102", kind: district, name: Sør, parents: "9901"}
      - {key: "990201", kind: district, name: Øst, parents: "9902"}
      - {key: "990202", kind: district, name: Vest, parents: "9902"}
    organisation-kinds:
      - {key: municipality, name: kommune}
      - {key: school, name: skole}
      - {key: lower-school, parent: school, name: ungdomsskole}
      - {key: club, name: klubb}
    functions:
      - {key: coordinator, name: koordinator}
      - {key: adviser, name: rådgiver}
    concerns:
      - {key: worry, name: bekymring}
      - {key: extremism, parent: worry, name: ekstremisme}
      - {key: recruitment, parent: extremism, name: rekruttering}
      - {key: drugs, parent: worry, name: rus}
      - {key: departure, parent: worry, name: utreise, least-severity: grave}
    organisations:
      - {key: watch, name: Vakten, kind: municipality, serves: land,
         channels: [{phone: 25 00 00 01, hours: always}]}
    """
  private static let catchAll = """
    rules:
      - {key: rest, tier: fallback, text: T., ladder: [{organisation: watch}]}
    """

  /// Sections that many plants have: Fjordvik's office, and a house there, with a number.
  static let office = """
    organisations:
      - {key: office, name: Kontoret, kind: municipality, serves: "9901",
         channels: [{phone: 25 00 00 02}]}
    """
  static let house = """
    organisations:
      - {key: house, name: Huset, kind: club, serves: "9901",
         channels: [{phone: 25 00 00 02}]}
    """
  static let houseForEmployees = """
    organisations:
      - {key: house, name: Huset, kind: club, serves: "9901",
         channels: [{phone: 25 00 00 02, for: employee}]}
    """
  /// One rule, which leads to the seat or the offering that is planted.
  static let adviserRule = """
    rules:
      - {key: r, text: T., ladder: [{function: adviser}]}
    """
  static let offeringRule = """
    rules:
      - {key: r, text: T., ladder: [{offering: talk}]}
    """

  /// The village and what is planted in it, compiled.
  func index() throws -> (index: RoutingIndex, snapshot: Snapshot) {
    let area = level == "municipality" ? "\"9901\"" : "land"
    let plan = """
      seed: plant
      plan: {key: plant, level: \(level), area: \(area), title: Plan, date: 2026-02-01}
      \(planted)
      """
    let snapshot = try SeedReader(existing: Snapshot()).read([
      SeedText(
        path: "village.yaml",
        text: CoveragePlant.village + (hasCatchAll ? "\n" + CoveragePlant.catchAll : "")),
      SeedText(path: "plant.yaml", text: plan),
    ]).snapshot
    return (RoutingIndex(compiling: snapshot), snapshot)
  }

  func space(in snapshot: Snapshot) throws -> QuestionSpace {
    QuestionSpace(
      places: try places.map { key in
        try #require(snapshot.areas.first { $0.key == key }?.id)
      },
      askers: askers,
      workplaces: try workplaces.map { key in
        guard let key else { return nil }
        return try #require(snapshot.organisationKinds.first { $0.key == key }?.id)
      },
      concerns: try concerns.map { key in
        guard let key else { return nil }
        return try #require(snapshot.concerns.first { $0.key == key }?.id)
      },
      ages: ages, severities: severities)
  }
}

extension ReachTally {
  init(_ counts: [Reach: Int]) {
    self.init()
    for (reach, count) in counts { self[reach] = count }
  }
}
