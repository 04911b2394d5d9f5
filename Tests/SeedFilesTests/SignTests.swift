import Registry
import SeedFiles
import Testing

/// Signs that nobody sees, letters that are not what they look like, and text decoded twice.
@Suite struct SignTests {
  private static func faults(name: String) -> [SeedFault] {
    Seeds.faults(
      "seed: x\nsource: register\norganisations: [{add-to: politiet, aliases: \"\(name)\"}]\n")
  }

  @Test(arguments: [
    ("Pr\u{200B}øvevik", "U+200B (zero width space)"), ("\u{202E}kivevørP", "U+202E"),
    ("Prøve\u{AD}vik", "U+00AD (soft hyphen)"), ("Prøvevik\u{FEFF}", "U+FEFF"),
    ("\u{2066}Prøvevik\u{2069}", "U+2066"), ("Prøve\u{2060}vik", "U+2060"),
    ("Prøve\u{3164}vik", "U+3164"), ("Prøve\u{E000}vik", "U+E000"), ("Prøve\\x85vik", "line break"),
    ("Prøve\\nvik", "line break stands inside"), ("Prøve\\tvik", "A tab stands inside"),
    ("Prøve\\Lvik", "line break"), ("Tr\u{43E}ndheim", "U+043E (cyrillic small letter o)"),
    ("Politi \u{410}\u{412}\u{421}", "U+0410"), ("\u{FF30}røvevik", "write `P`"),
    ("o\u{FB03}ce", "write `ffi`"), ("kommune \u{661}", "is not one of the digits"),
    ("\u{1D40F}røvevik", "only looks like a letter"), ("Pr\u{3BF}vevik", "U+03BF"),
    ("BjÃ¸rn Ã˜vrevik", "`Bjørn Øvrevik`"), ("BjÃƒÂ¸rn", "`Bjørn`"),
    ("KÃ¡rÃ¡Å¡johka", "`Kárášjohka`"),
    ("2020 â€“ 2021", "`2020 – 2021`"), ("GrÃ¥", "`Grå`"), ("Bj√∏rn", "`Bjørn`"),
    ("Bj├©rn", "`Bjørn`"), ("Bj\u{FFFD}rn", "U+FFFD"), ("Bj?rn", "a letter was lost"),
    ("Bj&oslash;rn", "`&oslash;` is a sign of a web page's code"), ("Bj&#248;rn", "&#248;"),
  ])
  func `A name that is not what it looks like is refused with the sign or what it should be`(
    name: String, words: String
  ) {
    let faults = SignTests.faults(name: name)
    #expect(faults.map(\.line) == [3], "\(faults)")
    #expect(faults.first?.sentence.contains(words) == true, "\(faults)")
    #expect(
      faults.first.map { !$0.sentence.unicodeScalars.contains(where: HiddenSign.isHidden) } ?? false
    )
  }

  @Test(arguments: [
    "Kárášjohka–Karasjok", "Hábmer", "Deanu gielda", "Gáivuotna–Kåfjord", "Møre & Romsdal", "A–Å",
    "Fra A til “Å”", "«Ærlig talt»", "O’Brien", "Nord-Odal (0418)", "Raarvihke", "Sjö & Ö", "Ōe",
    "Kafé «Idé»", "1 µg", "Александр", "دليل", "25 % – 30 §", "√2", "Hva?", "Café Œuvre …",
  ])
  func `Names of people and places in their own letters are read as they are`(name: String) throws {
    let bundle = try Seeds.load(
      "seed: x\nsource: register\norganisations: [{add-to: politiet, aliases: \"\(name)\"}]\n")
    #expect(bundle.snapshot.names.contains { $0.text == name })
  }

  @Test func `Composed and decomposed letters and spaces of every width are one text`() throws {
    let forms = ["Skåne  nord", "Ska\u{30A}ne\u{A0}nord", " Skåne\u{2009}nord "]
    let texts = try forms.map { name in
      try Seeds.load(
        "seed: x\nsource: register\norganisations: [{add-to: politiet, aliases: \"\(name)\"}]\n"
      ).snapshot.names.first { $0.kind == .alias }?.text
    }
    #expect(Set(texts) == ["Skåne nord"])
    #expect(texts.first??.utf8.count == 11)
  }

  @Test func `A text of absurd length is refused and not told again`() {
    let faults = SignTests.faults(name: String(repeating: "a", count: 400_000))
    #expect(faults.count == 1)
    #expect(faults.first?.sentence.contains("400000 signs") == true)
    let long = SignTests.faults(name: String(repeating: "a", count: 400))
    #expect(long.first?.sentence.contains("at most 250") == true)
    let phone = Seeds.faults(
      "seed: x\nsource: register\norganisations: [{add-to: politiet, channels: {phone: "
        + String(repeating: "25000100", count: 9000) + "}}]\n")
    #expect(phone.count == 1)
    #expect(phone.allSatisfy { $0.description.count < 500 })
  }

  @Test func `Hidden signs in keys, references and quotes are named`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations:
        - key: a
          name: A
          kind: p\u{43E}lice  # <- U+043E
          quote: Ring p\u{200B}olitiet.  # <- U+200B
        - key: \u{430}
          # ^ a key of one Cyrillic letter is no key
          name: B
          kind: police
      """.replacing("- key: \u{430}\n", with: "- key: \u{430}  # <- is not a key\n"))
  }

  @Test func `Sentences may have line breaks, and nothing else may`() throws {
    let bundle = try Seeds.load(
      """
      seed: x
      source: register
      organisations:
        - {add-to: politiet, aliases: Lensmannen, quote: "Ring oss.\\nVi svarer."}
      """)
    #expect(bundle.snapshot.citations.contains { $0.quote == "Ring oss.\nVi svarer." })
  }
}
