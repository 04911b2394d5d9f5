import Registry

/// The channels of a contact as they stand at the asked moment.
struct JudgedChannels {
  var shown: [AnswerChannel] = []
  var via: PartyLabel?
  /// nil as long as nobody may answer at once.
  fileprivate var soon: HoursJudgement.Order?
  var confirmedOn: Day?

  var order: HoursJudgement.Order { soon ?? .undecided }

  var isReachable: Bool {
    shown.contains(where: \.isUsable)
  }
}

extension Resolver {
  /// How many contacts a channel may point onward through.
  static let viaDepthMax = 3

  func channels(_ numbers: [Int], ledger: inout Ledger) -> JudgedChannels {
    var judged = JudgedChannels()
    add(numbers, depth: 0, to: &judged, ledger: &ledger)
    guard !inquiry.wishes.isEmpty else { return judged }
    if inquiry.wishes.contains(.inWriting) {
      let written = judged.shown.filter { $0.kind.isWritten }
      judged.shown = written + judged.shown.filter { !$0.kind.isWritten }
    }
    return judged
  }

  private func add(
    _ numbers: [Int], depth: Int, to judged: inout JudgedChannels, ledger: inout Ledger
  ) {
    for number in numbers {
      // Fields one by one: a whole record would be counted in and out again.
      guard ledger.holds(tables.channels[number].row.valid),
        inquiry.asker.isWithin(tables.channels[number].row.audience)
      else { continue }
      let isImmediate = tables.channels[number].row.kind.isImmediate
      if let onward = onward(from: number) {
        guard depth < Resolver.viaDepthMax else { continue }
        judged.via = judged.via ?? onward.via
        add(onward.channels, depth: depth + 1, to: &judged, ledger: &ledger)
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

  private func onward(from channel: Int) -> (channels: [Int], via: PartyLabel)? {
    if let unit = tables.channels[channel].viaUnit {
      return (tables.units[unit].channels, label(unit))
    }
    if let designation = tables.channels[channel].viaDesignation {
      return (
        tables.designations[designation].channels,
        label(tables.designations[designation].organisation)
      )
    }
    return nil
  }
}
