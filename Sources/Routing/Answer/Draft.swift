package import Registry

/// A rung before it has its place: the contact and what decides where it stands.
package struct Draft {
  package enum Identity: Hashable {
    case designation(Int)
    case unit(Int)
    case offering(Int)
    /// A role that is known by its words alone.
    case words
  }

  package let identity: Identity
  package var contact: Contact
  package var relation: Relation
  /// A usable channel and a seat that is not vacant.
  package let isReachable: Bool
  package let order: HoursJudgement.Order
  /// Of the extended age range that the asked age falls in.
  package var conditions: [String] = []

  /// A vacant seat or one whose number nobody knows.
  package var isGap: Bool {
    contact.status == .vacant || contact.status == .unknownNumber
  }

  package func isSameParty(as other: Draft) -> Bool {
    identity == other.identity && (identity != .words || contact.words == other.contact.words)
  }
}

/// Walks from doors to contacts for one question.
package struct Resolver {
  package let inquiry: Inquiry
  package let judge: HoursJudge
  package var tables: Tables { inquiry.tables }

  package init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    judge = HoursJudge(moment: inquiry.question.moment, holidays: inquiry.tables.holidays)
  }

  /// Puts the contacts behind a door into the block of its rung, the nearest first, going outward
  /// past gaps to the first who can be reached.
  package func resolve(_ door: Door, tier: Tier, into block: inout Block, ledger: inout Ledger) {
    switch door.goal {
    case .function(let function):
      addDesignations(of: function, tier: tier, isAsked: false, to: &block, ledger: &ledger)
    case .unit(let unit):
      frontDoor(of: unit, area: nil, tier: tier, ledger: &ledger).map { block.add($0) }
    case .kind(let kind):
      addOrganisations(of: kind, tier: tier, to: &block, ledger: &ledger)
    case .offering(let offering):
      provider(of: offering, tier: tier, ledger: &ledger).map { block.add($0) }
    case .ownWorkplace(let words):
      guard !inquiry.asker.isWithin(.manager) else {
        return ledger.skip(Skipped(tier: tier, because: .ownLeader))
      }
      block.add(described(words, as: .ownWorkplace))
    case .described(let words):
      block.add(described(words, as: .described))
    }
  }

  private func described(_ words: String, as status: RungStatus) -> Draft {
    Draft(
      identity: .words, contact: Contact(ContactFacts(words: words), status: status),
      relation: .then, isReachable: false, order: .undecided)
  }

  package func label(_ unit: Int) -> PartyLabel {
    var today = SteadyDays(inquiry.day)
    return label(unit, &today)
  }

  package func label(_ unit: Int, _ days: inout SteadyDays) -> PartyLabel {
    let id = tables.units[unit].row.id
    let key = tables.units[unit].row.key
    return PartyLabel(id: id, key: key, name: name(.organisation(id), &days) ?? key)
  }

  package func label(function: Int) -> Label {
    var today = SteadyDays(inquiry.day)
    return label(function: function, &today)
  }

  package func label(function: Int, _ days: inout SteadyDays) -> Label {
    let key = tables.functions[function].row.key
    return Label(key: key, text: name(.function(tables.functions[function].row.id), &days) ?? key)
  }

  package func name(_ subject: Subject) -> String? {
    var today = SteadyDays(inquiry.day)
    return name(subject, &today)
  }

  private func name(_ subject: Subject, _ days: inout SteadyDays) -> String? {
    tables.names.official(subject, on: &days, in: inquiry.question.language)
  }

  /// Who holds the seat that a draft is of.
  package func person(of draft: Draft) -> ID<Person>? {
    guard case .designation(let number) = draft.identity else { return nil }
    return tables.designations[number].person?.id
  }

  /// Confirmed while the confirmation is young and the area has not taken in others since.
  package func status(confirmedOn: Day?, area: Int?, ledger: inout Ledger) -> RungStatus {
    guard let confirmedOn else { return .unconfirmed }
    ledger.mark(LocalTime(day: Confirmation.end(of: confirmedOn), minute: 0))
    if Confirmation.isOver(confirmedOn, on: inquiry.day) { return .unconfirmed }
    guard let area else { return .confirmed }
    let hasGrown = tables.areas[area].absorbed.contains {
      $0 > confirmedOn && $0 <= inquiry.day
    }
    return hasGrown ? .unconfirmed : .confirmed
  }

  /// Why an organisation is not there on the day; nil when it is.
  ///
  /// One that is nothing on the day has been withdrawn, has ended or is not known yet: its form
  /// says what it is.
  package func absence(of unit: Int, ledger: inout Ledger) -> SkipReason? {
    var isAlive = false
    var isToCome = false
    for form in tables.units[unit].forms {
      if ledger.holds(form.valid) { isAlive = true }
      if let from = form.valid.from, inquiry.day < from { isToCome = true }
    }
    guard !isAlive else { return nil }
    return isToCome ? .notValid : .organisationEnded
  }
}
