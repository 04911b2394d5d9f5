import Registry
import SeedFiles
import Testing

/// What a file hides stays hidden wherever more is said about it.
@Suite struct HiddenSeatTests {
  static let spellings = [
    "Ola Utenby", "Ola\u{A0}Utenby", "Ola  Utenby", "Ola\u{2009}Utenby",
  ]

  @Test("A channel of a hidden seat is the desk's, before or after the seat, whatever it says")
  func aChannelOfAHiddenSeatIsTheDesks() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: {key: x-list, title: Liste, date: 2026-01-01}
      channels: [{about: {designation: skjult}, phone: 22 00 00 01}]
      designations: [{add-to: skjult, channels: [{phone: 22 00 00 02, visibility: public}]}]
      """,
      """
      seed: y
      source: {key: y-list, title: Liste, date: 2026-01-01}
      designations:
        - {key: skjult, function: slt-coordinator, organisation: kommune-9901, visibility: desk,
           channels: [{phone: 22 00 00 03}]}
        - {key: vist, function: resource-person, organisation: kommune-9901,
           channels: [{phone: 22 00 00 04}, {phone: 22 00 00 05, visibility: desk}]}
      """)
    let hidden = bundle.snapshot.channels.filter { $0.visibility == .desk }.compactMap(\.canonical)
    #expect(hidden.sorted() == ["+4722000001", "+4722000002", "+4722000003", "+4722000005"])
    // So it is when the seat lies in the registry and not in the load.
    let later = try Seeds.read(
      [
        SeedText(
          path: "z.yaml",
          text: """
            seed: z
            source: {key: z-list, title: Liste, date: 2026-01-01}
            channels:
              - {about: {designation: skjult}, phone: 22 00 00 06}
              - {about: {designation: vist}, phone: 22 00 00 07}
            """)
      ], existing: bundle.snapshot)
    #expect(
      later.snapshot.channels.map(\.visibility).sorted { $0.rawValue < $1.rawValue }
        == [.desk, .public])
  }

  @Test("All spellings of a name in a file are one person", arguments: spellings)
  func allSpellingsOfANameInAFileAreOnePerson(_ name: String) throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: {key: x-list, title: Liste, date: 2026-01-01}
      designations:
        - {key: a, function: slt-coordinator, organisation: kommune-9901,
           holder: {name: Ola Utenby, visibility: desk}}
        - {key: b, function: resource-person, organisation: kommune-9901, holder: "\(name)"}
        - {key: c, function: resource-person, seat: 2, organisation: kommune-9901,
           holder: Ola Utenbyen}
      """)
    let holders = bundle.snapshot.designations.sorted { $0.key < $1.key }.map(\.person)
    #expect(holders[0] == holders[1])
    #expect(holders[1] != holders[2])
    #expect(bundle.snapshot.persons.count == 2)
  }
}
