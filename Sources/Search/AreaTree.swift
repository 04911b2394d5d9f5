package import Registry

/// The areas with their hierarchies, numbers and successors, by day.
package final class AreaTree: Sendable {
  private let areas: RowsByKey<ID<Area>, Area>
  private let kinds: RowsByKey<ID<AreaKind>, AreaKind>
  private let parents: RowGroups<ID<Area>, AreaParent>
  private let children: RowGroups<ID<Area>, AreaParent>
  private let codes: RowGroups<ID<Area>, AreaCode>
  private let numbered: RowGroups<String, AreaCode>
  private let postcodes: RowGroups<String, Postcode>
  private let successions: RowGroups<ID<Area>, AreaSuccession>
  private let predecessors: RowGroups<ID<Area>, AreaSuccession>
  private let countries: [ID<Area>]

  package init(_ snapshot: Snapshot) {
    areas = RowsByKey(snapshot.areas, by: { $0.id })
    kinds = RowsByKey(snapshot.areaKinds, by: { $0.id })
    parents = RowGroups(snapshot.areaParents, by: { $0.area })
    children = RowGroups(snapshot.areaParents, by: { $0.parent })
    codes = RowGroups(snapshot.areaCodes, by: { $0.area })
    numbered = RowGroups(snapshot.areaCodes, by: { $0.code })
    postcodes = RowGroups(snapshot.postcodes, by: { $0.code })
    successions = RowGroups(snapshot.areaSuccessions, by: { $0.area })
    predecessors = RowGroups(snapshot.areaSuccessions, by: { $0.successor })
    let country = Set(snapshot.areaKinds.lazy.filter { $0.key == "country" }.map(\.id))
    countries = snapshot.areas.lazy.filter { country.contains($0.kind) }.map(\.id)
  }

  package func area(_ id: ID<Area>) -> Area? { areas[id] }

  package func kind(of id: ID<Area>) -> AreaKind? { areas[id].flatMap { kinds[$0.kind] } }

  /// What it lies in, as far as that is here.
  package func parents(of id: ID<Area>) -> [AreaParent] {
    parents[id].filter { isKnown($0.parent) }
  }

  package func children(of id: ID<Area>) -> [AreaParent] {
    children[id].filter { isKnown($0.area) }
  }

  package func codes(of id: ID<Area>) -> [AreaCode] { Array(codes[id]) }

  /// What became of it, as far as that is here.
  package func successors(of id: ID<Area>) -> [AreaSuccession] {
    successions[id].filter { isKnown($0.successor) }
  }

  /// The one area that it has become by that day; nil when it was split, also when of its parts
  /// only one is here.
  package func successor(of id: ID<Area>, on day: Day) -> ID<Area>? {
    let became = became(id, on: day)
    return became.count == 1 ? became.areas.first : nil
  }

  /// What it had last become by that day: a part that became independent again after a merger is
  /// what it is now, not what it was part of.
  ///
  /// `count` is of all parts, those that are not here too.
  func became(_ id: ID<Area>, on day: Day) -> (areas: [ID<Area>], count: Int) {
    let past = successions[id].filter { $0.day <= day }
    let last = past.map(\.day).max()
    let parts = Set(past.filter { $0.day == last }.map(\.successor))
    return (parts.filter(isKnown).sorted(), parts.count)
  }

  package func predecessors(of id: ID<Area>) -> [AreaSuccession] {
    predecessors[id].filter { isKnown($0.area) }
  }

  package func postcodes(_ code: String) -> [Postcode] {
    postcodes[code].filter { isKnown($0.area) }
  }

  /// The areas that carry or carried that official number.
  package func numbered(_ code: String) -> [AreaCode] { numbered[code].filter { isKnown($0.area) } }

  private func isKnown(_ id: ID<Area>) -> Bool { areas.position(of: id) != nil }

  /// The country that stands on that day.
  package func country(on day: Day) -> ID<Area>? {
    countries.first { areas[$0]?.valid.contains(day) ?? false }
  }

  /// The number to name the area by on that day: an official one, else the key.
  package func code(of id: ID<Area>, on day: Day?) -> String? {
    let known = codes[id]
    if known.count == 1, let only = known.first, only.scheme != "maalform" { return only.code }
    var latest: (until: Int32, code: String)?
    for row in known where row.scheme != "maalform" {
      if day.map({ row.valid.contains($0) }) ?? true { return row.code }
      let until = row.valid.until?.number ?? Int32.max
      if latest.map({ $0 < (until, row.code) }) ?? true { latest = (until, row.code) }
    }
    return latest?.code ?? areas[id]?.key
  }

  /// The area itself and everything around it on that day, nearest first.
  package func outward(from id: ID<Area>, on day: Day) -> [ID<Area>] {
    walk(from: id) { id in
      self.parents(of: id).filter { $0.valid.contains(day) }.map(\.parent)
    }
  }

  /// The area itself and everything inside it on that day.
  package func inward(from id: ID<Area>, on day: Day) -> [ID<Area>] {
    walk(from: id) { id in
      self.children(of: id).filter { $0.valid.contains(day) }.map(\.area)
    }
  }

  /// Whether one area lies in another on that day, or is it.
  package func isInside(_ inner: ID<Area>, _ outer: ID<Area>, on day: Day) -> Bool {
    outward(from: inner, on: day).contains(outer)
  }

  /// Whether one area has ever lain in another, or is it: how people place what has moved.
  func hasBeenInside(_ inner: ID<Area>, _ outer: ID<Area>) -> Bool {
    inner == outer || walk(from: inner) { self.parents(of: $0).map(\.parent) }.contains(outer)
  }

  /// Whether the area has ended and lives on only through its successors.
  package func isGone(_ id: ID<Area>, on day: Day) -> Bool {
    guard let area = areas[id], let end = area.valid.until, end <= day else { return false }
    // It lives on in what it has come to lie in, also when that is not here. A step outward that
    // says nothing of the end, such as one into a plan's own region, keeps nothing alive.
    return !parents[id].contains { parent in
      parent.valid.contains(day) && (parent.valid.from.map { $0 >= end } ?? false)
    }
  }

  private func walk(from start: ID<Area>, next: (ID<Area>) -> [ID<Area>]) -> [ID<Area>] {
    var reached: [ID<Area>] = [start]
    var seen: Set<ID<Area>> = [start]
    var place = 0
    while place < reached.count {
      for id in next(reached[place]) where seen.insert(id).inserted { reached.append(id) }
      place += 1
    }
    return reached
  }
}
