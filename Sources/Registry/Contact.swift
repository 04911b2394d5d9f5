/// Whom a rung sends someone to.
package struct Contact: Hashable, Sendable {
  package var designation: ID<Designation>?
  package var function: Label?
  package var organisation: PartyLabel?
  /// A role in words, when no register can list it.
  package var words: String?
  /// The holder's name where it is public.
  package var person: String?
  package var status: RungStatus
  package var confirmedOn: Day?
  package var channels: [AnswerChannel]
  package var seats: Int
  package var alsoFunctions: [Label]
  /// Code of the area that the contact answers for.
  package var area: String?
  /// Shown when the age was not given or the range's end is unstated.
  package var ages: AgeRange?
  package var via: PartyLabel?
  package var offering: Label?
  package var doubts: [String]
  package var source: SourceLabel?

  package init(
    designation: ID<Designation>? = nil, function: Label? = nil, organisation: PartyLabel? = nil,
    words: String? = nil, person: String? = nil, status: RungStatus, confirmedOn: Day? = nil,
    channels: [AnswerChannel] = [], seats: Int, alsoFunctions: [Label] = [], area: String? = nil,
    ages: AgeRange? = nil, via: PartyLabel? = nil, offering: Label? = nil, doubts: [String] = [],
    source: SourceLabel? = nil
  ) {
    self.designation = designation
    self.function = function
    self.organisation = organisation
    self.words = words
    self.person = person
    self.status = status
    self.confirmedOn = confirmedOn
    self.channels = channels
    self.seats = seats
    self.alsoFunctions = alsoFunctions
    self.area = area
    self.ages = ages
    self.via = via
    self.offering = offering
    self.doubts = doubts
    self.source = source
  }
}

/// One stated window of a channel.
package struct HoursLabel: Hashable, Sendable {
  package var weekdays: Weekdays
  package var from: Int
  package var until: Int
  package var holidays: HolidayRule

  package init(
    weekdays: Weekdays, from: Int, until: Int, holidays: HolidayRule
  ) {
    self.weekdays = weekdays
    self.from = from
    self.until = until
    self.holidays = holidays
  }
}

/// A way to reach a contact at the asked moment.
package struct AnswerChannel: Hashable, Sendable {
  package var kind: ChannelKind
  /// Canonical; nil when the written value cannot be used.
  package var value: String?
  package var written: String
  package var label: String?
  package var hours: [HoursLabel]
  package var hoursKind: HoursKind
  package var state: DoorState
  package var opensAt: LocalTime?
  package var warnings: [String]
  package var source: SourceLabel?

  package init(
    kind: ChannelKind, value: String? = nil, written: String, label: String? = nil,
    hours: [HoursLabel] = [], hoursKind: HoursKind, state: DoorState, opensAt: LocalTime? = nil,
    warnings: [String] = [], source: SourceLabel? = nil
  ) {
    self.kind = kind
    self.value = value
    self.written = written
    self.label = label
    self.hours = hours
    self.hoursKind = hoursKind
    self.state = state
    self.opensAt = opensAt
    self.warnings = warnings
    self.source = source
  }
}

/// A number that stands above every ladder; compiled in.
package struct EmergencyNumber: Hashable, Sendable {
  package var number: String
  package var label: String
  package var dial: String

  package init(
    number: String, label: String, dial: String
  ) {
    self.number = number
    self.label = label
    self.dial = dial
  }
}

/// Where a shown fact stands.
package struct SourceLabel: Hashable, Sendable {
  package var document: String
  package var section: String?
  package var quote: String?
  package var day: Day?

  package init(
    document: String, section: String? = nil, quote: String? = nil, day: Day? = nil
  ) {
    self.document = document
    self.section = section
    self.quote = quote
    self.day = day
  }
}

/// An organisation as it stands in an answer.
package struct PartyLabel: Hashable, Sendable {
  package var id: ID<Organisation>
  package var key: String
  package var name: String

  package init(
    id: ID<Organisation>, key: String, name: String
  ) {
    self.id = id
    self.key = key
    self.name = name
  }
}

/// What something is called in the language of the answer, with its public key.
package struct Label: Hashable, Sendable {
  package var key: String
  package var text: String

  package init(
    key: String, text: String
  ) {
    self.key = key
    self.text = text
  }
}

extension EmergencyNumber {
  /// The one number that heads every answer, with no database and no snapshot.
  package static let police = EmergencyNumber(
    number: "112", label: "Politi, nødnummer", dial: "tel:112")
}
