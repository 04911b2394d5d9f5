import PQ
import Registry
import Store
import TestSupport
import Testing

/// Nobody writes a fact without a generation, in another's name or outside a change set.
@Suite struct GuardTests {
  private static let fact =
    "insert into varde.function (id, key) values (gen_random_uuid(), 'forged');"

  /// What a session may try, and the roles that may try it.
  private static let attempts: [(String, String)] = [
    (
      "settings of the session",
      """
      select set_config('varde.generation', '1', true), set_config('varde.actor', 'other', true),
        set_config('varde.change_set', gen_random_uuid()::text, true);
      \(fact)
      """
    ),
    (
      "a generation of its own",
      """
      create temporary table generation as select true as is_only, 1::bigint as number,
        gen_random_uuid() as change_set, 'other' as actor, '' as reason,
        pg_current_xact_id() as raised_in, now() as raised_at;
      set local search_path = pg_temp, varde;
      \(fact)
      """
    ),
    (
      "functions of its own",
      """
      create function pg_temp.open_generation() returns bigint language sql as 'select 1::bigint';
      set local search_path = pg_temp, varde;
      \(fact)
      """
    ),
    ("the role of a replica", "set local session_replication_role = replica; \(fact)"),
    ("another role", "set local role varde_owner; \(fact)"),
    (
      "a change that was taken back",
      """
      savepoint earlier;
      select varde.open_change(null, 'me', null);
      rollback to savepoint earlier;
      \(fact)
      """
    ),
    (
      "the row of the generation",
      """
      update varde.generation set raised_in = pg_current_xact_id(), raised_at = now(),
        actor = 'other';
      \(fact)
      """
    ),
    ("a generation further on", "update varde.generation set number = number + 2; \(fact)"),
    (
      "a change set that is never told",
      "select varde.open_change(gen_random_uuid(), 'me', null); \(fact)"
    ),
    (
      "a change set in another's name",
      """
      select varde.open_change('00000000-0000-0000-0000-0000000000aa', 'me', null);
      insert into varde.change_set (id, title, actor, state)
      values ('00000000-0000-0000-0000-0000000000aa', 'x', 'other', 'applied');
      \(fact)
      """
    ),
    (
      "a change set that changes its name",
      """
      select varde.open_change(null, 'me', null);
      update varde.change_set set actor = 'other';
      """
    ),
    ("a change of the whole past", "update varde.history set actor = 'other'"),
    (
      "the root of the tree",
      """
      select varde.open_change(null, 'me', null);
      update varde.area set valid = '[2020-01-01,)' where key = 'root';
      """
    ),
  ]

  @Test(
    "A session does not get past the guard", arguments: ["varde_editor", "varde_owner", "postgres"])
  func aSessionDoesNotGetPastTheGuard(_ role: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    for (name, script) in GuardTests.attempts {
      // The owner is who may set a role of its own, to no avail.
      await #expect(throws: PQError.self, "\(role): \(name)") {
        try await registry.run(script, as: role)
      }
    }
    #expect(
      try await registry.texts("select key as text from varde.function where key = 'forged'")
        == [])
    #expect(try await registry.reader.generation() == 1)
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("What settings say of a change is not believed")
  func whatSettingsSayOfAChangeIsNotBelieved() async throws {
    let registry = try await TestRegistry.make()
    try await registry.run(
      """
      select varde.open_change(null, 'me', 'because');
      select set_config('varde.generation', '0', true), set_config('varde.actor', 'other', true),
        set_config('varde.change_set', gen_random_uuid()::text, true),
        set_config('varde.reason', 'no reason', true);
      \(GuardTests.fact)
      """, as: "varde_editor")
    let told = try await registry.texts(
      """
      select concat_ws(' ', h.generation, h.actor, h.reason, s.title) as text
      from varde.history as h join varde.change_set as s on (s.id = h.change_set)
      where (h.table_name = 'function')
      """)
    #expect(told == ["1 me because because"])
    #expect(try await registry.editor.verifyHistory() == [])
  }

  @Test("A role that may not open a change may not write")
  func aRoleThatMayNotOpenAChangeMayNotWrite() async throws {
    let registry = try await TestRegistry.make()
    for script in ["select varde.open_change(null, 'me', null);", ""] {
      await #expect(throws: PQError.self) {
        try await registry.run(script + GuardTests.fact, as: "varde_reader")
      }
    }
  }

  @Test("A change is open for its own transaction alone")
  func aChangeIsOpenForItsOwnTransactionAlone() async throws {
    let registry = try await TestRegistry.make()
    try await registry.run("select varde.open_change(null, 'me', null);", as: "varde_editor")
    let error = await #expect(throws: PQError.self) {
      try await registry.run(GuardTests.fact, as: "varde_editor")
    }
    #expect(error?.sqlState == "VA001")
  }
}

/// The verifier finds what was done behind the back of the program.
@Suite struct VerifierTests {
  /// Something a superuser does with the guards off, and what is said of it.
  private static let deeds: [(String, String, String)] = [
    (
      "link", "update varde.link set text = 'x' where position = 1",
      "A row of link is not as its last entry left it."
    ),
    (
      "function",
      "insert into varde.function (id, key, recorded) values (gen_random_uuid(), 'x', 1)",
      "A row of function has no entry."
    ),
    (
      "doubt", "delete from varde.doubt",
      "The row of doubt that this entry left is gone."
    ),
    (
      "change_set", "update varde.change_set set title = 'x'",
      "A row of change_set is not as its last entry left it."
    ),
    (
      "change_set", "update varde.change_set set actor = 'other'",
      "The change set of this entry is not known, or in another name."
    ),
    (
      "generation", "update varde.generation set number = 7",
      "No entry of history explains generation 7."
    ),
    (
      "generation", "update varde.generation set number = 0",
      "History has generation 1, and the registry is at 0."
    ),
    ("generation", "delete from varde.generation", "The registry has lost its generation."),
    (
      "history", "delete from varde.history where (sequence = 5)",
      "The digest of this entry does not follow from what stands before it."
    ),
    (
      "history",
      """
      delete from varde.history where (sequence in (
        select h.sequence from varde.history as h order by h.sequence desc limit 1))
      """, "A row of doubt has no entry."
    ),
    (
      "area", "update varde.area set valid = '[2020-01-01,)' where (key = 'root')",
      "The root of area is not as it was made."
    ),
    (
      "seed_file", "update varde.seed_file set recorded = 9",
      "The seed file a is of a generation that has not been."
    ),
  ]

  @Test("What is done with the guards off is found", arguments: 0..<12)
  func whatIsDoneWithTheGuardsOffIsFound(_ number: Int) async throws {
    let (table, deed, sentence) = VerifierTests.deeds[number]
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    #expect(try await registry.editor.verifyHistory() == [])
    try await registry.run(
      """
      alter table varde.\(table) disable trigger user;
      \(deed);
      alter table varde.\(table) enable trigger user;
      select varde.guard_always('varde.\(table)');
      """, as: "postgres")
    let sentences = try await registry.editor.verifyHistory().map(\.sentence)
    #expect(sentences.contains(sentence), "\(sentences)")
  }

  @Test("What was changed in between is found though the row was written again")
  func whatWasChangedInBetweenIsFound() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.run(
      """
      alter table varde.link disable trigger user;
      update varde.link set text = 'x' where (position = 1);
      alter table varde.link enable trigger user;
      select varde.guard_always('varde.link');
      select varde.open_change(null, 'me', null);
      update varde.link set text = 'y' where (position = 1);
      """, as: "postgres")
    let sentences = try await registry.editor.verifyHistory().map(\.sentence)
    #expect(sentences == ["A row of link was changed between this entry and its last."])
  }

  @Test(
    "A guard that is switched off is found",
    arguments: [
      ("alter table varde.link disable trigger stamp", "The guard stamp of link"),
      ("alter table varde.link disable trigger all", "The guard link_citation_fkey of link"),
      ("alter table varde.history disable trigger refuse_change", "The guard refuse_change of"),
      ("drop trigger write_history_of_update on varde.area", "The guard write_history_of_update"),
      ("alter table varde.person no force row level security", "Row security of person"),
    ])
  func aGuardThatIsSwitchedOffIsFound(_ deed: String, _ beginning: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.run(deed, as: "postgres")
    let sentences = try await registry.editor.verifyHistory().map(\.sentence)
    #expect(sentences.contains { $0.hasPrefix(beginning) }, "\(sentences)")
  }

  @Test("The owner who forges a generation is found")
  func theOwnerWhoForgesAGenerationIsFound() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.run(
      """
      alter table varde.generation disable trigger refuse_jump;
      update varde.generation set raised_in = pg_current_xact_id(), raised_at = now();
      update varde.link set text = 'x' where (position = 1);
      alter table varde.generation enable always trigger refuse_jump;
      """, as: "varde_owner")
    let sentences = try await registry.editor.verifyHistory().map(\.sentence)
    #expect(sentences == ["Generation 1 was written more than once."])
  }
}
