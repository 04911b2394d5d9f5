package import Registry

extension RoutingIndex {
  /// Numbers the rungs, marks the first that can be reached and says why each stands there.
  package func finished(
    _ ladder: LadderBuilder, _ inquiry: Inquiry, ledger: inout Ledger
  ) -> [Rung] {
    var rungs: [Rung] = []
    var hasFirst = false
    var reachesLocal = false
    var hasTelephone = false
    rungs.reserveCapacity(ladder.rungs.count + 1)
    for led in ladder.rungs {
      let (draft, tier) = (led.draft, led.tier)
      var relation = draft.relation
      if !hasFirst, draft.isReachable {
        relation = .first
        hasFirst = true
      }
      if draft.isReachable, tier != .fallback { reachesLocal = true }
      if tier != .fallback, draft.contact.isAnsweredAtOnce { hasTelephone = true }
      if isLater(led, ledger: &ledger) { ledger.warn(.evidenceLater) }
      if draft.contact.status == .unconfirmed, tier != .fallback { ledger.warn(.confirmationOld) }
      if draft.contact.ages != nil, inquiry.age == nil { ledger.warn(.ageUnknown) }
      let why = why(led.match, draft.contact, ledger: &ledger)
      rungs.append(
        Rung(
          position: rungs.count + 1, tier: tier, relation: relation, contact: draft.contact,
          why: why))
    }
    if !reachesLocal { ledger.warn(.nothingLocal) }
    if !hasTelephone { ledger.warn(.noTelephone) }
    if !hasFirst { rungs.append(lastResort(position: rungs.count + 1)) }
    return rungs
  }

  /// Whether a contact's confirmation, or the document of the rule that leads to it, is from after
  /// the day asked about.
  private func isLater(_ led: PlacedDraft, ledger: inout Ledger) -> Bool {
    let document = led.match.map { tables.plans[tables.rules[$0.rule].plan].row.day }
    let later = [led.draft.contact.confirmedOn, document].compactMap(\.self)
      .filter { $0 > ledger.moment.day }
    for day in later { ledger.mark(LocalTime(day: day, minute: 0)) }
    return !later.isEmpty
  }

  private func why(
    _ match: Match?, _ contact: Contact, ledger: inout Ledger
  ) -> Why {
    guard let match else { return contact.facts.whyAsked }
    let plan = tables.rules[match.rule].plan
    if let end = tables.plans[plan].row.period.until, !ledger.holds(DayRange(until: end)) {
      ledger.warn(.planPeriodEnded)
    }
    return tables.rules[match.rule].why
  }

  /// When no registry says anything, the one number that is compiled in.
  private func lastResort(position: Int) -> Rung {
    let police = EmergencyNumber.police
    let channel = AnswerChannel(
      ChannelFacts(
        kind: .phone, value: police.number, written: police.number, hoursKind: .always),
      state: .open)
    return Rung(
      position: position, tier: .fallback, relation: .first,
      contact: Contact(
        ContactFacts(words: police.label), status: .described, channels: [channel]),
      why: Why(rule: Why.lastResort, text: police.label))
  }
}

extension Why {
  /// The rule key of the compiled-in rung of an answer that reaches nobody else.
  package static let lastResort = "last-resort"
}
