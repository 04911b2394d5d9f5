package import Registry

extension TableBuilder {
  package mutating func addUnits() {
    let rows = snapshot.organisations.sorted { $0.key < $1.key }
    unitNumbers = TableBuilder.numbers(rows.map(\.id))
    units = rows.map { UnitRecord(row: $0) }
    for form in snapshot.organisationForms.inOrder(by: { $0.id < $1.id }) {
      guard let unit = unitNumbers[form.organisation] else { continue }
      // Kept without its kind too: it says when the organisation stood.
      let location = form.location.flatMap { areaNumbers[$0] }
      units[unit].forms.append((kindNumbers[form.kind], location, form.valid, form.citation))
    }
    for link in snapshot.organisationParents.inOrder(by: { $0.id < $1.id }) {
      guard let child = unitNumbers[link.organisation] else { continue }
      units[child].parents.append((unitNumbers[link.parent], link.valid))
    }
    for service in snapshot.organisationServices.inOrder(by: { $0.id < $1.id }) {
      guard let unit = unitNumbers[service.organisation] else { continue }
      units[unit].statesServices = true
      guard let area = TableBuilder.number(of: service.area, in: areaNumbers),
        let work = workNode(service.unit, service.unitKind)
      else { continue }
      units[unit].services.append((area, work, service.valid))
    }
  }

  package mutating func addOfferings() {
    let rows = snapshot.offerings.sorted { $0.key < $1.key }
    offeringNumbers = TableBuilder.numbers(rows.map(\.id))
    offerings = rows.compactMap { row in
      unitNumbers[row.provider].map { OfferingRecord(row: row, provider: $0) }
    }
    offeringNumbers = TableBuilder.numbers(offerings.map(\.row.id))
    for line in snapshot.offeringCases.inOrder(by: { $0.id < $1.id }) {
      guard let offering = offeringNumbers[line.owner] else { continue }
      condition(line).map { offerings[offering].conditions.append($0) }
    }
  }

  /// By citation: what the plan of its source calls a function, where that is its official word.
  private var ownTitles: [ID<Citation>: [ID<Function>: String]] {
    let sources = Dictionary(
      snapshot.plans.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    let functions = Dictionary(
      snapshot.functions.map { (Subject.function($0.id), $0.id) },
      uniquingKeysWith: { first, _ in first })
    var words: [ID<Source>: [ID<Function>: String]] = [:]
    for name in snapshot.names where name.kind == .official {
      guard let source = name.plan.flatMap({ sources[$0] }), let function = functions[name.subject]
      else { continue }
      words[source, default: [:]][function] = name.text
    }
    guard !words.isEmpty else { return [:] }
    return Dictionary(
      snapshot.citations.compactMap { line in words[line.source].map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  package mutating func addDesignations() {
    let details = RowsByKey(snapshot.personDetails, by: { $0.id })
    let persons = RowsByKey(snapshot.persons, by: { $0.id })
    let titles = ownTitles
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
          row: row, function: function, organisation: organisation, person: holder,
          ownTitle: row.citation.flatMap { titles[$0]?[row.function] }))
    }
    for remit in snapshot.remits.inOrder(by: { $0.id < $1.id }) {
      guard let designation = designationNumbers[remit.designation],
        let area = TableBuilder.number(of: remit.area, in: areaNumbers),
        let work = workNode(remit.unit, remit.unitKind),
        let concern = TableBuilder.number(of: remit.concern, in: concernNumbers)
      else { continue }
      designations[designation].remits.append(
        Condition(
          area: area, work: work, concern: concern, function: nil, asker: remit.asker,
          severity: remit.severity, ages: remit.ages, wish: nil))
    }
    for absence in snapshot.absences.inOrder(by: { $0.id < $1.id }) {
      guard let designation = designationNumbers[absence.designation] else { continue }
      designations[designation].absences.append(absence.valid)
    }
  }

  package mutating func addChannels() {
    let openings = RowGroups(snapshot.openings, by: { $0.channel }) { $0.id < $1.id }
    let rows = snapshot.channels.placesInOrder { ($0.position, $0.key) < ($1.position, $1.key) }
    channels.reserveCapacity(snapshot.channels.count)
    for row in rows where row.visibility == .public {
      // One that points to a contact who is not here is no number of its own.
      guard let viaUnit = TableBuilder.number(of: row.viaOrganisation, in: unitNumbers),
        let viaDesignation = TableBuilder.number(of: row.viaDesignation, in: designationNumbers)
      else { continue }
      let number = channels.count
      channels.append(
        ChannelRecord(
          row: row, facts: facts(of: row, hours: openings[row.id].map { HoursLabel($0) }),
          viaUnit: viaUnit, viaDesignation: viaDesignation))
      switch row.owner.kind {
      case .organisation:
        unitNumbers[ID(bits: row.owner.bits)].map { units[$0].channels.append(number) }
      case .designation:
        designationNumbers[ID(bits: row.owner.bits)].map {
          designations[$0].channels.append(number)
        }
      case .offering:
        offeringNumbers[ID(bits: row.owner.bits)].map { offerings[$0].channels.append(number) }
      case .function:
        functionNumbers[ID(bits: row.owner.bits)].map { functions[$0].channels.append(number) }
      // Loader and database let nothing else own a channel.
      case .area, .person, .channel, .concern, .plan, .rule, .step, .notice,
        .measure, .source, .areaKind, .organisationKind, .readingMatter:
        break
      }
    }
    for number in designations.indices {
      designations[number].channels += functions[designations[number].function].channels
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

  /// The number of what a row names, a nil inside when it names nothing; nil when it names what is
  /// not here, so that nobody takes it for nothing.
  package static func number<Subject>(of named: ID<Subject>?, in numbers: [ID<Subject>: Int])
    -> Int??
  {
    guard let named else { return .some(nil) }
    return numbers[named].map { .some($0) }
  }

  /// Nil when a unit or a kind is named that is not here.
  private func workNode(_ unit: ID<Organisation>?, _ kind: ID<OrganisationKind>?) -> WorkNode? {
    guard let unit = TableBuilder.number(of: unit, in: unitNumbers),
      let kind = TableBuilder.number(of: kind, in: kindNumbers)
    else { return nil }
    return unit.map { .unit($0) } ?? kind.map { .kind($0) } ?? .anyone
  }

  /// Nil when it names something that is not here.
  package func condition<Owner>(_ line: Case<Owner>) -> Condition? {
    guard let area = TableBuilder.number(of: line.area, in: areaNumbers),
      let work = workNode(line.unit, line.unitKind),
      let concern = TableBuilder.number(of: line.concern, in: concernNumbers),
      let function = TableBuilder.number(of: line.function, in: functionNumbers)
    else { return nil }
    return Condition(
      area: area, work: work, concern: concern, function: function, asker: line.asker,
      severity: line.severity, ages: line.ages, wish: line.wish)
  }
}

extension HoursLabel {
  package init(_ opening: Opening) {
    self.init(
      weekdays: opening.weekdays, from: opening.from, until: opening.until,
      holidays: opening.holidays)
  }
}
