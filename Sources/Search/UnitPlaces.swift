import Registry

/// Where organisations lie, what they serve and what kinds they are, to tell two of one name apart.
struct UnitPlaces {
  private let forms: RowGroups<ID<Organisation>, OrganisationForm>
  private let parents: RowGroups<ID<Organisation>, OrganisationParent>
  private let services: RowGroups<ID<Organisation>, OrganisationService>

  init(_ snapshot: Snapshot) {
    forms = RowGroups(snapshot.organisationForms, by: { $0.organisation })
    parents = RowGroups(snapshot.organisationParents, by: { $0.organisation })
    services = RowGroups(snapshot.organisationServices, by: { $0.organisation })
  }

  func kind(of unit: ID<Organisation>, on day: Day) -> ID<OrganisationKind>? {
    let known = forms[unit]
    return (known.first { $0.valid.contains(day) } ?? known.last)?.kind
  }

  /// Whether it has ended before that day, or all that it was has been withdrawn.
  func hasEnded(_ unit: ID<Organisation>, on day: Day) -> Bool {
    forms[unit].allSatisfy { form in form.valid.until.map { $0 <= day } ?? false }
  }

  /// The areas that it lies in or serves, its own and then those of what it belongs to.
  func areas(of unit: ID<Organisation>, on day: Day) -> [ID<Area>] {
    var unit = unit
    var seen: Set<ID<Organisation>> = []
    while seen.insert(unit).inserted {
      let located = forms[unit].filter { $0.valid.contains(day) }.compactMap(
        \.location)
      let served = services[unit].filter { $0.valid.contains(day) }.compactMap(\.area)
      if !(located + served).isEmpty { return located + served }
      let above = parents[unit].first { $0.valid.contains(day) }
      guard let above else { return [] }
      unit = above.parent
    }
    return []
  }
}
