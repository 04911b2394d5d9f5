import Registry

/// The random registry with doors that lead somewhere: seats, organisations, kinds and offerings
/// with channels, hours, audiences, ages and areas of all sorts.
extension RandomRegistry {
  static func furnished(seed: UInt64, rules: Int = 30) -> RandomRegistry {
    var registry = RandomRegistry(seed: seed, rules: rules, designations: 24, lives: false)
    registry.furnish()
    registry.live()
    return registry
  }

  private mutating func furnish() {
    nameTheWorries()
    for organisation in snapshot.organisations { furnish(organisation) }
    addOfferings()
    narrowRemits()
    loosenChannels()
    snapshot.ruleTargets = []
    for rule in snapshot.rules { addTargets(of: rule) }
  }

  /// One branch is the worries, and something in it is grave by itself.
  private mutating func nameTheWorries() {
    snapshot.concerns = snapshot.concerns.enumerated().map { number, concern in
      Concern(
        id: concern.id, key: number == 0 ? "worry" : concern.key, parent: concern.parent,
        leastSeverity: number == 5 ? .grave : nil)
    }
  }

  private mutating func furnish(_ organisation: Organisation) {
    let form = snapshot.organisationForms.firstIndex { $0.organisation == organisation.id }
    if let form {
      let old = snapshot.organisationForms[form]
      snapshot.organisationForms[form] = OrganisationForm(
        id: old.id, organisation: old.organisation, kind: old.kind,
        location: pick(snapshot.areas).id,
        valid: chance(0.2) ? DayRange(until: firstDay + 9) : .always)
    }
    if chance(0.6) {
      snapshot.organisationServices.append(
        OrganisationService(
          id: id(), organisation: organisation.id, area: pick(snapshot.areas).id,
          unitKind: chance(0.3) ? pick(snapshot.organisationKinds).id : nil, valid: .always))
    }
    if chance(0.8) { addChannel(of: .organisation(organisation.id)) }
  }

  mutating func addChannel(of owner: Subject) {
    let number = snapshot.channels.count
    let kind = pick([ChannelKind.phone, .phone, .email, .chat])
    let hours = pick([HoursKind.stated, .office, .outsideOffice, .always, .unknown])
    let channel = Channel(
      id: id(), key: "door-\(number)", owner: owner, position: 1, kind: kind,
      written: "door \(number)", canonical: "door \(number)", isUsable: true,
      audience: chance(0.3) ? pick(Asker.allCases) : .anyone, hours: hours,
      visibility: .public,
      valid: chance(0.1) ? DayRange(from: firstDay + 3) : .always,
      confirmedOn: chance(0.5) ? firstDay + -pick([10, 400]) : nil)
    snapshot.channels.append(channel)
    guard hours == .stated else { return }
    let from = pick([0, 8 * 60, 15 * 60 + 30, 22 * 60])
    snapshot.openings.append(
      Opening(
        id: id(), channel: channel.id,
        weekdays: pick([.mondayToFriday, .all, Weekdays(.saturday)]), from: from,
        until: pick([8 * 60, 16 * 60, 20 * 60 + 30]), holidays: .unstated))
  }

  private mutating func addOfferings() {
    for number in 0..<3 {
      let offering = Offering(
        id: id(), key: "offering-\(number)", provider: pick(snapshot.organisations).id,
        conditions: [], valid: .always)
      snapshot.offerings.append(offering)
      snapshot.offeringCases.append(
        OfferingCase(
          id: id(), owner: offering.id, area: pick(snapshot.areas).id,
          severity: pick([.question, .grave]), ages: AgeRange(from: 13, through: 25)))
    }
  }

  private mutating func narrowRemits() {
    snapshot.remits = snapshot.remits.map { remit in
      Remit(
        id: remit.id, designation: remit.designation, area: remit.area, unitKind: remit.unitKind,
        concern: remit.concern, asker: chance(0.2) ? pick(Asker.allCases) : .anyone,
        severity: chance(0.2) ? .clarified : .question,
        ages: chance(0.3)
          ? AgeRange(from: 12, through: 18, extendedThrough: 23, condition: "ved behov") : nil)
    }
    snapshot.designations = snapshot.designations.map { seat in
      Designation(
        id: seat.id, key: seat.key, function: seat.function, organisation: seat.organisation,
        seat: seat.seat, position: chance(0.2) ? 2 : 1, holding: seat.holding,
        visibility: .public, valid: chance(0.1) ? DayRange(from: firstDay + 5) : .always,
        confirmedOn: chance(0.5) ? firstDay + -pick([10, 400]) : nil)
    }
  }

  /// Some seats are reached through an organisation, some at certain hours or by certain askers.
  private mutating func loosenChannels() {
    for channel in snapshot.channels where channel.owner.kind == .designation {
      if chance(0.3) { addChannel(of: channel.owner) }
      guard chance(0.2) else { continue }
      snapshot.channels.append(
        Channel(
          id: id(), key: "via-\(channel.key)", owner: channel.owner, position: 2, kind: .phone,
          written: "", isUsable: true, audience: .anyone, hours: .unknown,
          viaOrganisation: pick(snapshot.organisations).id, visibility: .public, valid: .always))
    }
  }

  private mutating func addTargets(of rule: Rule) {
    for rung in 1...pick([1, 2, 3]) {
      for door in 1...pick([1, 1, 2]) {
        let target: Target =
          switch pick([0, 0, 0, 1, 1, 2, 3, 4, 5]) {
          case 0: .function(pick(snapshot.functions).id)
          case 1: .organisation(pick(snapshot.organisations).id)
          case 2: .organisationKind(pick(snapshot.organisationKinds).id)
          case 3: .offering(pick(snapshot.offerings).id)
          case 4: .ownWorkplace("leader")
          default: .described("words of \(rule.key)")
          }
        snapshot.ruleTargets.append(
          RuleTarget(
            id: id(), rule: rule.id, rung: rung, door: door, target: target,
            covers: rung > 1 && chance(0.3)))
      }
    }
  }
}
