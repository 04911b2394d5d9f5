import PQ
import Registry
import SQL
import SeedFiles
import Store
import TestSupport
import Testing

/// Erasing holds for the person, whatever is loaded afterwards, and for nobody else.
@Suite struct ErasureTests {
  @Test(
    "No spelling of name or number in the owner's files brings an erased person back",
    arguments: ["Kari Utenby", "Kari\u{A0}Utenby", "kari  UTENBY", "Kari-Utenby"])
  func noSpellingBringsAnErasedPersonBack(_ name: String) async throws {
    let registry = try await Self.erased()
    for number in ["91 23 45 67", "912 34 567", "+47 91234567"] {
      try await registry.seed(Self.file(holder: name, number: number))
      #expect(try await Self.traces(in: registry) == [], "\(number)")
    }
    // Also when the file now calls the number public.
    try await registry.seed(Self.file(holder: name, number: "9123 4567", visibility: "public"))
    #expect(try await Self.traces(in: registry) == [])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("A successor's number on the same seat is told, even where it is the same")
  func aSuccessorsNumberOnTheSameSeatIsTold() async throws {
    let registry = try await Self.erased()
    try await registry.seed(
      Self.file(holder: "Nina Nestenby", number: "91 23 45 67", visibility: "public"))
    let snapshot = try await registry.reader.snapshot()
    #expect(snapshot.channels.contains { $0.canonical == "+4791234567" && $0.isUsable })
    #expect(snapshot.personDetails.map(\.name).contains("Nina Nestenby"))
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("The same name with the same number is the same person in any file")
  func theSameNameWithTheSameNumberIsTheSamePerson() async throws {
    let registry = try await Self.erased()
    let other = { (name: String, number: String) in
      SecretTown.file(
        "another",
        """
        designations:
          - {key: annen, function: mentor, organisation: kommune-9911, holder: \(name),
             channels: [{phone: \(number)}]}
        """)
    }
    try await registry.seed(other("Kari Utenby", "33 00 00 01"))
    #expect(try await registry.reader.snapshot().personDetails.map(\.name) == ["Kari Utenby"])
    try await registry.seed(other("Kari Utenby", "912 34 567"))
    #expect(try await Self.traces(in: registry) == [])
  }

  @Test("What still names the erased is told with its file, and leaves history when it is mended")
  func whatStillNamesTheErasedIsToldWithItsFile() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    try await registry.seed(Self.file(quote: "Ring Kari Utenby 91 23 45 67."))
    let person = try #require(try await registry.reader.snapshot().persons.first?.id)
    let left = try await registry.editor.erase(person, actor: "desk", reason: "asked to be")
    #expect(left.map(\.table) == ["citation"])
    #expect(left.map(\.column) == ["quote"])
    #expect(left.map(\.seeds) == ["owner"])
    #expect(left.map(\.key) == ["owner-list"])
    try await registry.seed(Self.file(quote: "Ring ordføreren."))
    #expect(try await Self.traces(in: registry) == [])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("A number that was public in history is not told there after the erasing")
  func aNumberThatWasPublicInHistoryIsNotToldThere() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    try await registry.seed(Self.file(visibility: "public"))
    try await registry.seed(Self.file(visibility: "desk"))
    let person = try #require(try await registry.reader.snapshot().persons.first?.id)
    try await registry.editor.erase(person, actor: "desk", reason: "asked to be")
    #expect(try await Self.traces(in: registry) == [])
    #expect(try await registry.editor.verifyHistory() == [])
    // History is emptied by an erasing, and not otherwise.
    for change in ["actor = 'x'", "after = '{}'", "after = after || '{\"key\": \"x\"}'"] {
      await #expect(throws: PQError.self, "\(change)") {
        try await registry.run(
          "update varde.history set \(change) where (sequence = 3)", as: "varde_owner")
      }
    }
  }

  @Test("Other spellings of the person in the same file are erased along")
  func otherSpellingsOfThePersonAreErasedAlong() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(Person(id: Sample.id(3), key: "also-live", visibility: .public))
    planted.add(PersonDetail(id: Sample.id(3), name: "Live\u{A0}\u{200B}NÆSS"))
    try await registry.load(planted)
    try await registry.editor.erase(Sample.id(1), actor: "desk", reason: "asked to be")
    let names = "select name as text from varde.person_detail where (name is not null)"
    #expect(try await registry.texts(names) == ["Martin Pütz"])
    // Nor does a later load of the file bring another spelling.
    planted.add(Person(id: Sample.id(4), key: "live-again", visibility: .public))
    planted.add(PersonDetail(id: Sample.id(4), name: "Li\u{AD}ve\u{2009}Næss"))
    try await registry.load(planted)
    #expect(try await registry.texts(names) == ["Martin Pütz"])
  }

  private static func erased() async throws -> TestRegistry {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    try await registry.seed(file())
    #expect(try await traces(in: registry).isEmpty == false)
    let person = try #require(try await registry.reader.snapshot().persons.first?.id)
    let left = try await registry.editor.erase(person, actor: "desk", reason: "asked to be")
    #expect(left == [])
    #expect(try await traces(in: registry) == [])
    return registry
  }

  private static func file(
    holder: String = "Kari Utenby", number: String = "91 23 45 67", visibility: String = "desk",
    quote: String = "Ring ordføreren."
  ) -> (path: String, text: String) {
    SecretTown.file(
      "owner",
      """
      designations:
        - {key: skift, function: mayor, organisation: kommune-9911, holder: "\(holder)",
           quote: "\(quote)", channels: [{phone: \(number), visibility: \(visibility)}]}
      """)
  }

  /// The tables in which some row still tells the name or the number.
  private static func traces(in registry: TestRegistry) async throws -> [String] {
    let tables = try await registry.texts(
      "select unnest(varde.seeded_tables() || array['history', 'change_set']) as text")
    let search = tables.compactMap(\.self).map {
      "select '\($0)' as text where exists (select 1 from varde.\($0) as t "
        + "where (varde.same_name(t::text) ~ 'kariutenby|91234567'))"
    }
    return try await registry.texts(search.joined(separator: " union all ")).compactMap(\.self)
  }
}

/// A registry in which somebody was erased before erasures had digests.
@Suite struct EarlierErasureTests {
  @Test("An erasure of before goes on, and a successor is told")
  func anErasureOfBeforeGoesOn() async throws {
    let registry = try await Self.migrated()
    let numbers = "select written as text from varde.channel order by position"
    #expect(try await registry.texts(numbers) == [""])
    // The file that still has the number, and one that spells it otherwise.
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'a test');
      update varde.channel set written = '91 23 45 67', canonical = '+4791234567',
        is_usable = true;
      insert into varde.channel (id, key, owner_kind, owner, position, kind, written, canonical,
        is_usable, audience, hours, visibility, valid)
      values (gen_random_uuid(), 'c2', 'designation', '\(Self.seat)', 2, 'phone', '912 34 567',
        '+4791234567', true, 'anyone', 'unknown', 'desk', '(,)');
      """, as: "varde_editor")
    #expect(try await registry.texts(numbers) == ["", ""])
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'a successor');
      insert into varde.person (id, key, visibility)
      values ('00000000-0000-0000-0000-000000000012', 'nina', 'public');
      insert into varde.person_detail (id, name)
      values ('00000000-0000-0000-0000-000000000012', 'Nina Nestenby');
      update varde.designation set person = '00000000-0000-0000-0000-000000000012';
      update varde.channel set written = '91 23 45 67', canonical = '+4791234567',
        is_usable = true, visibility = 'public' where (position = 1);
      """, as: "varde_editor")
    let shown = try await registry.texts(
      "select canonical as text from varde_shown.channel", as: "varde_reader")
    #expect(shown == ["+4791234567"])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("A migration of a filled registry tells the nodes that something is hidden now")
  func aMigrationOfAFilledRegistryTellsTheNodes() async throws {
    let registry = try await Self.migrated()
    #expect(try await registry.reader.generation() == 3)
    #expect(try await registry.editor.verifyHistory() == [])
  }

  private static let seat = "00000000-0000-0000-0000-000000000031"

  /// Filled and erased in as the program of migration 14 did it, then brought forward.
  private static func migrated() async throws -> TestRegistry {
    let database = try await TestRoles.emptyDatabase()
    let owner = database.configuration(user: "varde_owner")
    let files = try SQLFiles.beside()
    _ = try await Store.migrate(
      configuration: owner, files: files.with(migrations: Array(files.migrations.prefix(14))))
    let registry = TestRegistry(database)
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'before');
      set local search_path = varde, pg_temp;
      insert into function (id, key) values ('00000000-0000-0000-0000-000000000021', 'mayor');
      insert into organisation (id, key) values ('00000000-0000-0000-0000-000000000022', 'town');
      insert into person (id, key, visibility)
      values ('00000000-0000-0000-0000-000000000011', 'kari', 'public');
      insert into person_detail (id, name)
      values ('00000000-0000-0000-0000-000000000011', 'Kari Utenby');
      insert into designation (id, key, function, organisation, seat, position, holding, person,
        visibility, valid)
      values ('\(seat)', 'seat', '00000000-0000-0000-0000-000000000021',
        '00000000-0000-0000-0000-000000000022', 1, 1, 'held',
        '00000000-0000-0000-0000-000000000011', 'public', '(,)');
      insert into channel (id, key, owner_kind, owner, position, kind, written, canonical,
        is_usable, audience, hours, visibility, valid)
      values ('00000000-0000-0000-0000-000000000041', 'c1', 'designation', '\(seat)', 1, 'phone',
        '91 23 45 67', '+4791234567', true, 'anyone', 'unknown', 'desk', '(,)');
      """, as: "varde_editor")
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'asked to be');
      set local search_path = varde, pg_temp;
      select erase_person('00000000-0000-0000-0000-000000000011');
      """, as: "varde_editor")
    _ = try await Store.migrate(configuration: owner)
    return registry
  }
}
