import PQ
import Registry
import SeedFiles
import Store
import TestSupport
import Testing

/// A sentence that names a hidden person or number is not shown, wherever it stands.
@Suite struct SentenceTests {
  static let spellings = [
    "Kanarine Skjultsen", "kanarine SKJULTSEN", "Kanarine\u{A0}Skjultsen",
    "Kanarine  \t Skjultsen", "Kanarine\u{200B}Skjultsen", "Kana\u{AD}rine Skjult\u{200D}sen",
    "Kanarine-Skjultsen", "Skjultsen, Kanarine", "Kanarine Skjultsens", "Kanarine Skjultsen's",
    "\u{FF2B}anarine Skjultsen", "kanarine.skjultsen", "KanarineSkjultsen",
    "55 00 00 93", "55000093", "+47 55 00 00 93", "0047 550 00 093", "55-00-00-93", "55.00.00.93",
    "55\u{A0}00\u{202F}00\u{2009}93", "\u{FF15}5 00 00 93", "tlf55000093",
    "skjult@tranvik.example",
  ]

  @Test("A quote that names what is hidden is not shown in any spelling", arguments: spellings)
  func aQuoteThatNamesWhatIsHiddenIsNotShown(_ spelling: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    try await registry.seed(Self.file(quote: "Ring henne i dag."))
    #expect(try await registry.reader.snapshot().citations.compactMap(\.quote).count == 2)
    try await registry.run(
      """
      select varde.open_change(null, 'desk', 'a test');
      update varde.citation set quote = 'Ring \(spelling.replacing("'", with: "''")) i dag.'
      where (quote = 'Ring henne i dag.');
      """, as: "varde_editor")
    let snapshot = try await registry.reader.snapshot()
    let quotes = snapshot.citations.compactMap(\.quote)
    #expect(quotes == ["Ring sentralbordet i dag."])
    #expect(snapshot.designations.count == 2)
    #expect(snapshot.channels.contains { $0.canonical == "+4742000093" })
    let told = try await registry.texts(
      "select table_name || '.' || column_name as text from varde.keep_concealed()")
    #expect(Set(told) == ["citation.quote"])
  }

  @Test("A load names each sentence that is not shown, with its file")
  func aLoadNamesEachSentenceThatIsNotShown() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    let files = Self.file(quote: "Ring Kanarine Skjultsen på 55 00 00 93.")
    for _ in 1...2 {
      let concealed = try await registry.seed(files).concealed
      #expect(concealed.map { "\($0.row.table).\($0.column)" } == ["citation.quote"])
      #expect(concealed.map(\.position?.path) == ["rel.yaml"])
      #expect(concealed.map(\.key) == ["rel-list"])
    }
  }

  @Test(
    "What only looks like it is shown",
    arguments: [
      "Kanarine Skjultseth", "Karine Skjultsen", "Kanarine og Skjultsen", "55 00 00 94",
      "5 500 09", "skjult@tranvik.example.org",
    ])
  func whatOnlyLooksLikeItIsShown(_ text: String) async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    let difference = try await registry.seed(Self.file(quote: "Ring \(text) i dag."))
    let quotes = try await registry.reader.snapshot().citations.compactMap(\.quote)
    if text.contains("@") { return #expect(quotes.count == 1) }
    #expect(Set(quotes) == ["Ring \(text) i dag.", "Ring sentralbordet i dag."])
    #expect(difference.concealed == [])
  }

  @Test("No text of any row that is shown names what is hidden, nor does history")
  func noTextOfAnyRowThatIsShownNamesWhatIsHidden() async throws {
    let registry = try await TestRegistry.make()
    var planted = Sample.planted()
    planted.add(Person(id: Sample.id(93), key: "skjultkey", visibility: .desk))
    planted.add(PersonDetail(id: Sample.id(93), name: "Kanarine Skjultsen"))
    try await registry.load(planted)
    try await registry.run(Self.spoil, as: "varde_editor")
    for trace in ["skjultsen", "skjultkey"] {
      let found = try await registry.shown(trace)
      #expect(found == [], "\(trace)")
    }
    // Every row that routing hangs on is still there.
    let snapshot = try await registry.reader.snapshot()
    let whole = Sample.planted().bundle(files: []).snapshot
    #expect(snapshot.rules.count == whole.rules.count)
    #expect(snapshot.ruleTargets.count == whole.ruleTargets.count)
    #expect(snapshot.ruleCases.count == whole.ruleCases.count)
    #expect(snapshot.remits.count == whole.remits.count)
    #expect(snapshot.designations.count == whole.designations.count)
    #expect(snapshot.steps.count == whole.steps.count)
    // What a load keeps is what the views find by themselves.
    try await registry.run("select varde.keep_concealed()", as: "varde_editor")
    for trace in ["skjultsen", "skjultkey"] {
      let found = try await registry.shown(trace)
      #expect(found == [], "\(trace)")
    }
  }

  @Test("The same texts are shown when nobody is hidden")
  func theSameTextsAreShownWhenNobodyIsHidden() async throws {
    let registry = try await TestRegistry.make()
    try await registry.load(Sample.planted())
    try await registry.run(Self.spoil, as: "varde_editor")
    let found = try await registry.shown("skjultsen")
    for table in ["citation", "rule", "notice", "step", "measure", "link", "name", "channel"] {
      #expect(found.contains(table), "\(table)")
    }
  }

  @Test("A number that is public elsewhere and a word that is something's name hide nothing")
  func aNumberThatIsPublicElsewhereHidesNothing() async throws {
    let registry = try await TestRegistry.make()
    try await registry.seed(SecretTown.ground)
    let difference = try await registry.seed(
      SecretTown.file(
        "rel",
        """
        designations:
          - {key: a, function: mayor, organisation: kommune-9911, visibility: desk,
             holder: mentor, channels: [{phone: 420 00 093}]}
          - {key: b, function: mentor, organisation: kommune-9911,
             quote: "Vår mentor har 42 00 00 93.", channels: [{phone: 420 00 093}]}
        """))
    #expect(difference.concealed == [])
    let quotes = try await registry.reader.snapshot().citations.compactMap(\.quote)
    #expect(quotes == ["Vår mentor har 42 00 00 93."])
  }

  private static func file(quote: String) -> (path: String, text: String) {
    SecretTown.file(
      "rel",
      """
      persons: [{key: p, name: Kanarine Skjultsen, visibility: desk}]
      designations:
        - {key: rel-1, function: mayor, organisation: kommune-9911, holder: {person: p},
           quote: "\(quote)",
           channels:
             [{phone: 42 00 00 93}, {phone: 55 00 00 93, visibility: desk},
              {email: skjult@tranvik.example, visibility: desk}]}
        - {key: rel-2, function: mentor, organisation: kommune-9911,
           quote: "Ring sentralbordet i dag."}
      """)
  }

  /// Writes the name into every column that holds words, of every row but the hidden person's.
  private static let spoil = """
    select varde.open_change(null, 'desk', 'skriver om Kanarine Skjultsen');
    do $$
    declare
      item record;
    begin
      for item in
        select t.name as target, c.name, a.atttypid = 'text[]'::regtype as is_list
        from unnest(varde.seeded_tables()) as t (name)
          cross join lateral unnest(varde.worded_columns(t.name)) as c (name)
          join pg_attribute as a on ((a.attrelid = format('varde.%I', t.name)::regclass)
            and (a.attname = c.name))
        where ((c.name not in ('canonical', 'url')))
      loop
        execute format('update varde.%1$I as t set %2$I = %3$s where ((t.id <> varde.root()) '
          'and (t.%2$I is not null))', item.target, item.name,
          case when (item.is_list) then 'array[''Kanarine Skjultsen'']'
            else '''Kanarine Skjultsen '' || t.id' end);
      end loop;
    end $$;
    """
}
