package import Registry

extension AnswerChannel {
  /// Whether it can be used and somebody may answer at once.
  package var isImmediate: Bool { isUsable && kind.isImmediate }
}

extension ChannelFacts {
  fileprivate var isRoundTheClock: Bool {
    switch kind {
    case .phone, .sms, .chat: hoursKind == .always || hours.contains(where: \.isWholeWeek)
    case .email, .web, .form, .visit, .post: false
    }
  }
}

extension HoursLabel {
  /// Whether it says that there is no minute of the week, holidays too, at which it is closed.
  fileprivate var isWholeWeek: Bool {
    weekdays.isSuperset(of: .all) && (holidays == .included || weekdays.contains(.holidays))
      && (until - from) % 1440 == 0
  }
}

extension Contact {
  /// Usable channels that somebody may answer at once.
  package var immediate: [AnswerChannel] {
    channels.filter(\.isImmediate)
  }

  /// Whether somebody may be reached through it at the asked moment.
  package var isOpen: Bool {
    guard status != .vacant else { return false }
    if immediate.isEmpty { return channels.contains(where: \.isUsable) }
    return immediate.contains { $0.state != .closed }
  }

  /// Whether somebody may answer at once by telephone, text or chat: not known to be closed.
  package var isAnsweredAtOnce: Bool {
    status != .vacant && immediate.contains { $0.state != .closed }
  }

  /// Whether it is open by hours that its source states: only then «answers now» is true.
  package var isSurelyOpen: Bool {
    status != .vacant && channels.contains { $0.isUsable && $0.state == .open }
  }

  /// Whether somebody answers there at every hour of every day, as far as its source says: a letter
  /// or an address to go to does not.
  package var isRoundTheClock: Bool {
    status != .vacant && channels.contains { $0.isUsable && $0.facts.isRoundTheClock }
  }

  /// Whether the time of the week can change whether or where it stands.
  package var hasHours: Bool {
    status != .vacant && immediate.contains { $0.hoursKind.isTimed }
  }
}

extension HoursKind {
  /// Whether it says different things at different times of the week.
  package var isTimed: Bool {
    switch self {
    case .stated, .office, .outsideOffice: true
    case .always, .rota, .unknown: false
    }
  }
}
