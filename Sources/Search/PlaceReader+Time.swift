import Registry

/// What a place was, or has become, on the day that is asked about.
extension PlaceReader {
  /// The areas that stand on the day for what is meant: itself, what it has become, or what was
  /// there before it.
  ///
  /// `isSplit` says that it was divided, also when only one of its parts is here. Of a ring nothing
  /// has become: it is answered where it was asked.
  func standing(_ meaning: Meaning) -> (areas: [ID<Area>], isSplit: Bool) {
    if meaning.town != nil {
      return (parts(of: meaning.area, town: meaning.town ?? ""), false)
    }
    var reached: [ID<Area>] = []
    var isSplit = false
    var open = [meaning.area]
    var seen: Set<ID<Area>> = [meaning.area]
    while let area = open.popLast() {
      let next = onward(area, area == meaning.area ? meaning.numberEnd : nil)
      isSplit = isSplit || (next.count > 1 && !isYetToCome(area))
      if next.areas.isEmpty { reached.append(area) }
      open += next.areas.filter { seen.insert($0).inserted }
    }
    return reached.isEmpty ? ([meaning.area], false) : (narrowest(reached).sorted(), isSplit)
  }

  /// One step towards the day; nothing where it stands.
  private func onward(_ area: ID<Area>, _ numberEnd: Day?) -> (areas: [ID<Area>], count: Int) {
    if isYetToCome(area) {
      let before = index.areas.predecessors(of: area).filter { $0.day > day }.map(\.area)
      return (before, before.count)
    }
    guard index.areas.isGone(area, on: day) else { return ([], 0) }
    let became = index.areas.became(area, on: day)
    guard became.count > 1, let numberEnd else { return became }
    let own = became.areas.filter { !isOfLaterPart($0, of: area, since: numberEnd) }
    return own.isEmpty ? became : (own, own.count)
  }

  /// Whether a part that broke off is what had joined after the number ended: the number never
  /// stood for it.
  private func isOfLaterPart(_ part: ID<Area>, of area: ID<Area>, since day: Day) -> Bool {
    let joined = index.areas.predecessors(of: area).filter { $0.day >= day }.map(\.area)
    return joined.contains { index.areas.successors(of: $0).contains { $0.successor == part } }
  }

  func isYetToCome(_ area: ID<Area>) -> Bool {
    index.areas.area(area)?.valid.from.map { $0 > day } ?? false
  }

  /// The areas that have since become that one, and itself if it stood already; only the one that
  /// is called like the post town, where there is such a one.
  func parts(of area: ID<Area>, town: String) -> [ID<Area>] {
    var found: [ID<Area>] = []
    var open = [area]
    var seen: Set<ID<Area>> = [area]
    while let next = open.popLast() {
      if !isYetToCome(next), !index.areas.isGone(next, on: day) { found.append(next) }
      open += index.areas.predecessors(of: next).filter { $0.day > day }.map(\.area)
        .filter { seen.insert($0).inserted }
    }
    found = narrowest(found)
    let called = found.filter { area in
      index.book.names(of: .area(area)).contains { PlaceText.isTown(town, of: $0.text) }
    }
    if !called.isEmpty { return called.sorted() }
    return found.isEmpty ? standing(Meaning(area: area)).areas : found.sorted()
  }

  /// Those in which no other lies on the day.
  private func narrowest(_ areas: [ID<Area>]) -> [ID<Area>] {
    areas.filter { outer in
      !areas.contains { $0 != outer && index.areas.isInside($0, outer, on: day) }
    }
  }
}
