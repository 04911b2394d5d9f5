import Registry
import SeedFiles
import Testing

/// What leads back to itself, and what can never be told.
@Suite struct RingTests {
  private static let areas = """
    seed: x
    source: register
    areas:
      - {key: a, kind: district, name: A}
      - {key: b, kind: district, name: B}
      - {key: c, kind: district, name: C}
      - {key: d, kind: district, name: D}

    """

  private static func successions(_ pairs: [String]) -> String {
    let rows = pairs.map { pair in
      "  - {area: \(pair.prefix(1)), successor: \(pair.suffix(1)), date: 2024-01-01}\n"
    }
    return areas + "area-successions:\n" + rows.joined()
  }

  @Test(arguments: [
    (["ab", "ba"], "`a` became `b` became `a`"),
    (["ab", "bc", "cd", "da"], "`a` became `b` became `c` became `d` became `a`"),
    (["ab", "ba", "bc"], "`a` became `b` became `a`"),
    (["ab", "bc", "cb"], "`b` became `c` became `b`"),
  ])
  func `A ring of successors is refused with its names, whatever its length`(
    pairs: [String], way: String
  ) {
    let faults = Seeds.faults(RingTests.successions(pairs))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains(way) == true, "\(faults)")
  }

  @Test func `Places that were split, joined and split again without coming back are read`() throws
  {
    let bundle = try Seeds.load(RingTests.successions(["ab", "ac", "bd", "cd"]))
    #expect(bundle.snapshot.areaSuccessions.count == 4)
  }

  @Test func `A ring over two files, or over a file and the registry, is refused`() throws {
    let first = RingTests.successions(["ab"])
    let second =
      "seed: y\nsource: register\narea-successions: [{area: b, successor: a, date: 2025-01-01}]\n"
    #expect(throws: SeedFaults.self) { try Seeds.load(first, second) }
    let existing = try Seeds.load(first).snapshot
    #expect(throws: SeedFaults.self) {
      try Seeds.read([SeedText(path: "y.yaml", text: second)], existing: existing)
    }
  }

  private static func warnings(_ yaml: String) throws -> [String] {
    try Seeds.load(yaml).warnings.map { "\($0.line): \($0.sentence)" }
  }

  @Test func `Facts that can never speak are told and do not stop the load`() throws {
    let found = try RingTests.warnings(
      Seeds.plan + """
        areas: [{key: gammel, kind: district, name: Gammel, until: 2020-01-01, parents: "9901"}]
        organisation-kinds: [{key: nobody, name: ingen}]
        organisations:
          - {key: ny, name: Ny, kind: police, from: 2025-01-01, serves: "9901",
             channels: [{phone: 25 00 01 00, until: 2024-01-01}]}
          - {key: o, name: O, kind: police, serves: gammel}
        designations:
          - {key: d, function: slt-coordinator, organisation: ny, until: 2023-01-01}
          - {key: e, function: slt-coordinator, organisation: kommune-9902, remit: {area: "9901"}}
          - {key: f, function: slt-coordinator, organisation: kommune-9901, until: 2022-01-01,
             absent: {from: 2025-01-01, until: 2025-02-01}}
        rules:
          - {key: a, text: A., when: {concern: departure}, ladder: [{organisation: politiet}]}
          - {key: b, text: B., when: {concern: departure, severity: grave}, ladder: [{own: Leder}]}
          - {key: c, text: C., when: {concern: worry}, ladder: [{kind: nobody}]}
        """)
    let wanted = [
      "never told; correct the days", "is known from 2025-01-01", "does not serve `9901`",
      "an absence",
      "The rule `b` of the same plan always comes before",
      "There is no organisation of the kind `nobody`",
      "The area `gammel` is there until 2020-01-01",
    ]
    for words in wanted { #expect(found.contains { $0.contains(words) }, "\(words): \(found)") }
    #expect(found.count == wanted.count, "\(found)")
  }

  @Test func `The seeds of the house hold nothing that can never speak`() throws {
    let texts = try Checkout.texts(["Seed/national", "Seed/plans"])
    let bundle = try SeedReader(existing: Snapshot()).read(texts)
    #expect(bundle.warnings.map(\.description) == [])
  }
}
