/// Which things of a snapshot can be named, to leave out what names something else.
///
/// What a condition names may be hidden or withdrawn. Told without that name it would read as
/// anything; so it is not told at all. `RoutingIndex` drops the same rows when it is compiled.
package struct Presence: Sendable {
  private let areas: RowsByKey<ID<Area>, Area>
  private let organisations: RowsByKey<ID<Organisation>, Organisation>
  private let kinds: RowsByKey<ID<OrganisationKind>, OrganisationKind>
  private let functions: RowsByKey<ID<Function>, Function>
  private let concerns: RowsByKey<ID<Concern>, Concern>
  /// Those that are public.
  private let designations: RowsByKey<ID<Designation>, Designation>

  package init(
    areas: RowsByKey<ID<Area>, Area>, organisations: RowsByKey<ID<Organisation>, Organisation>,
    kinds: RowsByKey<ID<OrganisationKind>, OrganisationKind>,
    functions: RowsByKey<ID<Function>, Function>, concerns: RowsByKey<ID<Concern>, Concern>,
    designations: RowsByKey<ID<Designation>, Designation>
  ) {
    self.areas = areas
    self.organisations = organisations
    self.kinds = kinds
    self.functions = functions
    self.concerns = concerns
    self.designations = designations
  }

  package init(_ snapshot: Snapshot) {
    let seats = snapshot.designations.only { $0.visibility == .public }
    self.init(
      areas: RowsByKey(snapshot.areas, by: { $0.id }),
      organisations: RowsByKey(snapshot.organisations, by: { $0.id }),
      kinds: RowsByKey(snapshot.organisationKinds, by: { $0.id }),
      functions: RowsByKey(snapshot.functions, by: { $0.id }),
      concerns: RowsByKey(snapshot.concerns, by: { $0.id }),
      designations: RowsByKey(seats, by: { $0.id }))
  }

  /// Whether everything that it names is here.
  package func isWhole(_ remit: Remit) -> Bool {
    holds(remit.area, in: areas) && holds(remit.unit, in: organisations)
      && holds(remit.unitKind, in: kinds) && holds(remit.concern, in: concerns)
  }

  package func isWhole(_ service: OrganisationService) -> Bool {
    holds(service.area, in: areas) && holds(service.unit, in: organisations)
      && holds(service.unitKind, in: kinds)
  }

  package func isWhole<Owner>(_ line: Case<Owner>) -> Bool {
    holds(line.area, in: areas) && holds(line.unit, in: organisations)
      && holds(line.unitKind, in: kinds) && holds(line.concern, in: concerns)
      && holds(line.function, in: functions)
  }

  /// A channel that points to a contact who is not here is no way to anybody.
  package func isWhole(_ channel: Channel) -> Bool {
    holds(channel.viaOrganisation, in: organisations)
      && holds(channel.viaDesignation, in: designations)
  }

  private func holds<Row>(_ named: ID<Row>?, in rows: RowsByKey<ID<Row>, Row>) -> Bool {
    named.map { rows.position(of: $0) != nil } ?? true
  }
}
