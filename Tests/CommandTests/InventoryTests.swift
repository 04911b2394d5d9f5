import Registry
import TestSupport
import Testing

@testable import varde

@Suite("Numbers and names of the five documents")
struct InventoryTests {
  /// Section D of the inventory: as written, and as it is dialled.
  static let numbers = [
    ("952 63 621", "+4795263621"), ("952 63 795", "+4795263795"), ("73 89 90 90", "+4773899090"),
    ("468 08 413", "+4746808413"), ("918 61 884", "+4791861884"), ("02800", "02800"),
    ("982 91 184", "+4798291184"), ("906 34 825", "+4790634825"), ("470 56 826", "+4747056826"),
    ("952 63 889", "+4795263889"), ("72 82 20 05", "+4772822005"), ("913 37 771", "+4791337771"),
    ("116117", "116117"), ("33 31 02 03", "+4733310203"), ("116 111", "116111"),
    ("954 42 020", "+4795442020"), ("33 06 43 00", "+4733064300"), ("975 14 101", "+4797514101"),
    ("478 92 261", "+4747892261"), ("33 35 91 91", "+4733359191"),
  ]

  private static let documents = [
    "trondheim-2020", "trondheim-2021", "sandefjord-2015", "holmestrand-2021", "baerum-2017",
  ]

  @Test("every number is found, and in rows that cite the documents there is no other")
  func numbersOfTheDocuments() async throws {
    let snapshot = try await SeededRegistry.shared().registry.snapshot
    let sources = Set(
      snapshot.sources.filter { InventoryTests.documents.contains($0.key) }.map(\.id))
    #expect(sources.count == 5)
    let citations = Set(snapshot.citations.filter { sources.contains($0.source) }.map(\.id))
    let cited = snapshot.channels.filter { channel in
      channel.citation.map { citations.contains($0) } ?? false
    }
    let phones = cited.filter { $0.kind == .phone || $0.kind == .sms }
    let dialled = Set(phones.filter(\.isUsable).compactMap(\.canonical))
    #expect(dialled == Set(InventoryTests.numbers.map(\.1)))
    #expect(phones.filter { !$0.isUsable }.map(\.written) == ["2800"])
    #expect(
      Set(cited.filter { $0.kind == .email }.map(\.written))
        == ["barneverntjenesten@holmestrand.kommune.no"])
  }

  @Test(
    "every number is shown as people write it, dialled as it must be, and Norwegian",
    arguments: numbers)
  func find(_ written: String, _ canonical: String) async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("find \"\(written)\" --json") == 0)
    #expect(captured.output.contains("\"valid\":true,\"canonical\":\"\(canonical)\""))
    #expect(captured.output.contains("\"dial\":\"tel:\(canonical)\""))
    #expect(!captured.output.contains("\"whose\":[]"))
  }

  @Test("2800 is no number, and whose it was is known")
  func unusable() async throws {
    let seeded = try await SeededRegistry.shared()
    let found = CapturedConsole(seeded)
    #expect(await found.run("find 2800") == 0)
    #expect(found.output.contains("ikke et telefonnummer"))
    #expect(found.output.contains("radikaliseringskontakt i politiet"))
    let checked = CapturedConsole(seeded)
    #expect(await checked.run("check --at 2020-06-01") == 0)
    #expect(checked.output.contains("2800"))
    let answered = CapturedConsole(seeded)
    let line =
      "ask --place Trondheim --function \"politiets radikaliseringskontakt\" --at 2020-06-01"
    #expect(await answered.run(line) == 0)
    #expect(answered.output.contains("telefon «2800»: kan ikke brukes"))
    #expect(await answered.run("\(line) --json") == 0)
    #expect(!answered.output.contains("tel:2800"))
  }

  @Test("without the mark 2800 is refused, with file, line and field")
  func refused() async throws {
    let file = try TemporaryFile(
      """
      seed: broken
      organisations:
        - key: broken-police
          name: Politiet på Brudd
          kind: police
          channels:
            - phone: "2800"
      """)
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("seed \(file.path)") == 1)
    #expect(captured.complaints.contains("\(file.path):7: organisations[1].channels[1].phone"))
  }

  @Test("only the seven contact persons are persons")
  func persons() async throws {
    let snapshot = try await SeededRegistry.shared().registry.snapshot
    let expected = [
      "Susanne Hellan Øiaas", "Live Næss", "Thomas Hugaas Molden", "Jannicke Akse", "Martin Pütz",
      "Stine Osvoll", "Venke Aarethun",
    ]
    #expect(Set(snapshot.personDetails.map(\.name)) == Set(expected))
  }

  @Test("two rules that cannot be told apart are refused, though they come in two loads")
  func tie() async throws {
    let first = try TemporaryFile(
      """
      seed: tied-one
      plan: {key: tied-2026, level: municipality, area: "5001", title: Delt, date: 2026-01-01}
      rules:
        - {key: one, when: {concern: drugs}, ladder: {words: En dør}, text: Den ene.}
      """)
    let second = try TemporaryFile(
      """
      seed: tied-two
      plan: tied-2026
      rules:
        - {key: two, when: {concern: drugs}, ladder: {words: To dør}, text: Den andre.}
      """)
    let database = try await SeededRegistry.database()
    let captured = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await captured.run("seed \(first.path)") == 0, "\(captured.complaints)")
    #expect(await captured.run("seed \(second.path)") == 1)
    #expect(captured.complaints.contains("Ingenting er lastet"))
    #expect(captured.complaints.contains("\(second.path):4"), "\(captured.complaints)")
    #expect(captured.complaints.contains("one"), "\(captured.complaints)")
  }
}
