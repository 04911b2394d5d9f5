/// Who asks: a closed tree. Not given means `citizen`.
package enum Asker: String, Hashable, Sendable, CaseIterable {
  case anyone, employee, manager, authority, citizen, relative, youngPerson, affected, witness
  case volunteer, faithCommunity, business

  package var parent: Asker? {
    switch self {
    case .anyone: nil
    case .employee, .authority, .citizen: .anyone
    case .manager: .employee
    case .relative, .youngPerson, .affected, .witness, .volunteer, .faithCommunity, .business:
      .citizen
    }
  }

  /// From itself outward to `anyone`.
  package var path: [Asker] {
    Array(sequence(first: self, next: \.parent))
  }

  package func isWithin(_ other: Asker) -> Bool {
    var next: Asker? = self
    while let current = next {
      if current == other { return true }
      next = current.parent
    }
    return false
  }
}

/// How serious: a closed, ordered scale. Not given means `mild`, and the answer says so.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case question, mild, clarified, grave, acute

  package var rank: Int {
    switch self {
    case .question: 0
    case .mild: 1
    case .clarified: 2
    case .grave: 3
    case .acute: 4
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }
}

/// The part of the answer that a rule speaks in; all three are always collected.
package enum Tier: String, Hashable, Sendable, CaseIterable, Comparable {
  case serious, ordinary, fallback

  package var rank: Int {
    switch self {
    case .serious: 0
    case .ordinary: 1
    case .fallback: 2
    }
  }

  package static func < (left: Tier, right: Tier) -> Bool {
    left.rank < right.rank
  }
}

/// How a rung stands to the rungs before it.
package enum Relation: String, Hashable, Sendable, CaseIterable {
  /// The first rung that can be reached.
  case first
  /// Another door of the same rung.
  case equal
  /// The next rung of the ladder, or a gap before the first.
  case then
  /// Stands in for the holder of the rung above.
  case deputy
  /// Open now and written as covering for a closed contact.
  case covers
  /// A specialist or disagreeing source that the speaking rule would have hidden.
  case added
}

/// What is known about the contact of a rung.
package enum RungStatus: String, Hashable, Sendable, CaseIterable {
  case confirmed, unconfirmed, vacant
  case unknownNumber = "unknown-number"
  case ownWorkplace = "own-workplace"
  case described
}

/// Secrecy: whether a fact may be published. For whom a channel is meant is its audience.
package enum Visibility: String, Hashable, Sendable, CaseIterable {
  case `public`, desk
}

/// Whether a seat has a holder; never inferred from a missing name.
package enum Holding: String, Hashable, Sendable, CaseIterable {
  /// Somebody named holds it.
  case held
  /// Somebody holds it, and the source does not say who.
  case unnamed
  /// Nobody holds it.
  case vacant
  /// The source names the seat and nothing more.
  case unknown
}

package enum ChannelKind: String, Hashable, Sendable, CaseIterable {
  case phone, sms, email, web, form, chat, visit, post

  /// Whether somebody may answer at once, so that the channel makes a door open.
  package var isImmediate: Bool {
    switch self {
    case .phone, .sms, .chat, .visit: true
    case .email, .web, .form, .post: false
    }
  }

  package var isWritten: Bool {
    switch self {
    case .sms, .email, .form, .chat, .post: true
    case .phone, .web, .visit: false
    }
  }
}

/// What a source says about when a channel is answered.
package enum HoursKind: String, Hashable, Sendable, CaseIterable {
  case stated, always, rota, unknown
  /// Office hours, not stated which.
  case office
  /// Outside office hours, not stated which.
  case outsideOffice = "outside-office"
}

package enum HolidayRule: String, Hashable, Sendable, CaseIterable {
  case included, excluded, unstated
}

package enum Wish: String, Hashable, Sendable, CaseIterable {
  case anonymous
  case inWriting = "in-writing"
  case notPolice = "not-police"
}

/// Whose plan: decides before anything else who speaks inside a tier.
package enum PlanLevel: String, Hashable, Sendable, CaseIterable {
  case municipality
  case policeDistrict = "police-district"
  case county, service, nation

  /// Lower speaks first.
  package var rank: Int {
    switch self {
    case .municipality: 0
    case .policeDistrict, .county, .service: 1
    case .nation: 2
    }
  }
}

package enum NameKind: String, Hashable, Sendable, CaseIterable {
  case official, short, former, alias, synonym
  /// Written wrongly in a source; found, never shown as a name.
  case misprint
}

package enum NoticeKind: String, Hashable, Sendable, CaseIterable {
  case anonymity, confidentiality, duty, consent, parents, cost, voluntary, definition, advice
  case whatHappensNext = "what-happens-next"
  case responsibility
}

package enum ReadingKind: String, Hashable, Sendable, CaseIterable {
  case sign, risk, protective, push, pull, process
}

/// A language of the screens (`nb`, `nn`, `en`) or of a name in a source (`se`, `sma` …).
package struct Language: Hashable, Sendable {
  package let code: String

  package init(_ code: String) {
    self.code = code
  }

  package static let bokmål = Language("nb")
  package static let nynorsk = Language("nn")
  package static let english = Language("en")
}
