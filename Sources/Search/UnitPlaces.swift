import Registry

/// Where organisations lie, what they serve and what kinds they are, to tell two of one name apart.
struct UnitPlaces {
  private let forms: [ID<Organisation>: [OrganisationForm]]
  private let parents: [ID<Organisation>: [OrganisationParent]]
  private let services: [ID<Organisation>: [OrganisationService]]

  init(_ snapshot: Snapshot) {
    forms = Dictionary(grouping: snapshot.organisationForms, by: \.organisation)
    parents = Dictionary(grouping: snapshot.organisationParents, by: \.organisation)
    services = Dictionary(grouping: snapshot.organisationServices, by: \.organisation)
  }

  func kind(of unit: ID<Organisation>, on day: Day) -> ID<OrganisationKind>? {
    let known = forms[unit, default: []]
    return (known.first { $0.valid.contains(day) } ?? known.last)?.kind
  }

  /// Whether it has ended before that day.
  func hasEnded(_ unit: ID<Organisation>, on day: Day) -> Bool {
    let known = forms[unit, default: []]
    return !known.isEmpty
      && known.allSatisfy { form in form.valid.until.map { $0 <= day } ?? false }
  }

  /// The areas that it lies in or serves, its own and then those of what it belongs to.
  func areas(of unit: ID<Organisation>, on day: Day) -> [ID<Area>] {
    var unit = unit
    for _ in 0..<8 {
      let located = forms[unit, default: []].filter { $0.valid.contains(day) }.compactMap(
        \.location)
      let served = services[unit, default: []].filter { $0.valid.contains(day) }.compactMap(\.area)
      if !(located + served).isEmpty { return located + served }
      let above = parents[unit, default: []].first { $0.valid.contains(day) }
      guard let above else { return [] }
      unit = above.parent
    }
    return []
  }
}
