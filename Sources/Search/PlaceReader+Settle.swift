import Registry

extension PlaceReader {
  /// Chooses among areas of one name, or refuses: standing before ended, then the fixed order of
  /// kinds; two of one kind are never guessed between.
  func settle(
    _ found: [Found], written: String, reason: Understanding.Reason?
  ) -> Reading<ID<Area>> {
    if found.count == 1, let area = found.first?.area {
      let remarks = reason.map { [remark(written, area, $0)] } ?? []
      return follow(area, written: written, remarks: remarks)
    }
    let called = Set(found.filter(\.isCalledSo).map(\.area))
    var seen: Set<ID<Area>> = []
    let areas = found.map(\.area).filter { seen.insert($0).inserted }
    let ranked = areas.map { (area: $0, rank: rank($0, isCalledSo: called.contains($0))) }
    let best = ranked.map(\.rank).min { $0.lexicographicallyPrecedes($1) } ?? []
    let chosen = ranked.filter { $0.rank == best }.map(\.area)
    guard chosen.count == 1, let area = chosen.first else {
      return .fault(fault(written, .ambiguous, chosen))
    }
    var remarks: [Understanding] = []
    if let reason { remarks.append(remark(written, area, reason)) }
    let namesakes = ranked.map(\.area).filter {
      $0 != area && !isOne($0, area) && !index.areas.isGone($0, on: day)
    }
    if !namesakes.isEmpty {
      remarks.append(remark(written, area, .namesakes, others: namesakes.map(candidate)))
    }
    return follow(area, written: written, remarks: remarks)
  }

  /// Goes on to what became of an ended area: one successor is taken and told, several are asked.
  /// Of a ring nothing has become: it is answered where it was asked.
  private func follow(
    _ area: ID<Area>, written: String, remarks: [Understanding]
  ) -> Reading<ID<Area>> {
    var current = area
    var seen: Set<ID<Area>> = [area]
    while index.areas.isGone(current, on: day) {
      guard let successor = index.areas.successor(of: current, on: day) else {
        let parts = index.areas.successors(of: current).filter { $0.day <= day }.map(\.successor)
        guard parts.isEmpty else { return .fault(fault(written, .split, Set(parts).sorted())) }
        break
      }
      guard seen.insert(successor).inserted else { return .found(area, remarks) }
      current = successor
    }
    guard current != area else { return .found(area, remarks) }
    return .found(current, remarks + [remark(written, current, .successor)])
  }

  /// A municipality and the county of the same extent are not two places to choose between.
  private func isOne(_ one: ID<Area>, _ other: ID<Area>) -> Bool {
    index.areas.isInside(other, one, on: day) || index.areas.isInside(one, other, on: day)
      || index.areas.successors(of: one).contains { $0.successor == other }
  }

  /// Standing places first, then those called so on the day, then the order of kinds.
  private func rank(_ id: ID<Area>, isCalledSo: Bool) -> [Int] {
    let valid = index.areas.area(id)?.valid ?? .always
    let isStanding = valid.contains(day)
    let livesOn = !isStanding && valid.until != nil && !index.areas.isGone(id, on: day)
    let order = PlaceReader.kindOrder.firstIndex(of: kindKey(id)) ?? PlaceReader.kindOrder.count
    let width = index.areas.kind(of: id)?.rank ?? Int.max
    let isKnown = order < PlaceReader.kindOrder.count
    return [
      isStanding || livesOn ? 0 : 1, isCalledSo || livesOn ? 0 : 1, order, isKnown ? 0 : width,
      isStanding ? 0 : 1,
    ]
  }

  private static let kindOrder = [
    "municipality", "district", "former-municipality", "place", "county", "region",
    "service-zone", "part-of-country", "police-district", "country", "abroad",
  ]

  func remark(
    _ written: String, _ area: ID<Area>, _ reason: Understanding.Reason, others: [Candidate] = []
  ) -> Understanding {
    Understanding(
      field: .place, written: written, label: label(area), reason: reason, others: others)
  }

  func fault(_ written: String, _ reason: NameFault.Reason, _ areas: [ID<Area>]) -> NameFault {
    NameFault(
      field: .place, written: written, reason: reason, candidates: areas.map(candidate))
  }

  func unknown(
    _ text: String, within outer: ID<Area>? = nil, sought: String? = nil
  ) -> Reading<ID<Area>> {
    let near = index.suggestions(sought ?? text, kinds: [.area], countMax: 40)
      .map { ID<Area>(bits: $0.subject.bits) }
      .filter { area in outer.map { index.areas.isInside(area, $0, on: day) } ?? true }
    return .fault(fault(text, .unknown, Array(near.prefix(5))))
  }

  func label(_ area: ID<Area>) -> String {
    index.book.label(of: .area(area), language: language, on: day)
      ?? index.areas.area(area)?.key ?? ""
  }

  func candidate(_ area: ID<Area>) -> Candidate {
    let around = index.areas.outward(from: area, on: day).dropFirst()
      .first { ["municipality", "county"].contains(kindKey($0)) }
    let kind = index.areas.area(area).map { Subject.areaKind($0.kind) }
    let sort = kind.flatMap { index.book.label(of: $0, language: language, on: nil) }
    let number = index.areas.code(of: area, on: day)
    let place = around.map(label)
    let detail = [[sort, number].compactMap { $0 }.joined(separator: " "), place]
      .compactMap { $0 }.joined(separator: ", ")
    let name = label(area)
    let key = index.areas.area(area)?.key
    return Candidate(
      field: .place, subject: .area(area), label: name, detail: detail,
      write: place.map { "\($0)/\(name)" } ?? key ?? name)
  }
}
