import Registry

/// What life makes of a registry: mergers, splits and rings of them, ends, moves, renames, changed
/// holders, absences, what is hidden, what points onward in rings, and rows whose owner or subject
/// has been withdrawn. The worst faults have lain in what a generator did not make.
extension RandomRegistry {
  mutating func live() {
    moveAreas()
    mergeAndSplit()
    endAndMoveOrganisations()
    changeHolders()
    hide()
    tellFunctions()
    pointOnward()
    writePlans()
    rename()
    withdraw()
  }

  private var spans: [DayRange] {
    [
      .always, .always, DayRange(until: firstDay + 12), DayRange(from: firstDay + 12),
      DayRange(from: firstDay + 4, until: firstDay + 20),
    ]
  }

  private mutating func moveAreas() {
    for place in snapshot.areaParents.indices where chance(0.2) {
      let link = snapshot.areaParents[place]
      snapshot.areaParents[place] = AreaParent(
        id: link.id, area: link.area, parent: link.parent, valid: DayRange(until: firstDay + 12))
      guard municipalities.contains(link.area) || districts.contains(link.area) else { continue }
      let rank = snapshot.areas.first { $0.id == link.parent }?.kind
      let others = snapshot.areas.filter { $0.kind == rank && $0.id != link.area }
      snapshot.areaParents.append(
        AreaParent(
          id: id(), area: link.area, parent: pick(others).id,
          valid: DayRange(from: firstDay + 12)))
    }
  }

  /// Any area may become any others, so that mergers are split back and splits are split again.
  private mutating func mergeAndSplit() {
    let kind = snapshot.areaKinds[1]
    let country = snapshot.areas[0].id
    let newer = (0..<2).map { _ in
      addArea(kind, [country], valid: DayRange(from: firstDay + 5))
    }
    let places = municipalities + districts + newer
    for area in places where chance(0.35) {
      let day = firstDay + pick([-20, 5, 10, 15])
      end(area, on: day)
      let others = places.filter { $0 != area }
      for _ in 0..<pick([0, 1, 1, 2, 2, 3]) {
        snapshot.areaSuccessions.append(
          AreaSuccession(id: id(), area: area, successor: pick(others), day: day))
      }
    }
    guard chance(0.5) else { return }
    // The smallest ring that has been met: merged, split back, and the parts of the split.
    let (one, other, third) = (places[1], places[2], places[3])
    for (area, successor, offset) in [(one, other, 2), (other, one, 9), (other, third, 9)] {
      end(area, on: firstDay + offset)
      snapshot.areaSuccessions.append(
        AreaSuccession(id: id(), area: area, successor: successor, day: firstDay + offset))
    }
  }

  private mutating func end(_ id: ID<Area>, on day: Day) {
    guard let place = snapshot.areas.firstIndex(where: { $0.id == id }) else { return }
    let area = snapshot.areas[place]
    snapshot.areas[place] = Area(
      id: id, key: area.key, kind: area.kind,
      valid: DayRange(from: area.valid.from.flatMap { $0 < day ? $0 : nil }, until: day))
    guard chance(0.6) else { return }
    snapshot.areaParents = snapshot.areaParents.map { link in
      guard link.area == id, link.valid.from.map({ $0 < day }) ?? true else { return link }
      return AreaParent(
        id: link.id, area: id, parent: link.parent,
        valid: DayRange(from: link.valid.from, until: min(link.valid.until ?? day, day)))
    }
  }

  private mutating func endAndMoveOrganisations() {
    for form in snapshot.organisationForms.indices where chance(0.15) {
      let old = snapshot.organisationForms[form]
      snapshot.organisationForms[form] = OrganisationForm(
        id: old.id, organisation: old.organisation, kind: old.kind, location: old.location,
        valid: pick(spans))
      guard chance(0.4) else { continue }
      snapshot.organisationForms.append(
        OrganisationForm(
          id: id(), organisation: old.organisation, kind: pick(snapshot.organisationKinds).id,
          location: pick(snapshot.areas).id, valid: DayRange(from: firstDay + 12)))
    }
    for link in snapshot.organisationParents.indices where chance(0.2) {
      let old = snapshot.organisationParents[link]
      snapshot.organisationParents[link] = OrganisationParent(
        id: old.id, organisation: old.organisation, parent: pick(snapshot.organisations).id,
        valid: pick(spans))
    }
    // Some belong to two: the first row that holds says where their walk goes on.
    for unit in snapshot.organisations where chance(0.2) {
      snapshot.organisationParents.append(
        OrganisationParent(
          id: id(), organisation: unit.id, parent: pick(snapshot.organisations).id,
          valid: pick(spans)))
    }
    for _ in 0..<3 {
      snapshot.organisationServices.append(
        OrganisationService(
          id: id(), organisation: pick(snapshot.organisations).id, area: pick(snapshot.areas).id,
          unit: chance(0.2) ? pick(snapshot.organisations).id : nil, valid: pick(spans)))
    }
  }

  /// Somebody leaves and somebody comes; some are away, and some are known by name.
  private mutating func changeHolders() {
    for seat in snapshot.designations.indices {
      let old = snapshot.designations[seat]
      let person: ID<Person>? = old.holding == .held && chance(0.6) ? addPerson() : nil
      let isLeaving = chance(0.15)
      snapshot.designations[seat] = old.with(
        person: person, valid: isLeaving ? DayRange(until: firstDay + 8) : old.valid)
      if chance(0.15) {
        snapshot.absences.append(
          Absence(
            id: id(), designation: old.id,
            valid: DayRange(from: firstDay + 3, until: firstDay + 9)))
      }
      if isLeaving { addFollower(of: old) }
    }
  }

  private mutating func addPerson() -> ID<Person> {
    let isHidden = chance(0.3)
    let person = Person(
      id: id(), key: "person-\(snapshot.persons.count)", visibility: isHidden ? .desk : .public)
    snapshot.persons.append(person)
    snapshot.personDetails.append(
      PersonDetail(id: person.id, name: "\(isHidden ? "hidden " : "")\(person.key)"))
    return person.id
  }

  private mutating func addFollower(of old: Designation) {
    let follower = Designation(
      id: id(), key: old.key + "-next", function: old.function, organisation: old.organisation,
      seat: old.seat, position: old.position, holding: .held, person: addPerson(),
      visibility: .public, valid: DayRange(from: firstDay + 8))
    snapshot.designations.append(follower)
    for remit in snapshot.remits where remit.designation == old.id {
      snapshot.remits.append(
        Remit(
          id: id(), designation: follower.id, area: remit.area, unit: remit.unit,
          unitKind: remit.unitKind, concern: remit.concern, asker: remit.asker,
          severity: remit.severity, ages: remit.ages))
    }
  }

  private mutating func hide() {
    for seat in snapshot.designations.indices where chance(0.1) {
      snapshot.designations[seat] = snapshot.designations[seat].with(visibility: .desk)
    }
    for place in snapshot.channels.indices where chance(0.1) {
      let old = snapshot.channels[place]
      snapshot.channels[place] = Channel(
        id: old.id, key: old.key, owner: old.owner, position: old.position, kind: old.kind,
        written: "hidden \(old.key)", canonical: "hidden \(old.key)", isUsable: old.isUsable,
        audience: old.audience, hours: old.hours, visibility: .desk, valid: old.valid)
    }
  }

  /// Some functions have a number of their own.
  private mutating func tellFunctions() {
    for function in snapshot.functions where chance(0.4) { addChannel(of: .function(function.id)) }
  }

  /// From anybody to anybody, in rings too.
  private mutating func pointOnward() {
    let owners =
      snapshot.organisations.map { Subject.organisation($0.id) }
      + snapshot.designations.map { Subject.designation($0.id) }
    for number in 0..<8 {
      let isSeat = !snapshot.designations.isEmpty && chance(0.5)
      snapshot.channels.append(
        Channel(
          id: id(), key: "onward-\(number)", owner: pick(owners), position: pick([1, 2]),
          kind: .phone, written: "", isUsable: true,
          audience: chance(0.3) ? pick(Asker.allCases) : .anyone, hours: .unknown,
          viaOrganisation: isSeat ? nil : pick(snapshot.organisations).id,
          viaDesignation: isSeat ? pick(snapshot.designations).id : nil, visibility: .public,
          valid: .always))
    }
  }

  /// Notices, steps and offerings; plans that have ended or that follow another.
  private mutating func writePlans() {
    for plan in snapshot.plans.indices where chance(0.3) {
      let old = snapshot.plans[plan]
      snapshot.plans[plan] = Plan(
        id: old.id, key: old.key, level: old.level, area: old.area, source: old.source,
        title: old.title, day: old.day, period: DayRange(until: firstDay + 6), valid: pick(spans),
        follows: chance(0.5) ? pick(snapshot.plans).id : nil)
    }
    for number in 0..<6 {
      let plan = pick(snapshot.plans)
      let notice = Notice(
        id: id(), key: "notice-\(number)", plan: plan.id, kind: pick([.duty, .anonymity, .cost]),
        about: chance(0.5) ? .function(pick(snapshot.functions).id) : nil,
        text: "Notice \(number)", valid: pick(spans))
      snapshot.notices.append(notice)
      for _ in 0..<pick([1, 1, 2]) { snapshot.noticeCases.append(randomCase(of: notice.id, plan)) }
      snapshot.steps.append(
        Step(
          id: id(), plan: plan.id, position: number, number: "\(number)", title: "Step",
          text: "Step \(number)", responsible: [], severities: [.mild, .grave], askers: [],
          valid: pick(spans)))
    }
    for number in 0..<3 {
      let offering = Offering(
        id: id(), key: "offer-\(number)", provider: pick(snapshot.organisations).id,
        conditions: [], valid: pick(spans))
      snapshot.offerings.append(offering)
      snapshot.offeringCases.append(randomCase(of: offering.id, pick(snapshot.plans)))
    }
  }

  private mutating func randomCase<Owner>(of owner: ID<Owner>, _ plan: Plan) -> Case<Owner> {
    let unit = chance(0.2) ? pick(snapshot.organisations).id : nil
    return Case<Owner>(
      id: id(), owner: owner, area: chance(0.6) ? pick(snapshot.areas).id : plan.area, unit: unit,
      unitKind: unit == nil && chance(0.2) ? pick(snapshot.organisationKinds).id : nil,
      concern: chance(0.6) ? pick(snapshot.concerns).id : nil,
      function: chance(0.2) ? pick(snapshot.functions).id : nil,
      asker: chance(0.3) ? pick(Asker.allCases) : .anyone,
      severity: pick([.question, .question, .clarified]))
  }

  private mutating func rename() {
    let subjects =
      snapshot.organisations.map { Subject.organisation($0.id) }
      + snapshot.functions.map { Subject.function($0.id) }
    for subject in subjects where chance(0.3) {
      for (text, valid) in [
        ("before", DayRange(until: firstDay + 7)), ("after", DayRange(from: firstDay + 7)),
      ] {
        snapshot.names.append(
          Name(
            id: id(), subject: subject, language: .bokmål, kind: .official,
            text: "\(text) \(subject.bits)", valid: valid))
      }
    }
  }

  /// What others name goes, and they stay. The places that tests ask from remain.
  private mutating func withdraw() {
    if chance(0.5) {
      let kept = Set([snapshot.areas[0].id] + municipalities.prefix(2) + districts.prefix(2))
      let gone = pick(snapshot.areas.filter { !kept.contains($0.id) }).id
      snapshot.areas.removeAll { $0.id == gone }
    }
    if chance(0.3) { snapshot.concerns.remove(at: pick(Array(1..<snapshot.concerns.count))) }
    if chance(0.3) { snapshot.functions.removeLast() }
    if chance(0.3) {
      snapshot.organisationKinds.remove(at: pick(Array(snapshot.organisationKinds.indices)))
    }
    if chance(0.3) {
      snapshot.organisations.remove(at: pick(Array(snapshot.organisations.indices)))
    }
    if chance(0.3) { snapshot.organisationForms.removeLast() }
    if chance(0.3), !snapshot.persons.isEmpty { snapshot.persons.removeFirst() }
    if chance(0.3) { snapshot.plans.removeLast() }
    if chance(0.3), !snapshot.offerings.isEmpty { snapshot.offerings.removeFirst() }
    // A rule keeps a door, so that an answer tells that it spoke.
    if chance(0.3), let first = snapshot.ruleTargets.first,
      snapshot.ruleTargets.count(where: { $0.rule == first.rule }) > 1
    {
      snapshot.ruleTargets.removeFirst()
    }
  }
}

extension Designation {
  func with(
    person: ID<Person>? = nil, visibility: Visibility? = nil, valid: DayRange? = nil
  ) -> Designation {
    Designation(
      id: id, key: key, function: function, organisation: organisation, seat: seat,
      position: position, holding: holding, person: person ?? self.person,
      visibility: visibility ?? self.visibility, valid: valid ?? self.valid,
      confirmedOn: confirmedOn, citation: citation)
  }
}
