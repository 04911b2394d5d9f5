package import Registry

extension RoutingIndex {
  private static let municipalityRank = 40

  /// The municipalities of that day inside a place, or of the whole registry, by key; the place
  /// itself when it is no wider than a municipality.
  package func municipalities(in place: ID<Area>? = nil, on day: Day) -> [ID<Area>] {
    let all = tables.areas.indices.filter {
      let area = tables.areas[$0]
      return area.rank == RoutingIndex.municipalityRank && area.row.valid.contains(day)
    }
    guard let number = place.flatMap({ tables.areaNumbers[$0] }) else {
      return all.map { tables.areas[$0].row.id }
    }
    if tables.areas[number].rank <= RoutingIndex.municipalityRank {
      return [tables.areas[number].row.id]
    }
    return all.filter { tables.areaWalk(from: $0, on: day).contains(number) }
      .map { tables.areas[$0].row.id }
  }
}
