import Registry

/// Reads the name, number or postcode of a place, and never guesses between two of one kind.
///
/// A look-up: at most ``wordsMax`` words are cut apart, each part is sought in the sorted terms;
/// only where nothing exact is found all terms are gone through for typing errors.
struct PlaceReader {
  let index: SearchIndex
  let day: Day
  let language: Language

  /// Nobody writes a longer place; beyond it a text is not cut apart.
  static let wordsMax = 16
  /// How many places may be chosen from.
  static let candidatesMax = 5

  /// An area that a text may mean, before it is asked what became of it.
  struct Meaning: Hashable {
    let area: ID<Area>
    /// The post town by whose name it is meant.
    var town: String?
    /// Whether it is called so on the day, is called so no longer, or is not yet.
    var isCalledSo = true
    var isYetToCome = false
    /// When the number ended by which it is meant.
    var numberEnd: Day?
  }

  func read(_ written: String) -> Reading<ID<Area>> {
    let text = PlaceText.tidied(written)
    if let reading = readNumber(text) ?? settle(named(text), written: text) { return reading }
    if let key = index.keys.subject(.area, key: text) {
      return settle([Meaning(area: ID(bits: key.bits))], written: text) ?? unknown(text)
    }
    guard PlaceText.wordCount(text) <= PlaceReader.wordsMax else { return unknown(text) }
    return readCoded(text) ?? readParts(text) ?? readRunTogether(text)
      ?? unknown(text, near: townsHeaded(text))
  }

  /// What is called exactly so, but for spelling, also without the word for its kind.
  func named(_ text: String) -> [Meaning] {
    let whole = sure(text) { _ in true }
    if !whole.isEmpty {
      // A village may be less known than the post town that is called so with more behind it.
      let isVillage = whole.allSatisfy { $0.town == nil && kindKey($0.area) == "place" }
      return isVillage ? whole + townsHeaded(text) : whole
    }
    guard let (name, kinds) = PlaceText.kindAndName(text) else { return [] }
    return sure(name) { entry in
      entry.isPostTown
        ? kinds.contains("place") : kinds.contains(kindKey(ID(bits: entry.subject.bits)))
    }
  }

  /// `Mo i Rana` for `Mo`.
  private func townsHeaded(_ text: String) -> [Meaning] {
    index.townsByHead[Folded(text).compact, default: []].map { meaning(index.entries[$0]) }
  }

  private func sure(_ text: String, isWanted: (SearchEntry) -> Bool) -> [Meaning] {
    var seen: Set<Meaning> = []
    return index.sameNames(text, kinds: [.area], isWanted: isWanted)
      .map { meaning(index.entries[$0]) }.filter { seen.insert($0).inserted }
  }

  func meaning(_ entry: SearchEntry) -> Meaning {
    let isYetToCome = entry.valid.from.map { $0 > day } ?? false
    return Meaning(
      area: ID(bits: entry.subject.bits), town: entry.isPostTown ? entry.text : nil,
      isCalledSo: entry.valid.contains(day) && entry.kind != .former, isYetToCome: isYetToCome)
  }

  func kindKey(_ area: ID<Area>) -> String {
    index.areas.kind(of: area)?.key ?? ""
  }

  /// What sort of place it was on the day: a place that still had a municipality's number was one.
  func kindThen(_ area: ID<Area>) -> String {
    let kind = kindKey(area)
    guard kind == "former-municipality" else { return kind }
    let isNumbered = index.areas.codes(of: area)
      .contains { $0.scheme == "kommune" && $0.valid.contains(day) }
    return isNumbered ? "municipality" : kind
  }
}
