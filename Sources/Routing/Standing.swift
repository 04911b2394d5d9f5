package import Registry

/// How well a question is answered: the nearest kind of contact that can be reached.
package enum Reach: String, Hashable, Sendable, CaseIterable {
  /// The first open door above the fallback answers for the municipality or a part of it.
  case local
  /// It answers for something wider: a police district, a county, a service, the nation.
  case regional
  /// Nothing above the fallback is open, and the fallback is; never counted as covered.
  case fallbackOnly = "fallback-only"
  /// The same, and a contact is named that the registry has no usable channel for.
  case numberUnknown = "number-unknown"
  /// Not even the fallback has an open door; only 112, which is compiled in, is left.
  case unreachable

  /// `isFirstLocal` tells of the first open door above the fallback; nil where none is open.
  init(
    isFirstLocal: Bool?, isFallbackOpen: @autoclosure () -> Bool,
    isNumberUnknown: @autoclosure () -> Bool
  ) {
    if let isFirstLocal {
      self = isFirstLocal ? .local : .regional
    } else if isFallbackOpen() {
      self = isNumberUnknown() ? .numberUnknown : .fallbackOnly
    } else {
      self = .unreachable
    }
  }

  /// Whether somebody above the catch-all answers.
  package var isCovered: Bool {
    self == .local || self == .regional
  }
}

/// A contact as coverage counts it: a seat, or the door of an organisation.
package struct CoverageContact: Hashable, Sendable, Comparable {
  package let designation: ID<Designation>?
  package let function: Label?
  package let organisation: PartyLabel?

  init(_ contact: Contact) {
    designation = contact.designation
    function = contact.function ?? contact.offering
    organisation = contact.organisation
  }

  package static func < (left: CoverageContact, right: CoverageContact) -> Bool {
    (left.organisation?.key ?? "", left.function?.key ?? "", left.designation?.bits ?? 0)
      < (right.organisation?.key ?? "", right.function?.key ?? "", right.designation?.bits ?? 0)
  }
}

/// What coverage says of one answer.
package struct Standing: Hashable, Sendable {
  package let reach: Reach
  /// The first open door above the fallback.
  package let first: CoverageContact?
  /// The same, when no other door above the fallback is open: all rests on it.
  package let alone: CoverageContact?
  /// Whether the first door's confirmation is older than a year, or there is none.
  package let isOverdue: Bool
  /// Whether opening hours, stated or not, decide which door is the first open one.
  package let hasHours: Bool
}

extension RoutingIndex {
  /// The one definition of what is covered, read from an answer.
  ///
  /// A door is open when its seat is not vacant and it has a usable channel that somebody may
  /// answer at once and that is not known to be closed; where it has none of those, any usable one.
  package func standing(of answer: Answer) -> Standing {
    let doors = answer.ladder.filter { $0.why.rule != Why.lastResort }
    let above = doors.filter { $0.tier != .fallback }
    let open = above.filter(\.contact.isOpen)
    let reach = Reach(
      isFirstLocal: open.first.map { isLocal($0.contact, Inquiry(answer.question, in: tables)) },
      isFallbackOpen: doors.contains { $0.tier == .fallback && $0.contact.isOpen },
      isNumberUnknown: above.contains { $0.contact.status == .unknownNumber })
    let contacts = Set(open.map { CoverageContact($0.contact) })
    let isTimed = above.contains(where: \.contact.hasHours)
    return Standing(
      reach: reach, first: open.first.map { CoverageContact($0.contact) },
      alone: contacts.count == 1 ? contacts.first : nil,
      isOverdue: open.first.map { $0.contact.status == .unconfirmed } ?? false,
      hasHours: isTimed || (open.isEmpty && doors.contains(where: \.contact.hasHours)))
  }

  /// Rank of a municipality: what is wider is not local.
  private static let localRankMax = 40

  /// Whether a contact answers for the municipality asked about, or for a part or a place of it.
  func isLocal(_ contact: Contact, _ inquiry: Inquiry) -> Bool {
    func isHome(_ area: Int?) -> Bool {
      guard let area, tables.areas[area].rank <= RoutingIndex.localRankMax else { return false }
      return inquiry.areaWalk.contains(area) || inquiry.insideAreas.contains(area)
    }
    if let designation = contact.designation.flatMap({ tables.designationNumbers[$0] }) {
      let areas = tables.designations[designation].remits.map(\.area)
      if let code = contact.area {
        return areas.contains { isHome($0) && $0.map { tables.areas[$0].code } == code }
      }
      return areas.contains(where: isHome)
    }
    guard let unit = contact.organisation.flatMap({ tables.unitNumbers[$0.id] }) else {
      return false
    }
    let record = tables.units[unit]
    if !record.statesServices {
      return record.forms.contains { $0.valid.contains(inquiry.day) && isHome($0.location) }
    }
    return record.services.contains { $0.valid.contains(inquiry.day) && isHome($0.area) }
  }
}

extension AnswerChannel {
  /// Whether it can be used and somebody may answer at once.
  var isImmediate: Bool { isUsable && kind.isImmediate }
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
  var immediate: [AnswerChannel] {
    channels.filter(\.isImmediate)
  }

  /// Whether somebody may be reached through it at the asked moment.
  package var isOpen: Bool {
    guard status != .vacant else { return false }
    if immediate.isEmpty { return channels.contains(where: \.isUsable) }
    return immediate.contains { $0.state != .closed }
  }

  /// Whether somebody may answer at once by telephone, text or chat: not known to be closed.
  var isAnsweredAtOnce: Bool {
    status != .vacant && immediate.contains { $0.state != .closed }
  }

  /// Whether somebody answers there at every hour of every day, as far as its source says: a letter
  /// or an address to go to does not.
  var isRoundTheClock: Bool {
    status != .vacant && channels.contains { $0.isUsable && $0.facts.isRoundTheClock }
  }

  /// Whether the time of the week can change whether or where it stands.
  fileprivate var hasHours: Bool {
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
