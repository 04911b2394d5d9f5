import Registry
import SeedFiles
import Store
import Testing

/// What a file calls otherwise than before is called so from then on, and was called as it was.
@Suite struct RenameTests {
  private struct Ledger {
    let registry: TestRegistry

    /// Loads the text of a file on top of what is there.
    @discardableResult
    func load(_ text: String, file: String = "x", on day: String) async throws -> SeedDifference {
      let existing = try await registry.editor.snapshot()
      let text = "seed: \(file)\n" + text
      let bundle = try SeedReader(existing: existing).read([
        SeedText(path: "\(file).yaml", text: text)
      ])
      let today = try #require(Day(day))
      return try await registry.editor.load(
        bundle, today: today, actor: "test", isDryRun: false, progress: { _ in },
        verify: { _ in })
    }

    /// `Name from until` of the official names of one thing, as the public sees them.
    func names(_ text: String...) async throws -> [String] {
      try await registry.reader.snapshot().names
        .filter { $0.kind == .official && text.contains($0.text) }
        .map {
          "\($0.text) \($0.valid.from?.description ?? "") \($0.valid.until?.description ?? "")"
        }
        .sorted()
    }
  }

  private static let ground = """
    source: {key: s, title: En kilde, date: 2020-01-01}
    area-kinds: [{key: place, rank: 20, name: sted}]
    organisation-kinds: [{key: body, name: organ}]

    """

  private static func organisation(_ fields: String) -> String {
    ground + "organisations: [{key: o, kind: body, \(fields)}]\n"
  }

  private static func started() async throws -> Ledger {
    Ledger(registry: try await TestRegistry.make())
  }

  @Test(
    "A new name follows the old one from the day of the load, for every kind of thing",
    arguments: [
      "area-kinds: [{key: k, rank: 30, name: NAME}]", "organisation-kinds: [{key: k, name: NAME}]",
      "functions: [{key: k, name: NAME}]", "concerns: [{key: k, name: NAME}]",
      "area-kinds: [{key: p, rank: 20, name: sted}]\nareas: [{key: k, kind: p, name: NAME}]",
      "organisation-kinds: [{key: b, name: organ}]\norganisations: [{key: k, kind: b, name: NAME}]",
      "organisation-kinds: [{key: b, name: organ}]\norganisations: [{key: b, kind: b, name: B}]\n"
        + "offerings: [{key: k, organisation: b, name: NAME}]",
    ])
  func follows(section: String) async throws {
    let ledger = try await RenameTests.started()
    let source = "source: {key: s, title: En kilde, date: 2020-01-01}\n"
    let old = source + section.replacing("NAME", with: "Gammelt navn") + "\n"
    let new = source + section.replacing("NAME", with: "Nytt navn") + "\n"
    try await ledger.load(old, on: "2026-01-10")
    try await ledger.load(new, on: "2026-03-01")
    let names = try await ledger.names("Gammelt navn", "Nytt navn")
    #expect(names == ["Gammelt navn  2026-03-01", "Nytt navn 2026-03-01 "])
    let again = try await ledger.load(new, on: "2026-04-01")
    #expect(again.isEmpty, "\(again.lines)")
    #expect(try await ledger.registry.editor.verifyHistory() == [])
  }

  @Test("Several changes, and a name that comes back, each have their days")
  func comesBack() async throws {
    let ledger = try await RenameTests.started()
    for (name, day) in [
      ("A1", "2026-01-01"), ("B1", "2026-02-01"), ("A1", "2026-03-01"), ("C1", "2026-04-01"),
    ] {
      try await ledger.load(RenameTests.organisation("name: \(name)"), on: day)
      #expect(
        try await ledger.load(RenameTests.organisation("name: \(name)"), on: "2026-09-01").isEmpty)
    }
    #expect(
      try await ledger.names("A1", "B1", "C1") == [
        "A1  2026-02-01", "A1 2026-03-01 2026-04-01", "B1 2026-02-01 2026-03-01", "C1 2026-04-01 ",
      ])
    try await ledger.load(RenameTests.organisation("name: A1"), on: "2026-05-01")
    #expect(try await ledger.load(RenameTests.organisation("name: A1"), on: "2026-06-01").isEmpty)
    #expect(try await ledger.names("A1").count == 3)
  }

  @Test("What a file states decides the day: a beginning, or the end of the former name")
  func stated() async throws {
    let ledger = try await RenameTests.started()
    try await ledger.load(RenameTests.organisation("name: Gammelt"), on: "2026-03-01")
    let recipe = RenameTests.organisation(
      "name: Nytt, names: [{text: Gammelt, kind: former, until: 2026-01-15}]")
    try await ledger.load(recipe, on: "2026-03-10")
    #expect(
      try await ledger.names("Gammelt", "Nytt") == ["Gammelt  2026-01-15", "Nytt 2026-01-15 "])
    #expect(try await ledger.load(recipe, on: "2026-03-11").isEmpty)
    let coming =
      RenameTests.ground
      + "organisations: [{key: o, kind: body, name: Nyest, from: 2026-12-01}]\n"
    try await ledger.load(coming, on: "2026-04-01")
    #expect(
      try await ledger.names("Nytt", "Nyest") == [
        "Nyest 2026-12-01 ", "Nytt 2026-01-15 2026-12-01",
      ])
    #expect(try await ledger.load(coming, on: "2026-04-02").isEmpty)
  }

  @Test(
    "A correction takes the place of what was never right, and so does a change on the same day")
  func correction() async throws {
    let ledger = try await RenameTests.started()
    try await ledger.load(RenameTests.organisation("name: Utesekjsonen"), on: "2026-03-01")
    let right = RenameTests.organisation("name: Uteseksjonen, correction: true")
    try await ledger.load(right, on: "2026-05-01")
    #expect(try await ledger.names("Utesekjsonen", "Uteseksjonen") == ["Uteseksjonen  "])
    #expect(try await ledger.load(right, on: "2026-05-02").isEmpty)
    for name in ["Uteteamt", "Uteteamet"] {
      try await ledger.load(RenameTests.organisation("name: \(name)"), on: "2026-06-01")
    }
    #expect(
      try await ledger.names("Uteseksjonen", "Uteteamt", "Uteteamet")
        == ["Uteseksjonen  2026-06-01", "Uteteamet 2026-06-01 "])
    #expect(try await ledger.registry.editor.verifyHistory() == [])
  }

  @Test("What was withdrawn may be added again under another name")
  func addedAgain() async throws {
    let ledger = try await RenameTests.started()
    try await ledger.load(RenameTests.organisation("name: Første"), on: "2026-01-01")
    try await ledger.load(RenameTests.ground, on: "2026-02-01")
    try await ledger.load(RenameTests.organisation("name: Andre"), on: "2026-03-01")
    #expect(
      try await ledger.names("Første", "Andre") == ["Andre 2026-02-01 ", "Første  2026-02-01"])
    #expect(
      try await ledger.load(RenameTests.organisation("name: Andre"), on: "2026-04-01").isEmpty)
  }

  @Test("A name that another file still says is not ended, and the refusal says which names")
  func saidElsewhere() async throws {
    let ledger = try await RenameTests.started()
    try await ledger.load(RenameTests.organisation("name: Ett navn"), on: "2026-01-01")
    let other = "source: s\nnames: [{about: {organisation: o}, text: Et annet navn}]\n"
    do {
      try await ledger.load(other, file: "y", on: "2026-02-01")
      Issue.record("Two files name one thing.")
    } catch StoreError.refused(let faults) {
      let text = faults.map(\.description).joined(separator: "\n")
      #expect(text.contains("o: Ett navn") && text.contains("o: Et annet navn"), "\(text)")
    }
    #expect(try await ledger.names("Ett navn", "Et annet navn") == ["Ett navn  "])
  }
}
