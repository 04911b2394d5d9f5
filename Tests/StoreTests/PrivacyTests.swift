import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

@Suite struct PrivacyTests {
  @Test("A hidden person is not there and the seat is")
  func aHiddenPersonIsNotThereAndTheSeatIs() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.replace(Person(id: Sample.id(1), key: "live-naess", visibility: .desk))
    try await registry.load(planted)
    for store in [registry.reader, registry.editor] {
      let snapshot = try await store.snapshot()
      #expect(snapshot.persons.map(\.key) == ["martin-puetz"])
      #expect(snapshot.personDetails.map(\.name) == ["Martin Pütz"])
      #expect(!snapshot.names.contains { $0.text == "Live N." })
      #expect(snapshot.designations.map(\.person) == [nil, Sample.id(2)])
      #expect(snapshot.designations.map(\.holding) == [.held, .held])
    }
    let entries = try await registry.reader.history(of: .designation(Sample.id(1)))
    let person = (Sample.id(1) as ID<Person>).description
    #expect(
      !entries.contains { $0.table != "channel" && $0.after.contains("\"person\": \"\(person)") })
  }

  @Test("A seat for the desk hides its holder and a channel its value")
  func aSeatForTheDeskHidesItsHolderAndAChannelItsValue() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    let seat = Sample.designation(1)
    planted.replace(
      Designation(
        id: seat.id, key: seat.key, function: seat.function, organisation: seat.organisation,
        seat: 1, position: 1, holding: .held, person: seat.person, visibility: .desk,
        valid: seat.valid))
    planted.replace(
      Sample.channel(
        1, written: "918 61 884", canonical: "+4791861884", visibility: .desk))
    try await registry.load(planted)
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.designations.map(\.person) == [Sample.id(2)])
    // Nobody marked the person: it is public as the holder of a public seat, and has none.
    #expect(snapshot.persons.map(\.key) == ["martin-puetz"])
    #expect(snapshot.personDetails.map(\.name) == ["Martin Pütz"])
    #expect(!snapshot.names.contains { $0.subject.kind == .person && $0.text == "Live N." })
    #expect(!snapshot.doubts.contains { $0.subject.kind == .person })
    #expect(snapshot.channels.map(\.key) == ["channel-2", "channel-3"])
    #expect(snapshot.remits.map(\.designation) == [Sample.id(2)])
    #expect(snapshot.absences.isEmpty && snapshot.openings.isEmpty)
    #expect(try await everywhere(registry, "91861884") == ["varde.channel"])
  }

  @Test("The reader sees no table at all")
  func theReaderSeesNoTableAtAll() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    for table in CopyTable.all.map(\.name) + ["history", "seed_row", "change_set", "generation"] {
      let error = await #expect(throws: PQError.self) {
        try await registry.run("select * from varde.\(table)", as: "varde_reader")
      }
      #expect(error?.sqlState == "42501", "\(table)")
    }
  }

  @Test("A view that forgets to hide still shows the reader nobody")
  func aViewThatForgetsToHideStillShowsTheReaderNobody() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.replace(Person(id: Sample.id(1), key: "live-naess", visibility: .desk))
    try await registry.load(planted)
    try await registry.run(
      """
      create view varde_shown.leak as
        select p.key || ' ' || d.name || coalesce(' ' || n.text, '') as text
        from varde.person as p join varde.person_detail as d on (d.id = p.id)
          left join varde.name as n on (n.subject = p.id);
      grant select on varde_shown.leak to varde_reader, varde_editor;
      """, as: "varde_owner")
    let leak = "select text from varde_shown.leak order by 1"
    #expect(try await registry.texts(leak, as: "varde_reader") == ["martin-puetz Martin Pütz"])
    #expect(
      try await registry.texts(leak, as: "varde_editor")
        == ["live-naess Live Næss Live N.", "martin-puetz Martin Pütz"])
  }

  @Test(
    "A reader who sees more than the public is refused",
    arguments: [
      ("postgres", "is a superuser"), ("varde_owner", "owns the registry"),
      ("bypassing_reader", "bypasses row-level security"),
    ])
  func aReaderWhoSeesMoreThanThePublicIsRefused(_ role: String, _ reason: String) async throws {
    let registry = try await TestRegistry.make()
    if role == "bypassing_reader" {
      try await registry.run("create role bypassing_reader login bypassrls", as: "postgres")
    }
    let store = Store(pool: PQPool(registry.database.configuration(user: role)))
    let error = await refusal { try await store.requireReadable() }
    #expect(error?.description.contains(reason) == true)
    try await registry.reader.requireReadable()
  }

  @Test("An erased person is gone and history still verifies")
  func anErasedPersonIsGoneAndHistoryStillVerifies() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(
      Sample.channel(7, written: "468 08 413", canonical: "+4746808413", visibility: .desk))
    try await registry.load(planted)
    #expect(try await everywhere(registry, "Live N").isEmpty == false)
    try await registry.editor.erase(Sample.id(1), actor: "desk", reason: "asked to be")

    for trace in ["Live N", "live-naess", "46808413", "468 08 413"] {
      #expect(try await everywhere(registry, trace) == [], "\(trace)")
    }
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.personDetails.map(\.name) == ["Martin Pütz"])
    #expect(snapshot.designations.first?.person == Sample.id(1))
    #expect(snapshot.channels.first { $0.key == "channel-1" }?.canonical == "+4791861884")
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("No file brings an erased person back")
  func noFileBringsAnErasedPersonBack() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(
      Sample.channel(7, written: "468 08 413", canonical: "+4746808413", visibility: .desk))
    try await registry.load(planted)
    try await registry.editor.erase(Sample.id(1), actor: "desk", reason: "asked to be")
    #expect(try await registry.load(planted).isEmpty)
    #expect(try await everywhere(registry, "Live N") == [])
    planted.replace(PersonDetail(id: Sample.id(1), name: "Live Næss igjen"))
    planted.replace(PersonDetail(id: Sample.id(2), name: "Martin A. Pütz"))
    try await registry.load(planted)
    #expect(
      try await registry.reader.snapshot().personDetails.map(\.name) == ["Martin A. Pütz"])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("Erasing somebody unknown is refused")
  func erasingSomebodyUnknownIsRefused() async throws {
    let registry = try await TestRegistry.make()
    let error = await refusal {
      try await registry.editor.erase(Sample.id(5), actor: "desk", reason: "a mistake")
    }
    #expect(error?.description == "There is no such person.")
    #expect(try await registry.reader.generation() == 0)
  }

  /// The tables in which some row holds a text.
  private func everywhere(_ registry: TestRegistry, _ trace: String) async throws -> [String] {
    let tables = try await registry.texts(
      """
      select format('%s.%s', 'varde', c.relname) as text from pg_class as c
      where ((c.relnamespace = 'varde'::regnamespace) and (c.relkind = 'r')) order by 1
      """
    ).compactMap(\.self)
    let search = tables.map {
      "select '\($0)' as text where exists (select 1 from \($0) as t "
        + "where (t::text like '%\(trace)%'))"
    }.joined(separator: " union all ")
    return try await registry.texts(search + " order by 1").compactMap(\.self)
  }
}
