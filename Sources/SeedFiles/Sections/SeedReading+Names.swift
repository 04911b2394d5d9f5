import Registry

/// A text in a language, and where it was written.
struct LocalText {
  let language: Language
  let text: String
  let value: SeedValue
}

/// Whom or what a name belongs to, and for how long.
struct NameBearer {
  let subject: Subject
  /// The plan whose word it is; nil when everybody says so.
  let plan: ID<Plan>?
  let valid: DayRange
  let provenance: Provenance
  let document: SeedDocument
}

extension SeedReading {
  static let nameFields: Set<String> = [
    "name", "short", "names", "synonyms", "aliases", "correction",
  ]

  /// The names of an entry: `name`, `short`, `names`, `synonyms` and `aliases`.
  func readNames(
    _ entry: SeedEntry, of subject: Subject, valid: DayRange, _ provenance: Provenance,
    _ document: SeedDocument
  ) {
    let bearer = NameBearer(
      subject: subject, plan: nil, valid: valid, provenance: provenance, document: document)
    for (field, kind) in [
      ("name", NameKind.official), ("short", .short), ("synonyms", .synonym), ("aliases", .alias),
    ] {
      guard let value = entry[field] else { continue }
      let allowsMany = kind == .synonym || kind == .alias
      for text in localTexts(value, allowsMany: allowsMany) {
        let id = addName(text, kind, of: bearer)
        if kind == .official, entry.flag("correction") {
          id.map { _ = rows.corrections.insert($0) }
        }
      }
    }
    for value in entry.items("names") { readName(value, of: bearer) }
  }

  /// `Text` is bokmål; `{nb: …, nn: …, en: …}` says the language.
  func localTexts(_ value: SeedValue, allowsMany: Bool) -> [LocalText] {
    guard value.isMapping else {
      return texts(value, .bokmål, allowsMany: allowsMany)
    }
    return value.namedValues().flatMap { name, value in
      guard let language = language(name, value) else { return [LocalText]() }
      return texts(value, language, allowsMany: allowsMany)
    }
  }

  private func texts(_ value: SeedValue, _ language: Language, allowsMany: Bool) -> [LocalText] {
    let values = allowsMany ? value.items : [value]
    return values.compactMap { value in
      value.text().map { LocalText(language: language, text: $0, value: value) }
    }
  }

  /// One item of `names:`, or a row of the section of that name.
  private func readName(_ value: SeedValue, of bearer: NameBearer) {
    let fields: Set<String> = ["about", "text", "language", "kind", "plan"]
    guard let entry = value.entry(fields.union(Provenance.fields)),
      let text = entry.required("text")?.text()
    else { return }
    let provenance = provenance(entry, within: bearer.provenance)
    let kind: NameKind = entry.choice("kind") ?? .official
    let owner = NameBearer(
      subject: bearer.subject,
      plan: entry["plan"].flatMap { index.plans.resolve($0) } ?? bearer.plan,
      valid: range(entry, within: bearer.valid), provenance: provenance, document: bearer.document)
    addName(LocalText(language: language(entry), text: text, value: value), kind, of: owner)
    readDoubts(entry, about: bearer.subject, provenance, bearer.document)
  }

  /// A name of something that another entry or file defines.
  func readLooseName(_ value: SeedValue, _ document: SeedDocument) {
    guard let about = value.field("about") else {
      value.fault("The field `about` is missing; write `about: {organisation: …}` or the like.")
      return
    }
    guard let subject = subject(about, document) else { return }
    let isTimeless = ![.organisation, .designation].contains(subject.kind)
    let provenance = isTimeless ? document.provenance.timeless : document.provenance
    readName(
      value,
      of: NameBearer(
        subject: subject, plan: nil, valid: provenance.valid, provenance: provenance,
        document: document))
  }

  func language(_ entry: SeedEntry) -> Language {
    guard let value = entry["language"], let text = value.text() else { return .bokmål }
    return language(text, value) ?? .bokmål
  }

  private func language(_ code: String, _ value: SeedValue) -> Language? {
    let isCode =
      (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (97...122).contains($0) }
    if isCode, code != "no" { return Language(code) }
    value.fault("`\(code)` is not a language here; write nb, nn, en, se, sma, smj …")
    return nil
  }

  /// Longer than any name.
  private static let nameSignsMax = 250

  /// Whether a text can be what something is called; a fault says why not.
  private func isName(_ text: LocalText) -> Bool {
    if text.text.count > SeedReading.nameSignsMax {
      text.value.fault(
        "The name has \(text.text.count) signs; at most \(SeedReading.nameSignsMax) belong here.")
      return false
    }
    let signs = Array(text.text)
    let isLost = signs.indices.dropFirst().dropLast().contains {
      signs[$0] == "?" && signs[$0 - 1].isLetter && signs[$0 + 1].isLetter
    }
    if isLost {
      text.value.fault(
        "`\(text.text)` has a question mark inside a word: a letter was lost when it was saved; "
          + "write it again from its source.")
    }
    return !isLost
  }

  @discardableResult
  func addName(_ text: LocalText, _ kind: NameKind, of bearer: NameBearer) -> ID<Name>? {
    guard isName(text) else { return nil }
    let parts = [
      bearer.subject.text, text.language.code, kind.rawValue, text.text,
      bearer.plan?.description ?? "",
    ]
    let id: ID<Name> = freeID(Name.table, parts, bearer.valid)
    rows.add(
      Name(
        id: id, subject: bearer.subject,
        language: text.language, kind: kind, text: text.text,
        plan: bearer.plan, valid: bearer.valid,
        citation: citation(bearer.provenance, bearer.document, at: text.value.position)),
      of: bearer.document.name, at: text.value.position)
    return id
  }
}
