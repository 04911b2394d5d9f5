package import Registry

/// The channels of a contact as they stand at the asked moment.
package struct JudgedChannels {
  package var shown: [AnswerChannel] = []
  package var via: PartyLabel?
  /// nil as long as nobody may answer at once.
  fileprivate var soon: HoursJudgement.Order?
  package var confirmedOn: Day?

  package var order: HoursJudgement.Order { soon ?? .undecided }

  package var isReachable: Bool {
    shown.contains(where: \.isUsable)
  }
}

extension Resolver {
  package func channels(_ numbers: [Int], ledger: inout Ledger) -> JudgedChannels {
    var judged = JudgedChannels()
    add(numbers, to: &judged, ledger: &ledger)
    guard !inquiry.wishes.isEmpty else { return judged }
    if inquiry.wishes.contains(.inWriting) {
      let written = judged.shown.filter { $0.kind.isWritten }
      judged.shown = written + judged.shown.filter { !$0.kind.isWritten }
    }
    return judged
  }

  private func add(
    _ numbers: [Int], to judged: inout JudgedChannels, ledger: inout Ledger
  ) {
    var walk = ViaWalk(numbers)
    while let number = walk.next() {
      // Fields one by one: a whole record would be counted in and out again.
      guard ledger.holds(tables.channels[number].row.valid),
        inquiry.asker.isWithin(tables.channels[number].row.audience)
      else { continue }
      let isImmediate = tables.channels[number].row.kind.isImmediate
      if let onward = tables.channels[number].onward {
        judged.via = judged.via ?? label(of: onward)
        walk.enter(onward, in: tables)
      } else if inquiry.severity < .acute || isImmediate {
        let hours = judge.judge(
          tables.channels[number].row.hours, tables.channels[number].facts.hours, ledger: &ledger)
        judged.shown.append(
          AnswerChannel(
            tables.channels[number].facts, state: hours.state, opensAt: hours.opensAt))
        if tables.channels[number].row.isUsable {
          if isImmediate { judged.soon = judged.soon?.beside(hours.order) ?? hours.order }
          judged.confirmedOn = Resolver.later(
            judged.confirmedOn, tables.channels[number].row.confirmedOn)
        }
      }
    }
  }

  private static func later(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  private func label(of onward: ChannelRecord.Onward) -> PartyLabel {
    switch onward {
    case .unit(let unit): label(unit)
    case .designation(let seat): label(tables.designations[seat].organisation)
    }
  }
}
