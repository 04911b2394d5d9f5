import PQ
import Registry
import SeedFiles
import TestSupport
import Testing

/// What a file takes for one person the database takes for one person, and nothing else.
@Suite struct SpellingTests {
  /// Spellings of names that nobody bears.
  private static let spellings: [String] = [
    "Grete Utenby", "grete utenby", "GRETE UTENBY", "Grete-Utenby", "Grete\u{A0}Utenby",
    "Grete\u{2009} Utenby", "Gr\u{AD}ete Uten\u{200B}by", "Ｇｒｅｔｅ Utenby", "Grete Utenby.",
    "Utenby, Grete", "G. Utenby", "Åse Ødegård Æsop", "A\u{30A}se Ødegård ÆSOP", "åse ødegård æsop",
    "Ååse", "Anne-Lise Prøve", "Anne Lise Prøve", "AnneLise Prøve", "O’Prøve", "O'Prøve", "OPRØVE",
    "Łuka Żółw", "łuka żółw", "ŁUKA ŻÓŁW", "Ýrr Þorn", "ýrr þorn", "ŸVES", "Ÿves", "Čáhppe Đuodji",
    "čáhppe đuodji", "ŊUOLLÁ ŦOAHTI", "Ĳsbrand", "ĸalle", "ŉalle", "ſven", "İlhan", "ılhan",
    "Straße", "STRASSE", "ẞigrid", "Ǆemal", "Αλφα Βήτα", "αλφα βητα", "ΣΟΦΟΣ", "Алта Ёж", "алта ёж",
    "Ѐва", "עדה", "王 小明", "プロ\u{FF9E}", "Ⅷ Prøve", "ﬁnn", "№ 1", "x×y÷z", "😀 Prøve",
    "Prøve\u{E0041}", "\u{FEFF}Prøve", "Prøve 2", "Μm µm",
  ]

  @Test("Two spellings are one in the program exactly when they are one in the database")
  func oneForm() async throws {
    let registry = try await TestRegistry.make()
    for spelling in Self.spellings {
      let folded = try await registry.texts(
        "select varde.same_name('\(spelling.replacing("'", with: "''"))') as text")
      #expect(folded == [PersonName.normal(spelling)], "\(spelling)")
    }
    let forms = Set(Self.spellings.map(PersonName.normal))
    #expect(forms.contains("greteutenby") && forms.contains("łukażółw") && forms.count > 35)
  }

  @Test("The hint of an address is what stands before its sign, and finds the address")
  func addresses() async throws {
    let registry = try await TestRegistry.make()
    let hint = try await registry.texts(
      """
      select (varde.secret_of(array[' grete utenby '], array[' grete utenby prove kommune no '],
        array['91861884'])).hint as text
      """)
    let text = try #require(hint.compactMap { $0 }.first)
    #expect(!text.contains("kommune") && text.contains("utenby"))
    for written in ["Skriv til grete.utenby@prove.kommune.no", "GRETE_UTENBY@prove.kommune.no"] {
      let found = try await registry.texts(
        "select varde.may_tell('\(written)', '\(text)')::text as text")
      #expect(found == ["true"], "\(written)")
    }
    let other = try await registry.texts(
      "select varde.may_tell('Skriv til post@prove.kommune.no', '\(text)')::text as text")
    #expect(other == ["false"])
  }
}
