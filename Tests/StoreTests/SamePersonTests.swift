import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

/// One person in one file is hidden in every seat, however the name is spelled.
@Suite struct SamePersonTests {
  static let spellings = [
    "Grete Utenby", "Grete\u{A0}Utenby", "Grete  Utenby", "Grete\u{2009}Utenby",
  ]

  @Test("A person hidden in one seat is hidden in all seats of the file", arguments: spellings)
  func aPersonHiddenInOneSeatIsHiddenInAllSeatsOfTheFile(_ name: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground, Self.file(name))
    #expect(try await registry.shown("utenby") == [])
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.designations.count == 2)
    #expect(snapshot.designations.allSatisfy { $0.person == nil })
  }

  @Test("The database hides both by itself, with or without what a load has noted")
  func theDatabaseHidesBothByItself() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.replace(Person(id: Sample.id(1), key: "live-naess", visibility: .desk))
    planted.replace(PersonDetail(id: Sample.id(2), name: "live\u{A0}\u{200B}NÆSS"))
    try await registry.load(planted)
    #expect(try await registry.reader.snapshot().persons.isEmpty)
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'a test');
      update varde.link set text = 'ny' where (position = 1);
      """, as: "varde_editor")
    #expect(try await registry.reader.snapshot().persons.isEmpty)
    #expect(try await registry.shown("NÆSS") == [])
  }

  @Test("A namesake of another file stays, and the load names both for somebody to decide")
  func aNamesakeOfAnotherFileStays() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground, Self.file("Grete Utenby"))
    let difference = try await registry.seed(
      SecretTown.file(
        "another",
        """
        designations:
          - {key: annen, function: mentor, seat: 2, organisation: kommune-9911,
             holder: Grete Utenby}
        """))
    #expect(try await registry.reader.snapshot().personDetails.map(\.name) == ["Grete Utenby"])
    #expect(difference.concealed.map(\.row.table) == ["person_detail"])
    #expect(difference.concealed.map(\.position?.path) == ["another.yaml"])
  }

  private static func file(_ name: String) -> (path: String, text: String) {
    SecretTown.file(
      "seats",
      """
      designations:
        - {key: a, function: mentor, organisation: kommune-9911,
           holder: {name: Grete Utenby, visibility: desk}}
        - {key: b, function: mayor, organisation: kommune-9911, holder: "\(name)"}
      """)
  }
}
