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
  package let facts: ChannelFacts
  package var state: DoorState
  package var opensAt: LocalTime?

  package init(_ facts: ChannelFacts, state: DoorState, opensAt: LocalTime? = nil) {
    self.facts = facts
    self.state = state
    self.opensAt = opensAt
  }

  package var kind: ChannelKind { facts.kind }
  package var value: String? { facts.value }
  package var written: String { facts.written }
  package var label: String? { facts.label }
  package var hours: [HoursLabel] { facts.hours }
  package var hoursKind: HoursKind { facts.hoursKind }
  package var warnings: [String] { facts.warnings }
  package var source: SourceLabel? { facts.source }
}

/// What a channel is at every moment; an index makes it once and all its answers share it.
package final class ChannelFacts: Hashable, Sendable {
  package let kind: ChannelKind
  /// Canonical; nil when the written value cannot be used.
  package let value: String?
  package let written: String
  package let label: String?
  package let hours: [HoursLabel]
  package let hoursKind: HoursKind
  package let warnings: [String]
  package let source: SourceLabel?
  /// For who tells of it before and after its state.
  package let beforeState = KeptTexts()
  package let afterState = KeptText()

  package init(
    kind: ChannelKind, value: String? = nil, written: String, label: String? = nil,
    hours: [HoursLabel] = [], hoursKind: HoursKind, warnings: [String] = [],
    source: SourceLabel? = nil
  ) {
    self.kind = kind
    self.value = value
    self.written = written
    self.label = label
    self.hours = hours
    self.hoursKind = hoursKind
    self.warnings = warnings
    self.source = source
  }

  package static func == (left: ChannelFacts, right: ChannelFacts) -> Bool {
    left === right
      || left.kind == right.kind && left.value == right.value && left.written == right.written
        && left.label == right.label && left.hours == right.hours
        && left.hoursKind == right.hoursKind && left.warnings == right.warnings
        && left.source == right.source
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(value)
    hasher.combine(written)
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

/// Where a shown fact stands; an index makes it once and all its answers share it.
package final class SourceLabel: Hashable, Sendable {
  package let document: String
  package let section: String?
  package let quote: String?
  package let day: Day?
  /// For who tells of it.
  package let told = KeptText()

  package init(
    document: String, section: String? = nil, quote: String? = nil, day: Day? = nil
  ) {
    self.document = document
    self.section = section
    self.quote = quote
    self.day = day
  }

  package static func == (left: SourceLabel, right: SourceLabel) -> Bool {
    left === right
      || left.document == right.document && left.section == right.section
        && left.quote == right.quote && left.day == right.day
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(document)
    hasher.combine(section)
    hasher.combine(quote)
    hasher.combine(day)
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
