package import Registry

/// How near a designation is; the smaller is nearer.
package struct Nearness: Hashable, Comparable {
  package let work: Int
  /// Twice the position in the walk; an area inside the asked place comes between it and the next.
  package let area: Int
  package let concern: Int
  /// 1 when the age is not given and the remit is bound to ages.
  package let age: Int

  /// The area distance of what lies inside the asked place.
  package static let insideDistance = 1

  package static func < (left: Nearness, right: Nearness) -> Bool {
    (left.work, left.area, left.concern, left.age)
      < (right.work, right.area, right.concern, right.age)
  }
}

extension Nearness {
  /// What is equally near stands together, the nearest first, otherwise in the order it was found.
  package static func grouped<Member>(_ found: [(nearness: Nearness, member: Member)]) -> [[Member]]
  {
    guard found.count > 1 else { return found.map { [$0.member] } }
    var groups: [(nearness: Nearness, members: [Member])] = []
    for (nearness, member) in found {
      if let known = groups.firstIndex(where: { $0.nearness == nearness }) {
        groups[known].members.append(member)
      } else {
        groups.append((nearness, [member]))
      }
    }
    return groups.sorted { $0.nearness < $1.nearness }.map(\.members)
  }
}

/// A designation with the remit through which it fits the question.
package struct Seat {
  package let number: Int
  package let remit: Condition
}

/// A remit that fits the question, and how near it is.
package struct Fit {
  package let nearness: Nearness
  package let remit: Condition
}

extension Resolver {
  /// The nearest designations of a function, then outward past gaps to the first who can be
  /// reached.
  ///
  /// `isAsked`: the function was asked for by name, so that without a workplace the seats of all
  /// workplaces stand side by side.
  package func addDesignations(
    of function: Int, tier: Tier, isAsked: Bool, to block: inout Block, ledger: inout Ledger
  ) {
    var fits: [(nearness: Nearness, member: Seat)] = []
    for number in tables.seatsByArea[function].aroundAndInside(inquiry) {
      guard let fit = fit(of: number, tier: tier, isAsked: isAsked, ledger: &ledger) else {
        continue
      }
      fits.append((fit.nearness, Seat(number: number, remit: fit.remit)))
    }
    for seats in Nearness.grouped(fits) {
      let drafts = drafts(of: seats, tier: tier, ledger: &ledger)
      for draft in drafts { block.add(draft) }
      if drafts.contains(where: \.isReachable) { return }
    }
  }

  /// The nearest remit of a seat that fits the question; nil, with the reason told, when none does.
  package func fit(
    of number: Int, tier: Tier, isAsked: Bool, ledger: inout Ledger
  ) -> Fit? {
    var best: Fit?
    var reason: SkipReason?
    for remit in tables.designations[number].remits {
      guard let area = areaDistance(remit.area), let work = workDistance(remit.work, isAsked)
      else { continue }
      if let mismatch = mismatch(remit) {
        // Of several remits the one that is for this concern tells best why it does not fit.
        if reason == nil || reason == .wrongConcern { reason = mismatch }
        continue
      }
      let fit = Fit(
        nearness: Nearness(
          work: work, area: area, concern: concernDistance(remit.concern),
          age: inquiry.age == nil && remit.ages != nil ? 1 : 0),
        remit: remit)
      if best.map({ fit.nearness < $0.nearness }) ?? true { best = fit }
    }
    guard best != nil || reason != nil else { return nil }
    if !ledger.holds(tables.designations[number].row.valid) {
      reason = .notValid
    } else if tables.designations[number].row.function == inquiry.question.holds {
      reason = .yourself
    } else if let absence = absence(
      of: tables.designations[number].organisation, ledger: &ledger)
    {
      reason = absence
    } else if let best {
      return best
    }
    if let reason { skip(number, tier: tier, because: reason, ledger: &ledger) }
    return nil
  }

  private func mismatch(_ remit: Condition) -> SkipReason? {
    if inquiry.asksConcern, inquiry.position(ofConcern: remit.concern) == nil {
      return .wrongConcern
    }
    if !inquiry.fits(remit.ages) { return .wrongAge }
    if inquiry.position(ofAsker: remit.asker) == nil { return .wrongAsker }
    if remit.severity > inquiry.severity { return .wrongSeverity }
    return nil
  }

  /// Nil when the area neither holds the asked place nor lies inside it.
  package func areaDistance(_ area: Int?) -> Int? {
    if let position = inquiry.position(ofArea: area) { return position * 2 }
    if let area, inquiry.insideAreas.contains(area) { return Nearness.insideDistance }
    return nil
  }

  private func workDistance(_ work: WorkNode, _ isAsked: Bool) -> Int? {
    if let position = inquiry.position(ofWork: work) { return position }
    return isAsked && inquiry.question.workplace == nil ? inquiry.workWalk.count : nil
  }

  private func concernDistance(_ concern: Int?) -> Int {
    inquiry.position(ofConcern: concern) ?? inquiry.concernPath.count + 1
  }

  private func skip(_ number: Int, tier: Tier, because: SkipReason, ledger: inout Ledger) {
    ledger.skip(
      Skipped(
        tier: tier, function: label(function: tables.designations[number].function),
        organisation: label(tables.designations[number].organisation), because: because))
  }

  /// The seats of one nearness: the first position side by side, then deputies.
  private func drafts(of seats: [Seat], tier: Tier, ledger: inout Ledger) -> [Draft] {
    var present: [Seat] = []
    for seat in seats {
      var isAbsent = false
      for absence in tables.designations[seat.number].absences where ledger.holds(absence) {
        isAbsent = true
      }
      if isAbsent {
        skip(seat.number, tier: tier, because: .absent, ledger: &ledger)
      } else {
        present.append(seat)
      }
    }
    if present.count > 1 { present.sort { isBefore($0.number, $1.number) } }
    let first = present.first.map { tables.designations[$0.number].row.position } ?? 1
    var drafts: [Draft] = []
    for seat in present {
      var draft = draft(seat, ledger: &ledger)
      if tables.designations[seat.number].row.position > first {
        draft.relation = .deputy
      } else if !drafts.isEmpty {
        draft.relation = .equal
      }
      fold(draft, into: &drafts)
    }
    if present.count > 1 { warnOfConflict(present.map(\.remit), ledger: &ledger) }
    return drafts
  }

  /// By position, organisation, seat and key.
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let seats = tables.designations
    if seats[left].row.position != seats[right].row.position {
      return seats[left].row.position < seats[right].row.position
    }
    if seats[left].organisation != seats[right].organisation {
      return seats[left].organisation < seats[right].organisation
    }
    if seats[left].row.seat != seats[right].row.seat {
      return seats[left].row.seat < seats[right].row.seat
    }
    return seats[left].row.key < seats[right].row.key
  }

  /// Unnamed seats with the same function, organisation and channels are one rung with several
  /// seats.
  private func fold(_ draft: Draft, into drafts: inout [Draft]) {
    let twin = drafts.firstIndex { other in
      person(of: other) == nil && person(of: draft) == nil && other.relation != .deputy
        && draft.relation != .deputy && other.contact.function == draft.contact.function
        && other.contact.organisation == draft.contact.organisation
        && other.contact.status == draft.contact.status
        && other.contact.channels == draft.contact.channels
        && other.contact.ages == draft.contact.ages
    }
    guard let twin else { return drafts.append(draft) }
    let known = drafts[twin].contact
    drafts[twin].contact = known.with(
      known.area == draft.contact.area ? nil : known.facts.everywhere,
      seats: known.seats + draft.contact.seats)
  }

  /// Contacts for one function from two former municipalities of the place must be resolved by a
  /// person.
  private func warnOfConflict(_ remits: [Condition], ledger: inout Ledger) {
    guard !inquiry.insideAreas.isEmpty else { return }
    let former = Set(
      remits.compactMap(\.area).filter { area in
        inquiry.insideAreas.contains(area) && !tables.areas[area].successors.isEmpty
      })
    if former.count > 1 { ledger.warn(.conflict) }
  }

  private func draft(_ seat: Seat, ledger: inout Ledger) -> Draft {
    let (number, remit) = (seat.number, seat.remit)
    let channels = channels(tables.designations[number].channels, ledger: &ledger)
    let isVacant = tables.designations[number].row.holding == .vacant
    let confirmedOn = tables.designations[number].row.confirmedOn
    let status: RungStatus =
      if isVacant {
        .vacant
      } else if !channels.isReachable {
        .unknownNumber
      } else {
        status(confirmedOn: confirmedOn, area: remit.area, ledger: &ledger)
      }
    let contact = Contact(
      facts(of: seat), status: status, confirmedOn: confirmedOn, channels: channels.shown,
      ages: shownAges(remit.ages), via: channels.via)
    return Draft(
      identity: .designation(number), contact: contact, relation: .then,
      isReachable: channels.isReachable && !isVacant, order: channels.order,
      conditions: conditions(remit.ages))
  }

  /// The document's own word for the function first, where it has one; then the house's.
  private func label(ofSeat record: DesignationRecord, _ days: inout SteadyDays) -> Label {
    let label = label(function: record.function, &days)
    guard let title = record.ownTitle, title != label.text else { return label }
    return Label(key: label.key, text: "\(title) (\(label.text))")
  }

  private func facts(of seat: Seat) -> ContactFacts {
    let code = seat.remit.area.map { tables.areas[$0].code }
    return tables.seatContacts.facts(seat.number, inquiry) {
      $0.area == code
    } _: { days in
      let record = tables.designations[seat.number]
      return ContactFacts(
        designation: record.row.id, function: label(ofSeat: record, &days),
        organisation: label(record.organisation, &days),
        person: record.row.holding == .vacant ? nil : record.person?.name, area: code,
        doubts: tables.doubts[.designation(record.row.id)] ?? [],
        source: record.row.citation.flatMap { tables.citations[$0] })
    }
  }

  /// Ages are shown when the age was not given, and when the source leaves the last one open.
  package func shownAges(_ ages: AgeRange?) -> AgeRange? {
    guard let ages else { return nil }
    return inquiry.age == nil || ages.isEndUnstated ? ages : nil
  }

  package func conditions(_ ages: AgeRange?) -> [String] {
    guard let ages, let age = inquiry.age, ages.isExtended(at: age) else { return [] }
    return [ages.condition].compactMap(\.self)
  }
}
