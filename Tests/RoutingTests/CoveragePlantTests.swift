import Registry
import Analysis
import Routing
import Testing

/// Coverage of villages in which one thing decides, counted by hand: a fault in the part of the
/// survey that sees it is found in every run, and not by a lucky seed.
@Suite struct CoveragePlantTests {
  @Test("What one thing decides is counted as a person counts it", arguments: CoveragePlant.all)
  func planted(plant: CoveragePlant) throws {
    let (index, snapshot) = try plant.index()
    let space = try plant.space(in: snapshot)
    let coverage = index.coverage(of: space, on: CoveragePlant.day)
    #expect(coverage.questions == ReachTally(plant.expected))
    #expect(coverage.minutes == ReachTally(plant.minutes))
    let oracle = CoverageOracle(
      index: index, space: space, day: CoveragePlant.day, comment: "\(plant.what)")
    oracle.expectExact()
    oracle.expectExactWeek()
  }

  /// The same questions among all others: what stands beside a plant must not hide it.
  @Test("What one thing decides is still told apart beside everything else that can be asked")
  func amongOthers() throws {
    for plant in CoveragePlant.all where plant.minutes.isEmpty {
      let (index, snapshot) = try plant.index()
      var space = try plant.space(in: snapshot)
      space.askers = [.citizen, .relative, .employee, .manager]
      space.severities = [.mild, .grave, .acute]
      space.ages = [.years(0), .years(15), .years(20), nil]
      CoverageOracle(
        index: index, space: space, day: CoveragePlant.day, comment: "\(plant.what)"
      ).expectExact()
    }
  }

  @Test("The questions of a municipality are every value of every dimension")
  func everyValue() throws {
    let (index, snapshot) = try CoveragePlant.ages[0].index()
    let place = try #require(snapshot.areas.first { $0.key == "9901" })
    let space = index.questions(in: place.id, on: CoveragePlant.day)
    let places = space.places.map { id in snapshot.areas.first { $0.id == id }?.key }
    #expect(places == ["9901", "990101", "990102"])
    #expect(Set(space.askers) == Set(Asker.allCases))
    #expect(Set(space.workplaces) == Set(snapshot.organisationKinds.map(\.id) + [nil]))
    #expect(Set(space.concerns) == Set(snapshot.concerns.map(\.id) + [nil]))
    #expect(Set(space.ages) == Set((0...120).map { .years($0) } + [.unborn, nil]))
    #expect(Set(space.severities) == Set(Severity.allCases))
    #expect(space.count == 3 * 12 * 5 * 6 * 123 * 5)
  }

  private static let local = """
    organisations:
      - {key: board, name: Sentralbordet, kind: municipality, serves: "9901",
         channels: [{phone: 25 00 00 02, hours: always}]}

    """

  private static let catchAll = """
    rules:
      - {key: rest-here, tier: fallback, text: T., ladder: [{organisation: board}]}

    """

  @Test(
    "Cells that only the catch-all holds are never counted as covered",
    arguments: [
      (catchAll, Reach.fallbackOnly),
      // Named above the catch-all by a role in words, an empty seat or a dead number.
      (catchAll + "  - {key: r, text: T., ladder: [{own: Din leder}]}", .fallbackOnly),
      (
        catchAll + """
            - {key: r, text: T., ladder: [{function: adviser}]}
          designations:
            - {function: adviser, organisation: board, holder: vacant,
               channels: [{phone: 25 00 00 03}]}
          """, .fallbackOnly
      ),
      (
        catchAll + """
            - {key: r, text: T., ladder: [{function: adviser}]}
          designations: [{function: adviser, organisation: board, holder: unknown}]
          """, .numberUnknown
      ),
    ])
  func catchAllOnly(rules: String, reach: Reach) throws {
    let plant = CoveragePlant(what: "", planted: Self.local + rules, expected: [:])
    let (index, snapshot) = try plant.index()
    let place = try #require(snapshot.areas.first { $0.key == "9901" })
    let space = index.questions(in: place.id, on: CoveragePlant.day)
    let coverage = index.coverage(of: space, on: CoveragePlant.day)
    #expect(Reach.allCases.filter(\.isCovered) == [.local, .regional])
    // The door is local and open at every hour; it is the tier alone that forbids counting it.
    #expect(coverage.questions.covered == 0)
    #expect(coverage.minutes.covered == 0)
    #expect(coverage.questions == ReachTally([reach: space.count]))
    #expect(coverage.alone.isEmpty && coverage.overdue.isEmpty)
    for tallies in [Array(coverage.places.values), Array(coverage.concerns.values)] {
      #expect(tallies.allSatisfy { $0.covered == 0 && $0.total > 0 })
    }
    let map = index.heatMap(of: place.id, asker: .citizen, on: CoveragePlant.day)
    #expect(map.cells.joined().allSatisfy { $0 == reach })
  }

  @Test("The same door above the catch-all covers every cell")
  func sameDoorAbove() throws {
    let plant = CoveragePlant(
      what: "",
      planted: Self.local + Self.catchAll
        + "  - {key: r, text: T., ladder: [{organisation: board}]}",
      expected: [:])
    let (index, snapshot) = try plant.index()
    let place = try #require(snapshot.areas.first { $0.key == "9901" })
    let space = index.questions(in: place.id, on: CoveragePlant.day)
    let coverage = index.coverage(of: space, on: CoveragePlant.day)
    #expect(coverage.questions == ReachTally([.local: space.count]))
    #expect(coverage.aloneTotal == space.count)
  }

  private static func two(_ holders: (String, String), confirmed: String) -> String {
    """
    designations:
      - {function: adviser, organisation: watch, remit: {area: "9901"}, holder: \(holders.0),
         confirmed: \(confirmed), channels: [{phone: 25 00 00 02}]}
      - {function: coordinator, organisation: watch, remit: {area: "9901"}, holder: \(holders.1),
         channels: [{phone: 25 00 00 02}]}
    rules:
      - {key: r, text: T., ladder: [{function: adviser}, {function: coordinator}]}
    """
  }

  @Test("Two functions of one person are one contact, and all rests on it; two persons are two")
  func alone() throws {
    for (second, count) in [("Kari Nordmann", 1), ("Ola Nordmann", 0)] {
      let plant = CoveragePlant(
        what: "",
        planted: Self.two(("Kari Nordmann", second), confirmed: "2026-02-01"), expected: [:])
      let (index, snapshot) = try plant.index()
      let space = try plant.space(in: snapshot)
      let coverage = index.coverage(of: space, on: CoveragePlant.day)
      #expect(coverage.aloneTotal == count, "\(second)")
      #expect(coverage.overdueTotal == 0)
      CoverageOracle(index: index, space: space, day: CoveragePlant.day, comment: "\(second)")
        .expectExact()
    }
  }

  @Test("What rests on a confirmation of more than a year ago is counted, and only that")
  func overdue() throws {
    for (confirmed, count) in [("2025-05-31", 1), ("2025-06-02", 0)] {
      let plant = CoveragePlant(
        what: "",
        planted: Self.two(("Kari Nordmann", "Ola Nordmann"), confirmed: confirmed), expected: [:])
      let (index, snapshot) = try plant.index()
      let coverage = index.coverage(of: try plant.space(in: snapshot), on: CoveragePlant.day)
      #expect(coverage.overdueTotal == count, "\(confirmed)")
    }
  }
}
