import Registry

extension PlaceReader {
  /// Answers for the one area that is meant, or asks; nil when nothing is meant.
  ///
  /// Two that are called so are never guessed between. A municipality's own name is answered, with
  /// the others told that are a village or only have a post town of that name; so is the wider of
  /// two of which one lies in the other.
  func settle(
    _ meanings: [Meaning], written: String, reason: Understanding.Reason? = nil
  ) -> Reading<ID<Area>>? {
    guard !meanings.isEmpty else { return nil }
    let inTime = meanings.filter { !$0.isYetToCome }
    let groups = standingGroups(inTime.isEmpty ? meanings : inTime)
    let places = living(distinct(groups.filter { $0.meaning.town == nil }))
    let towns = distinct(groups.filter { $0.meaning.town != nil })
      .filter { town in !places.contains { isOne($0.area, town.area) } }
    if places.isEmpty { return settle(towns: towns, written: written) }
    let (first, inside) = ownFirst(nested(places))
    guard first.count == 1, let chosen = first.first else {
      let isSplit = Set(first.map(\.meaning.area)).count == 1 && first.contains(where: \.isSplit)
      let all = isSplit ? first : first + towns
      return .fault(fault(written, isSplit ? .split : .ambiguous, all.map(candidate)))
    }
    if chosen.isSplit { return .fault(fault(written, .split, [candidate(chosen)])) }
    let isMunicipality = ["municipality", "county"].contains(kindThen(chosen.area))
    if PlaceText.isGeneric(written), !isMunicipality {
      return unknown(written, near: [chosen.meaning])
    }
    guard towns.isEmpty || isMunicipality else {
      return .fault(fault(written, .ambiguous, ([chosen] + towns).map(candidate)))
    }
    let others = (inside + towns).map(candidate)
    return .found(chosen.area, remarks(chosen, written, reason, others))
  }

  /// An area as it stands on the day, and by what it is meant.
  struct Standing {
    let area: ID<Area>
    let meaning: Meaning
    let isSplit: Bool
  }

  /// What has ended gives way to what is called so after it and has come of it.
  private func standingGroups(_ meanings: [Meaning]) -> [Standing] {
    let groups = meanings.map { ($0, standing($0)) }
    let own = Set(
      groups.filter { $0.0.town == nil && $0.1.areas.contains($0.0.area) }.map(\.0.area))
    return groups.flatMap { meaning, found -> [Standing] in
      let isReplaced =
        meaning.town == nil && !own.contains(meaning.area)
        && found.areas.contains(where: own.contains)
      return isReplaced
        ? []
        : found.areas.map { Standing(area: $0, meaning: meaning, isSplit: found.isSplit) }
    }
  }

  /// Each area once, by its best meaning, in the fixed order.
  private func distinct(_ found: [Standing]) -> [Standing] {
    var seen: Set<ID<Area>> = []
    return found.map { (place: $0, rank: rank($0)) }
      .sorted {
        $0.rank == $1.rank
          ? $0.place.area < $1.place.area : $0.rank.lexicographicallyPrecedes($1.rank)
      }
      .map(\.place).filter { seen.insert($0.area).inserted }
  }

  /// Without what has ended and become nothing, where anything else is called so.
  private func living(_ places: [Standing]) -> [Standing] {
    let living = places.filter { !index.areas.isGone($0.area, on: day) }
    return living.isEmpty ? places : living
  }

  private func settle(towns: [Standing], written: String) -> Reading<ID<Area>>? {
    guard towns.count == 1, let town = towns.first else {
      return .fault(fault(written, .ambiguous, towns.map(candidate)))
    }
    let name = town.meaning.town ?? written
    return .found(town.area, [remark(name, town.area, .postTown)])
  }

  /// The places to choose from, and those that lie in, or around, one of them: these differ too
  /// little to be asked about. A municipality and its county of the same name are one.
  private func nested(_ places: [Standing]) -> (first: [Standing], inside: [Standing]) {
    var first: [Standing] = []
    var inside: [Standing] = []
    for place in places {
      let around = first.first { isOne($0.area, place.area) }
      guard let nearest = around, !isAnotherCounty(nearest.area, place.area) else {
        first.append(place)
        continue
      }
      let isCounty = [nearest, place].contains { kindThen($0.area) == "county" }
      if !isCounty { inside.append(place) }
    }
    return (first, inside)
  }

  /// The one municipality before villages elsewhere that are called as it is.
  private func ownFirst(
    _ found: (first: [Standing], inside: [Standing])
  ) -> (first: [Standing], inside: [Standing]) {
    let own = found.first.filter {
      kindThen($0.area) == "municipality" && $0.meaning.isCalledSo && !$0.isSplit
    }
    let others = found.first.filter { kindThen($0.area) == "place" }
    guard own.count == 1, own.count + others.count == found.first.count else { return found }
    return (own, found.inside + others)
  }

  /// Whether a county and what lies in it are two in people's minds: Troms and Tromsø, which have
  /// one name in North Sami, and not Oslo and Oslo.
  private func isAnotherCounty(_ one: ID<Area>, _ other: ID<Area>) -> Bool {
    guard [one, other].contains(where: { kindThen($0) == "county" }) else { return false }
    let names = [one, other].map { area in
      index.book.label(of: .area(area), language: .bokmål, on: day)
    }
    return names[0] != names[1]
  }

  private func remarks(
    _ place: Standing, _ written: String, _ reason: Understanding.Reason?, _ others: [Candidate]
  ) -> [Understanding] {
    var remarks: [Understanding] = []
    let isSame = place.area == place.meaning.area
    if let reason {
      // A number that ended is told with the area that had it, and then what became of this.
      remarks.append(remark(written, isSame ? place.area : place.meaning.area, reason))
    } else if isSame, !place.meaning.isCalledSo, isFormerName(written, of: place.area) {
      remarks.append(remark(written, place.area, .formerName))
    }
    if !isSame, index.areas.isGone(place.meaning.area, on: day) {
      remarks.append(remark(written, place.area, .successor))
    }
    if !others.isEmpty { remarks.append(remark(written, place.area, .namesakes, others: others)) }
    return remarks
  }

  private func isFormerName(_ written: String, of area: ID<Area>) -> Bool {
    let folded = Folded(written).compact
    let own = index.book.names(of: .area(area)).filter { Folded($0.text).compact == folded }
    return !own.isEmpty && own.allSatisfy { $0.kind == .former }
  }

  private func isOne(_ one: ID<Area>, _ other: ID<Area>) -> Bool {
    index.areas.isInside(other, one, on: day) || index.areas.isInside(one, other, on: day)
  }

  /// Those called so on the day first, then the order of kinds.
  private func rank(_ place: Standing) -> [Int] {
    let kind = kindThen(place.area)
    let order = PlaceReader.kindOrder.firstIndex(of: kind) ?? PlaceReader.kindOrder.count
    let width = index.areas.kind(of: place.area)?.rank ?? Int.max
    let isKnown = order < PlaceReader.kindOrder.count
    return [place.meaning.isCalledSo ? 0 : 1, order, isKnown ? 0 : width]
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
}
