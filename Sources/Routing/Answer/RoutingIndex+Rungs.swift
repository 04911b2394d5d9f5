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
      if isLater(led, than: inquiry.day) { ledger.warn(.evidenceLater) }
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
  /// a day.
  private func isLater(_ led: PlacedDraft, than day: Day) -> Bool {
    if let confirmedOn = led.draft.contact.confirmedOn, confirmedOn > day { return true }
    guard let match = led.match else { return false }
    return tables.plans[tables.rules[match.rule].plan].row.day > day
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
