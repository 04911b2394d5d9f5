import Registry

extension TableBuilder {
  mutating func addUnits() {
    let rows = snapshot.organisations.sorted { $0.key < $1.key }
    unitNumbers = TableBuilder.numbers(rows.map(\.id))
    units = rows.map { UnitRecord(row: $0) }
    for form in snapshot.organisationForms.inOrder(by: { $0.id < $1.id }) {
      guard let unit = unitNumbers[form.organisation], let kind = kindNumbers[form.kind] else {
        continue
      }
      let location = form.location.flatMap { areaNumbers[$0] }
      units[unit].forms.append((kind, location, form.valid, form.citation))
    }
    for link in snapshot.organisationParents.inOrder(by: { $0.id < $1.id }) {
      guard let child = unitNumbers[link.organisation], let parent = unitNumbers[link.parent]
      else { continue }
      units[child].parents.append(DatedEdge(number: parent, valid: link.valid))
    }
    for service in snapshot.organisationServices.inOrder(by: { $0.id < $1.id }) {
      guard let unit = unitNumbers[service.organisation] else { continue }
      units[unit].services.append(
        (
          service.area.flatMap { areaNumbers[$0] }, workNode(service.unit, service.unitKind),
          service.valid
        ))
    }
  }

  mutating func addOfferings() {
    let rows = snapshot.offerings.sorted { $0.key < $1.key }
    offeringNumbers = TableBuilder.numbers(rows.map(\.id))
    offerings = rows.compactMap { row in
      unitNumbers[row.provider].map { OfferingRecord(row: row, provider: $0) }
    }
    offeringNumbers = TableBuilder.numbers(offerings.map(\.row.id))
    for line in snapshot.offeringCases.inOrder(by: { $0.id < $1.id }) {
      guard let offering = offeringNumbers[line.owner] else { continue }
      offerings[offering].conditions.append(condition(line))
    }
  }

  mutating func addDesignations() {
    let details = RowsByKey(snapshot.personDetails, by: { $0.id })
    let persons = RowsByKey(snapshot.persons, by: { $0.id })
    // What only the desk may see is no rung, also over seeds that no reader has filtered.
    let seats = snapshot.designations.only { $0.visibility == .public }
    designations.reserveCapacity(seats.count)
    for row in seats.placesInOrder(by: { $0.key < $1.key }) {
      guard let function = functionNumbers[row.function],
        let organisation = unitNumbers[row.organisation]
      else { continue }
      let person = row.person.flatMap { persons[$0] }
      let holder = person.map {
        (id: $0.id, name: $0.visibility == .public ? details[$0.id]?.name : nil)
      }
      designationNumbers[row.id] = designations.count
      designations.append(
        DesignationRecord(
          row: row, function: function, organisation: organisation, person: holder))
    }
    for remit in snapshot.remits.inOrder(by: { $0.id < $1.id }) {
      guard let designation = designationNumbers[remit.designation] else { continue }
      designations[designation].remits.append(
        Condition(
          area: remit.area.flatMap { areaNumbers[$0] },
          work: workNode(remit.unit, remit.unitKind),
          concern: remit.concern.flatMap { concernNumbers[$0] }, function: nil,
          asker: remit.asker, severity: remit.severity, ages: remit.ages, wish: nil))
    }
    for absence in snapshot.absences.inOrder(by: { $0.id < $1.id }) {
      guard let designation = designationNumbers[absence.designation] else { continue }
      designations[designation].absences.append(absence.valid)
    }
  }

  mutating func addChannels() {
    let openings = RowGroups(snapshot.openings, by: { $0.channel }) { $0.id < $1.id }
    let rows = snapshot.channels.placesInOrder { ($0.position, $0.key) < ($1.position, $1.key) }
    channels.reserveCapacity(snapshot.channels.count)
    for row in rows where row.visibility == .public {
      let number = channels.count
      channels.append(
        ChannelRecord(
          row: row, facts: facts(of: row, hours: openings[row.id].map { HoursLabel($0) }),
          viaUnit: row.viaOrganisation.flatMap { unitNumbers[$0] },
          viaDesignation: row.viaDesignation.flatMap { designationNumbers[$0] }))
      switch row.owner.kind {
      case .organisation:
        unitNumbers[ID(bits: row.owner.bits)].map { units[$0].channels.append(number) }
      case .designation:
        designationNumbers[ID(bits: row.owner.bits)].map {
          designations[$0].channels.append(number)
        }
      case .offering:
        offeringNumbers[ID(bits: row.owner.bits)].map { offerings[$0].channels.append(number) }
      case .area, .function, .person, .channel, .concern, .plan, .rule, .step, .notice,
        .measure, .source, .areaKind, .organisationKind, .readingMatter:
        break
      }
    }
  }

  private func facts(of row: Channel, hours: [HoursLabel]) -> ChannelFacts {
    let doubts = doubts[Subject(kind: .channel, bits: row.id.bits)] ?? []
    return ChannelFacts(
      kind: row.kind, value: row.isUsable ? row.canonical : nil, written: row.written,
      label: row.label, hours: hours, hoursKind: row.hours,
      warnings: (row.warning.map { [$0] } ?? []) + doubts,
      source: row.citation.flatMap { citations[$0] })
  }

  func workNode(_ unit: ID<Organisation>?, _ kind: ID<OrganisationKind>?) -> WorkNode {
    if let unit, let number = unitNumbers[unit] { return .unit(number) }
    if let kind, let number = kindNumbers[kind] { return .kind(number) }
    return .anyone
  }

  func condition<Owner>(_ line: Case<Owner>) -> Condition {
    Condition(
      area: line.area.flatMap { areaNumbers[$0] }, work: workNode(line.unit, line.unitKind),
      concern: line.concern.flatMap { concernNumbers[$0] },
      function: line.function.flatMap { functionNumbers[$0] }, asker: line.asker,
      severity: line.severity, ages: line.ages, wish: line.wish)
  }
}

extension HoursLabel {
  init(_ opening: Opening) {
    self.init(
      weekdays: opening.weekdays, from: opening.from, until: opening.until,
      holidays: opening.holidays)
  }
}
