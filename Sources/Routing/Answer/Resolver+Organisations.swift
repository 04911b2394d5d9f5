package import Registry

extension Resolver {
  /// The front door of one organisation; nil when it is not there on the day.
  package func frontDoor(of unit: Int, area: Int?, tier: Tier, ledger: inout Ledger) -> Draft? {
    if let absence = absence(of: unit, ledger: &ledger) {
      ledger.skip(Skipped(tier: tier, organisation: label(unit), because: absence))
      return nil
    }
    let channels = channels(tables.units[unit].channels, ledger: &ledger)
    let source = channels.shown.first(where: \.isUsable)?.source ?? formSource(of: unit)
    let contact = Contact(
      facts(ofDoor: unit, area: area, source: source),
      status: channels.isReachable
        ? status(confirmedOn: channels.confirmedOn, area: area, ledger: &ledger)
        : .unknownNumber,
      confirmedOn: channels.confirmedOn, channels: channels.shown, via: channels.via)
    return Draft(
      identity: .unit(unit), contact: contact, relation: .then,
      isReachable: channels.isReachable, order: channels.order)
  }

  private func facts(ofDoor unit: Int, area: Int?, source: SourceLabel?) -> ContactFacts {
    let code = area.map { tables.areas[$0].code }
    return tables.doorContacts.facts(unit, inquiry) {
      $0.source === source && $0.area == code
    } _: { days in
      ContactFacts(
        organisation: label(unit, &days), area: code,
        doubts: tables.doubts[.organisation(tables.units[unit].row.id)] ?? [], source: source)
    }
  }

  private func formSource(of unit: Int) -> SourceLabel? {
    let form = tables.units[unit].forms.first { $0.valid.contains(inquiry.day) }
    return form?.citation.flatMap { tables.citations[$0] }
  }

  /// The organisations of a kind (or of a narrower kind) that serve the place, the nearest first.
  package func addOrganisations(
    of kind: Int, tier: Tier, to block: inout Block, ledger: inout Ledger
  ) {
    var found: [(nearness: Nearness, member: (unit: Int, area: Int?))] = []
    for unit in tables.unitsByArea[kind].aroundAndInside(inquiry) {
      guard isOfKind(unit, kind, ledger: &ledger),
        let service = service(of: unit, ledger: &ledger)
      else { continue }
      found.append((service.nearness, (unit, service.area)))
    }
    // Units are found in rising order, and so they stand in each group.
    for members in Nearness.grouped(found) {
      var isFirst = true
      var isReachable = false
      for member in members {
        guard var draft = frontDoor(of: member.unit, area: member.area, tier: tier, ledger: &ledger)
        else { continue }
        if !isFirst { draft.relation = .equal }
        isFirst = false
        if draft.isReachable { isReachable = true }
        block.add(draft)
      }
      if isReachable { return }
    }
  }

  private func isOfKind(_ unit: Int, _ kind: Int, ledger: inout Ledger) -> Bool {
    var isOfKind = false
    for form in tables.units[unit].forms {
      guard let own = form.kind, tables.kinds[own].path.contains(kind) else { continue }
      if ledger.holds(form.valid) { isOfKind = true }
    }
    return isOfKind
  }

  /// What an organisation serves that is nearest the question; its location when it states nothing.
  package func service(of unit: Int, ledger: inout Ledger) -> (nearness: Nearness, area: Int?)? {
    var best: (nearness: Nearness, area: Int?)?
    func consider(_ area: Int?, _ work: WorkNode) {
      guard let distance = areaDistance(area), let work = inquiry.position(ofWork: work),
        distance != Nearness.insideDistance || inquiry.place.looksInsideForKinds
      else { return }
      let nearness = Nearness(work: work, area: distance, concern: 0, age: 0)
      if best.map({ nearness < $0.nearness }) ?? true { best = (nearness, area) }
    }
    for service in tables.units[unit].services where ledger.holds(service.valid) {
      consider(service.area, service.work)
    }
    if !tables.units[unit].statesServices {
      for form in tables.units[unit].forms where ledger.holds(form.valid) {
        if let location = form.location { consider(location, .anyone) }
      }
    }
    return best
  }

  /// The provider of an offering, when the offering fits the person of concern.
  package func provider(of offering: Int, tier: Tier, ledger: inout Ledger) -> Draft? {
    let record = tables.offerings[offering]
    guard ledger.holds(record.row.valid) else {
      skip(offering, tier: tier, because: .notValid, ledger: &ledger)
      return nil
    }
    if let reason = mismatch(record) {
      skip(offering, tier: tier, because: reason, ledger: &ledger)
      return nil
    }
    guard let door = frontDoor(of: record.provider, area: nil, tier: tier, ledger: &ledger) else {
      return nil
    }
    let own = channels(record.channels, ledger: &ledger)
    let facts = ContactFacts(
      organisation: door.contact.organisation, offering: offeringLabel(offering),
      doubts: door.contact.doubts,
      source: record.row.citation.flatMap { tables.citations[$0] } ?? door.contact.source)
    let ages = record.conditions.first { fits($0) }?.ages
    let contact: Contact
    if own.isReachable {
      let confirmedOn = own.confirmedOn ?? record.row.confirmedOn
      contact = Contact(
        facts, status: status(confirmedOn: confirmedOn, area: nil, ledger: &ledger),
        confirmedOn: confirmedOn, channels: own.shown, ages: ages, via: own.via)
    } else {
      contact = Contact(
        facts, status: door.contact.status, confirmedOn: door.contact.confirmedOn,
        channels: door.contact.channels, ages: ages, via: door.contact.via)
    }
    return Draft(
      identity: .offering(offering), contact: contact, relation: .then,
      isReachable: own.isReachable || door.isReachable,
      order: own.isReachable ? own.order : door.order,
      conditions: record.conditions.filter { fits($0) }.flatMap { conditions($0.ages) })
  }

  package func offeringLabel(_ offering: Int) -> Label {
    let row = tables.offerings[offering].row
    return Label(key: row.key, text: name(.offering(row.id)) ?? row.key)
  }

  private func skip(_ offering: Int, tier: Tier, because: SkipReason, ledger: inout Ledger) {
    ledger.skip(
      Skipped(
        tier: tier, function: offeringLabel(offering),
        organisation: label(tables.offerings[offering].provider), because: because))
  }

  /// Whether a case of an offering fits all but the concern: a rule has already chosen it.
  private func fits(_ condition: Condition) -> Bool {
    areaDistance(condition.area) != nil && inquiry.position(ofAsker: condition.asker) != nil
      && condition.severity <= inquiry.severity && inquiry.fits(condition.ages)
  }

  private func mismatch(_ record: OfferingRecord) -> SkipReason? {
    if record.conditions.contains(where: { fits($0) }) { return nil }
    let near = record.conditions.filter { areaDistance($0.area) != nil }
    if near.isEmpty { return .wrongPlace }
    if near.allSatisfy({ !inquiry.fits($0.ages) }) { return .wrongAge }
    if near.allSatisfy({ inquiry.position(ofAsker: $0.asker) == nil }) { return .wrongAsker }
    return .wrongSeverity
  }
}
