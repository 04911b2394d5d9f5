import Registry

/// What a fact rests on and for how long it holds; entries inside entries inherit it.
struct Provenance {
  var source: ID<Source>?
  var section: String?
  var quote: String?
  var valid = DayRange.always
  var confirmed: Day?

  static let fields: Set<String> = [
    "section", "quote", "source", "from", "until", "confirmed", "doubt",
  ]

  /// The same source and days for what belongs to no time: concepts and areas.
  var timeless: Provenance {
    var copy = self
    copy.valid = .always
    return copy
  }
}

extension SeedReading {
  /// What an entry says of itself, the rest from what encloses it.
  ///
  /// A section or quote of its own stands alone: it is never joined with the enclosing entry's.
  func provenance(_ entry: SeedEntry, within outer: Provenance) -> Provenance {
    var result = outer
    if let value = entry["source"], let source = index.sources.resolve(value) {
      if source != outer.source { result.confirmed = sourceDays[source] }
      (result.source, result.section, result.quote) = (source, nil, nil)
    }
    if entry.has("section") || entry.has("quote") {
      (result.section, result.quote) = (entry.text("section"), entry.prose("quote"))
    }
    result.valid = range(entry, within: outer.valid)
    if let day = entry.day("confirmed") { result.confirmed = day }
    return result
  }

  /// `from` and `until` of an entry; what it does not say comes from outside.
  ///
  /// An entry that says only an end before the enclosing beginning is older than what encloses it
  /// (a former name), so its own beginning is open; and the other way round.
  func range(_ entry: SeedEntry, within outer: DayRange) -> DayRange {
    var (from, until) = (entry.day("from"), entry.day("until"))
    if from == nil, let start = outer.from, until.map({ $0 > start }) ?? true { from = start }
    if until == nil, let end = outer.until, from.map({ $0 < end }) ?? true { until = end }
    let range = DayRange(from: from, until: until)
    guard range.isEmpty, let from, let until else { return range }
    (entry["until"] ?? entry["from"] ?? entry.value).fault(
      "The days are empty or the wrong way round: from \(from), until \(until) (not included); "
        + "`until` must be a later day than `from`.")
    return .always
  }

  /// The citation row of a fact; facts of one file that cite the same sentence share it.
  func citation(
    _ provenance: Provenance, _ document: SeedDocument, at position: SeedPosition
  ) -> ID<Citation>? {
    guard let source = provenance.source else { return nil }
    let id: ID<Citation> = SeedIdentity.id(
      "citation", document.name, source.description, provenance.section ?? "",
      provenance.quote ?? "")
    rows.addOnce(
      Citation(id: id, source: source, section: provenance.section, quote: provenance.quote),
      of: document.name, at: position)
    return id
  }

  /// The doubts that an entry states about itself.
  func readDoubts(
    _ entry: SeedEntry, about subject: Subject, _ provenance: Provenance, _ document: SeedDocument
  ) {
    for value in entry.items("doubt") {
      guard let reason = value.prose() else { continue }
      // Two links of one plan may be doubted in the same words; the doubt is the plan's, once.
      let isSaid = rows.contains(
        RowReference(table: Doubt.table, bits: doubtID(subject, reason).bits))
      if !isSaid { addDoubt(reason, about: subject, provenance, document, at: value.position) }
    }
  }

  private func doubtID(_ subject: Subject, _ reason: String) -> ID<Doubt> {
    SeedIdentity.id("doubt", subject.text, reason)
  }

  func addDoubt(
    _ reason: String, about subject: Subject, _ provenance: Provenance, _ document: SeedDocument,
    at position: SeedPosition
  ) {
    rows.add(
      Doubt(
        id: doubtID(subject, reason), subject: subject, reason: reason,
        citation: citation(provenance, document, at: position)),
      of: document.name, at: position)
  }

  /// `links:` inside an entry.
  func readLinks(
    _ entry: SeedEntry, about subject: Subject, _ outer: Provenance, _ document: SeedDocument
  ) {
    for (position, value) in entry.items("links").enumerated() {
      readLink(value, about: subject, position: position + 1, outer, document)
    }
  }

  func readLink(
    _ value: SeedValue, about subject: Subject, position: Int, _ outer: Provenance,
    _ document: SeedDocument
  ) {
    let fields: Set<String> = ["about", "text", "url", "unusable"]
    guard let entry = value.entry(fields.union(Provenance.fields)) else { return }
    let provenance = provenance(entry, within: outer)
    let isUsable = !entry.flag("unusable")
    guard let text = entry.text("text") ?? entry.text("url") else {
      entry.fault("A link has a `text`, a `url` or both.")
      return
    }
    let url = entry.text("url")
    if isUsable {
      if let url, let value = entry["url"] {
        _ = webAddress(url, value)
      } else {
        entry.fault(
          "The link has no `url`; write it, or `unusable: true` when the source has none.")
      }
    }
    rows.add(
      Link(
        id: SeedIdentity.id("link", subject.text, text, url ?? ""), subject: subject,
        position: position, text: text, url: url, isUsable: isUsable, valid: provenance.valid,
        citation: citation(provenance, document, at: value.position)),
      of: document.name, at: value.position)
    readDoubts(entry, about: subject, provenance, document)
  }
}

extension Subject {
  /// For ids of what is about this.
  var text: String {
    "\(kind.rawValue) \(IDText.format(bits))"
  }
}
