import Registry

/// The channels of a contact as they stand at the asked moment.
struct JudgedChannels {
  var shown: [AnswerChannel] = []
  var via: PartyLabel?
  var order = HoursJudgement.Order.undecided
  var confirmedOn: Day?

  var isReachable: Bool {
    shown.contains { $0.value != nil }
  }
}

extension Resolver {
  /// How many contacts a channel may point onward through.
  static let viaDepthMax = 3

  func channels(_ numbers: [Int], ledger: inout Ledger) -> JudgedChannels {
    var judged = JudgedChannels()
    var orders: [HoursJudgement.Order] = []
    add(numbers, depth: 0, to: &judged, orders: &orders, ledger: &ledger)
    judged.order = HoursJudgement.Order(ofAll: orders)
    if inquiry.wishes.contains(.inWriting) {
      let written = judged.shown.filter { $0.kind.isWritten }
      judged.shown = written + judged.shown.filter { !$0.kind.isWritten }
    }
    return judged
  }

  private func add(
    _ numbers: [Int], depth: Int, to judged: inout JudgedChannels,
    orders: inout [HoursJudgement.Order], ledger: inout Ledger
  ) {
    for number in numbers {
      let channel = tables.channels[number]
      guard ledger.holds(channel.row.valid), inquiry.asker.isWithin(channel.row.audience) else {
        continue
      }
      if let onward = onward(from: channel) {
        guard depth < Resolver.viaDepthMax else { continue }
        judged.via = judged.via ?? onward.via
        add(onward.channels, depth: depth + 1, to: &judged, orders: &orders, ledger: &ledger)
      } else if inquiry.severity < .acute || channel.row.kind.isImmediate {
        let hours = judge.judge(channel, ledger: &ledger)
        judged.shown.append(answer(channel, hours))
        if channel.row.isUsable {
          if channel.row.kind.isImmediate { orders.append(hours.order) }
          judged.confirmedOn = [judged.confirmedOn, channel.row.confirmedOn].compactMap(\.self)
            .max()
        }
      }
    }
  }

  private func onward(from channel: ChannelRecord) -> (channels: [Int], via: PartyLabel)? {
    if let unit = channel.viaUnit {
      return (tables.units[unit].channels, label(unit))
    }
    if let designation = channel.viaDesignation {
      let record = tables.designations[designation]
      return (record.channels, label(record.organisation))
    }
    return nil
  }

  private func answer(_ channel: ChannelRecord, _ hours: HoursJudgement) -> AnswerChannel {
    let row = channel.row
    let doubts = tables.doubts[Subject(kind: .channel, bits: row.id.bits)] ?? []
    return AnswerChannel(
      kind: row.kind, value: row.isUsable ? row.canonical : nil, written: row.written,
      label: row.label,
      hours: channel.windows,
      hoursKind: row.hours, state: hours.state, opensAt: hours.opensAt,
      warnings: [row.warning].compactMap(\.self) + doubts,
      source: row.citation.flatMap { tables.citations[$0] })
  }
}
