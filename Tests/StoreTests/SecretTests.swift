import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

/// What is the desk's is in no view, no snapshot file and no shown history.
@Suite struct SecretTests {
  @Test("Nothing of a hidden seat, person or channel is in any view, file or history")
  func nothingOfAHiddenThingIsInAnyView() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Canaries.planted(hidden: .desk))
    #expect(try await registry.shown(Canaries.trace) == [])
    // The bare rows too: a row that only points at what is hidden tells that it is there.
    let hidden = [
      (Sample.id(90) as ID<Designation>).description, (Sample.id(90) as ID<Person>).description,
      (Sample.id(90) as ID<Channel>).description, (Sample.id(91) as ID<Channel>).description,
      (Sample.id(91) as ID<Notice>).description,
    ]
    for id in hidden { #expect(try await registry.shown(id) == [], "\(id)") }
  }

  @Test("The same is found everywhere when it is public")
  func theSameIsFoundEverywhereWhenItIsPublic() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Canaries.planted(hidden: .public))
    let found = try await registry.shown(Canaries.trace)
    for table in [
      "person", "person_detail", "designation", "remit", "channel", "citation", "name", "link",
      "doubt", "notice", "notice_case", "history",
    ] { #expect(found.contains(table), "\(table)") }
    #expect(!found.contains("absence"))
  }

  @Test("What became private is private in shown history, earlier entries included")
  func whatBecamePrivateIsPrivateInShownHistory() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Canaries.planted(hidden: .public))
    #expect(try await registry.shown(Canaries.trace).contains("history"))
    try await registry.load(Canaries.planted(hidden: .desk))
    #expect(try await registry.shown(Canaries.trace) == [])
    for subject: Subject in [.designation(Sample.id(90)), .designation(Sample.id(2))] {
      let entries = try await registry.reader.history(of: subject)
      #expect(!entries.contains { "\($0)".lowercased().contains(Canaries.trace) })
    }
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("What was private keeps its private past when it becomes public")
  func whatWasPrivateKeepsItsPrivatePast() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let secret = Sample.channel(
      1, written: "918 61 884", canonical: "+4791861884", visibility: .desk)
    planted.replace(secret)
    try await registry.load(planted)
    planted.replace(Sample.channel(1, written: "952 63 621", canonical: "+4795263621"))
    try await registry.load(planted)
    let entries = try await registry.reader.history(of: .designation(Sample.id(1)))
    #expect(entries.contains { $0.table == "channel" })
    #expect(!entries.contains { "\($0)".contains("91861884") || "\($0)".contains("918 61 884") })
  }

  @Test("The reason of an absence is shown nowhere and loads without a difference")
  func theReasonOfAnAbsenceIsShownNowhere() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    #expect(try await registry.shown("permisjon") == [])
    let kept = try await registry.texts("select reason as text from varde.absence")
    #expect(kept == ["permisjon"])
    #expect(try await registry.load(Sample.planted()).isEmpty)
  }

  @Test("The channels of a hidden seat are hidden however they are written")
  func theChannelsOfAHiddenSeatAreHiddenHoweverTheyAreWritten() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(
      SecretTown.ground,
      SecretTown.file(
        "loose",
        """
        channels:
          - {about: {designation: skjult}, phone: 420 00 091, hours: mon-fri 08:00-15:30}
          - {about: {organisation: kommune-9911}, via: {designation: skjult}}
        """),
      SecretTown.file(
        "seats",
        """
        designations:
          - {key: skjult, function: mayor, organisation: kommune-9911, visibility: desk,
             holder: Ola Utenby, channels: [{phone: 420 00 090, visibility: public}]}
          - {key: vist, function: mentor, organisation: kommune-9911,
             channels: [{phone: 420 00 094}]}
        """))
    try await registry.seed(
      SecretTown.file(
        "more",
        """
        designations: [{add-to: skjult, channels: [{phone: 420 00 092}]}]
        channels: [{about: {designation: skjult}, email: skjult@tranvik.example}]
        """))
    for trace in ["42000090", "42000091", "42000092", "skjult"] {
      #expect(try await registry.shown(trace) == [], "\(trace)")
    }
    #expect(try await registry.shown("42000094").contains("channel"))
    let kept = try await registry.texts(
      "select distinct visibility as text from varde.channel where (written <> '420 00 094')")
    #expect(Set(kept.compactMap(\.self)) == ["desk", "public"])
    let seats = try await registry.texts(
      """
      select count(*)::text as text from varde.channel
      where ((owner_kind = 'designation') and (visibility = 'desk'))
      """)
    #expect(seats == ["4"])
  }

  @Test("The second lock keeps hidden seats and channels from a view that forgets")
  func theSecondLockKeepsHiddenSeatsAndChannels() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Canaries.planted(hidden: .desk))
    try await registry.run(
      """
      create view varde_shown.leak as
        select d.key as text from varde.designation as d
        union all select c.written from varde.channel as c where (c.visibility = 'desk')
        union all select p.key from varde.person as p;
      grant select on varde_shown.leak to varde_reader;
      """, as: "varde_owner")
    let leaked = try await registry.texts(
      "select text from varde_shown.leak where (text like '%kanari%')", as: "varde_reader")
    #expect(leaked == [])
  }
}
