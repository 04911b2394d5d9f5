import Registry

/// Reads the name, number or postcode of a place, and never guesses between two of one kind.
struct PlaceReader {
  let index: SearchIndex
  let day: Day
  let language: Language

  /// An area of the sought name, and whether it is called so on the day.
  struct Found: Hashable {
    let area: ID<Area>
    var isCalledSo = true
  }

  func read(_ text: String) -> Reading<ID<Area>> {
    if let reading = readNumber(text) ?? accept(whole(text), written: text) { return reading }
    if let reading = readQualified(text) ?? readName(text, within: nil) { return reading }
    return readTyped(text) ?? unknown(text)
  }

  /// `Kommune/Bydel`, `Bydel, Kommune` or `Navn (Fylke)`.
  private func readQualified(_ text: String) -> Reading<ID<Area>>? {
    guard let (outer, inner) = PlaceText.qualified(text) else { return nil }
    if PlaceText.isKindWord(outer) { return readName("\(inner) \(outer)", within: nil) }
    let around: Reading<ID<Area>> = read(outer)
    guard case .found(let area, let remarks) = around else { return around }
    switch readName(inner, within: area) ?? readTyped(inner, within: area) {
    case .found(let place, let more)?: return .found(place, remarks + more)
    case .fault(let fault)?: return .fault(fault)
    case nil: return unknown(text, within: area, sought: inner)
    }
  }

  /// A name as written, or without the word for its kind; nil when there is none.
  private func readName(_ text: String, within outer: ID<Area>?) -> Reading<ID<Area>>? {
    if outer == nil, let key = index.keys.subject(.area, key: text) {
      return settle([Found(area: ID(bits: key.bits))], written: text, reason: nil)
    }
    if let reading = accept(whole(text, within: outer), written: text) { return reading }
    if let (name, kinds) = PlaceText.kindAndName(text) {
      let bare = index.wholeMatches(name, kinds: [.area]) { entry in
        isInside(entry, outer) && kinds.contains(kindKey(ID(bits: entry.subject.bits)))
      }
      if let reading = accept(bare, written: text) { return reading }
    }
    return outer == nil ? readRunTogether(text) : nil
  }

  /// `Trondheim Heimdal`: one name inside another without a mark between them.
  private func readRunTogether(_ text: String) -> Reading<ID<Area>>? {
    let words = text.split(separator: " ").map(String.init)
    for cut in words.indices.dropFirst() {
      let parts = [words[..<cut], words[cut...]].map { $0.joined(separator: " ") }
      for (outer, inner) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        guard let around = accept(whole(outer), written: outer)?.value else { continue }
        let inside = whole(inner, within: around).filter { area(of: $0) != around }
        if let reading = accept(inside, written: text) { return reading }
      }
    }
    return nil
  }

  /// A single name within a few typing errors.
  private func readTyped(_ text: String, within outer: ID<Area>? = nil) -> Reading<ID<Area>>? {
    let near = whole(text, within: outer)
    return near.isEmpty ? nil : settle(near.map(found), written: text, reason: .typo)
  }

  private func whole(_ text: String, within outer: ID<Area>? = nil) -> [WholeMatch] {
    index.wholeMatches(text, kinds: [.area]) { isInside($0, outer) }
  }

  private func accept(_ matches: [WholeMatch], written: String) -> Reading<ID<Area>>? {
    let sure = matches.filter { $0.match.level <= .folded }
    guard !sure.isEmpty else { return nil }
    let isFormer = sure.allSatisfy { index.entries[$0.entry].kind == .former }
    return settle(sure.map(found), written: written, reason: isFormer ? .formerName : nil)
  }

  private func area(of match: WholeMatch) -> ID<Area> {
    ID(bits: index.entries[match.entry].subject.bits)
  }

  private func found(_ match: WholeMatch) -> Found {
    let entry = index.entries[match.entry]
    return Found(
      area: area(of: match), isCalledSo: entry.valid.contains(day) && entry.kind != .former)
  }

  private func isInside(_ entry: SearchEntry, _ outer: ID<Area>?) -> Bool {
    guard let outer else { return true }
    let area = ID<Area>(bits: entry.subject.bits)
    let end = index.areas.area(area)?.valid.until
    return index.areas.isInside(area, outer, on: day)
      || (end.map { $0 <= day } ?? false) && index.areas.isInside(area, outer, on: lastDay(area))
  }

  private func lastDay(_ area: ID<Area>) -> Day {
    (index.areas.area(area)?.valid.until ?? day + 1) + -1
  }

  func kindKey(_ area: ID<Area>) -> String {
    index.areas.kind(of: area)?.key ?? ""
  }
}
