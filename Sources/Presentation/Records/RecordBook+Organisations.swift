import Registry
import Search

extension RecordBook {
  func organisation(_ id: ID<Organisation>) -> [Record.Section?]? {
    guard snapshot.organisations.contains(where: { $0.id == id }) else { return nil }
    let forms = snapshot.organisationForms.filter { $0.organisation == id }
    let parents = snapshot.organisationParents.filter { $0.organisation == id }
    let children = snapshot.organisationParents.filter { $0.parent == id }
    let members = snapshot.organisationMembers.filter { $0.organisation == id }
    let seats = snapshot.designations.filter { $0.organisation == id && $0.visibility == .public }
    return [
      section("kind", words.label(.kind), forms.map(form)),
      section(
        "orgnr", words.label(.orgnr),
        Set(forms.compactMap(\.orgnr)).sorted().map { Record.Item($0) }),
      channels(of: .organisation(id)),
      namesSection(.organisation(id)),
      section(
        "parents", words.label(.parents),
        parents.map {
          item(.organisation($0.parent), valid: $0.valid, source: source(of: $0.citation))
        }),
      section(
        "children", words.label(.children),
        children.map { item(.organisation($0.organisation), valid: $0.valid) }.byName),
      section("serves", words.label(.servesPlaces), services(of: id)),
      section(
        "members", words.label(.members),
        members.sorted { $0.position < $1.position }.map(member)),
      section("seats", words.subject(.function), seats.map { seat($0) }),
      section(
        "offerings", words.subject(.offering),
        snapshot.offerings.filter { $0.provider == id }
          .map { item(.offering($0.id), valid: $0.valid, source: source(of: $0.citation)) }),
      section("measures", words.subject(.measure), measures { $0.organisation == id }),
      section("notices", words.phrase(.notices), notices(about: .organisation(id))),
    ]
  }

  func organisationKind(_ id: ID<OrganisationKind>) -> [Record.Section?]? {
    guard let kind = snapshot.organisationKinds.first(where: { $0.id == id }) else { return nil }
    let children = snapshot.organisationKinds.filter { $0.parent == id }
    let units = snapshot.organisationForms.filter { $0.kind == id }
    return [
      namesSection(.organisationKind(id)),
      section(
        "parents", words.label(.parents), kind.parent.map { [item(.organisationKind($0))] } ?? []),
      section(
        "children", words.label(.children), children.map { item(.organisationKind($0.id)) }),
      section(
        "organisations", words.subject(.organisation),
        units.map { item(.organisation($0.organisation), valid: $0.valid) }.byName),
    ]
  }

  func person(_ id: ID<Person>) -> [Record.Section?]? {
    let isOpen = snapshot.persons.contains { $0.id == id && $0.visibility == .public }
    guard isOpen else { return nil }
    let seats = snapshot.designations.filter { $0.person == id && $0.visibility == .public }
    return [section("seats", words.subject(.function), seats.map { seat($0) })]
  }

  func designation(_ id: ID<Designation>) -> [Record.Section?]? {
    guard let seat = snapshot.designations.first(where: { $0.id == id }),
      seat.visibility == .public
    else { return nil }
    let absences = snapshot.absences.filter { $0.designation == id }
    return [
      section("function", words.phrase(.function), [item(.function(seat.function))]),
      section(
        "organisation", words.subject(.organisation), [item(.organisation(seat.organisation))]),
      section("holder", words.label(.holders), [self.seat(seat)]),
      channels(of: .designation(id)),
      section("remit", words.label(.remit), remits[id, default: []].map { remit($0) }),
      section(
        "absences", words.skip(.absent),
        absences.map { absence in
          var item = Record.Item(words.skip(.absent))
          item.valid = absence.valid
          return item
        }),
    ]
  }

  /// A seat in one line: who or what, where, how sure.
  func seat(_ seat: Designation) -> Record.Item {
    let holder = holder(of: seat)
    var item = Record.Item(
      "\(name(of: .function(seat.function))), \(name(of: .organisation(seat.organisation)))"
        + (holder.map { ": \($0)" } ?? ""))
    item.reference = key(of: .designation(seat.id)).map { .init(kind: .designation, key: $0) }
    item.valid = seat.valid
    item.source = source(of: seat.citation)
    if seat.position > 1 { item.notes.append(words.relation(.deputy)) }
    if let confirmed = seat.confirmedOn {
      item.notes.append(words.confirmed(confirmed.description))
    }
    let doors = channels(of: .designation(seat.id))?.items.map(\.text) ?? []
    item.notes += doors
    return item
  }

  private func holder(of seat: Designation) -> String? {
    switch seat.holding {
    case .held:
      seat.person.flatMap { person in
        index.book.label(
          of: Subject(kind: .person, bits: person.bits), language: words.language, on: day)
      }
    case .unnamed: words.phrase(.nobodyNamed)
    case .vacant: words.status(.vacant)
    case .unknown: words.status(.unknownNumber)
    }
  }

  private func remit(_ remit: Remit) -> Record.Item {
    let parts: [String?] = [
      remit.area.map { name(of: .area($0)) },
      remit.unit.map { name(of: .organisation($0)) },
      remit.unitKind.map { name(of: .organisationKind($0)) },
      remit.concern.map { name(of: .concern($0)) },
      remit.ages.map { words.ages($0) },
      remit.asker == .anyone ? nil : words.asker(remit.asker),
      remit.severity == .question ? nil : words.severity(remit.severity),
    ]
    return Record.Item(parts.compactMap { $0 }.joined(separator: " · "))
  }

  private func form(_ form: OrganisationForm) -> Record.Item {
    var item = item(
      .organisationKind(form.kind), valid: form.valid, source: source(of: form.citation))
    if let location = form.location { item.notes.append(name(of: .area(location))) }
    return item
  }

  private func services(of id: ID<Organisation>) -> [Record.Item] {
    snapshot.organisationServices.filter {
      $0.organisation == id && presence.isWhole($0)
    }.compactMap { service in
      let subject =
        service.area.map { Subject.area($0) }
        ?? service.unit.map { .organisation($0) } ?? service.unitKind.map { .organisationKind($0) }
      return subject.map { item($0, valid: service.valid, source: source(of: service.citation)) }
    }
  }

  private func member(_ member: OrganisationMember) -> Record.Item {
    var item = Record.Item(member.text)
    let subject =
      member.member.map { Subject.organisation($0) }
      ?? member.function.map { .function($0) }
    item.reference = subject.flatMap { subject in
      key(of: subject).map { .init(kind: subject.kind, key: $0) }
    }
    item.valid = member.valid
    item.source = source(of: member.citation)
    return item
  }

  func measures(where isMeant: (MeasureParty) -> Bool) -> [Record.Item] {
    let meant = Set(snapshot.measureParties.filter(isMeant).map(\.measure))
    return snapshot.measures.filter { meant.contains($0.id) }
      .map { measure in
        var item = item(.measure(measure.id), valid: measure.valid)
        item.notes.append(name(of: .plan(measure.plan)))
        return item
      }
  }

  func notices(about subject: Subject) -> [Record.Item] {
    snapshot.notices.filter { $0.about == subject }.map(noticeLine)
  }

  func noticeLine(_ notice: Notice) -> Record.Item {
    var item = Record.Item("\(words.notice(notice.kind)): \(notice.text)")
    item.code = notice.kind.rawValue
    item.reference = key(of: Subject(kind: .notice, bits: notice.id.bits))
      .map { .init(kind: .notice, key: $0) }
    item.valid = notice.valid
    item.source = source(of: notice.citation)
    return item
  }
}
