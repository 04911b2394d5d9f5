/// Whom a rung sends someone to, as it stands at the asked moment.
package final class Contact: Hashable, Sendable {
  package let facts: ContactFacts
  package let status: RungStatus
  package let confirmedOn: Day?
  package let channels: [AnswerChannel]
  package let seats: Int
  package let alsoFunctions: [Label]
  /// Shown when the age was not given or the range's end is unstated.
  package let ages: AgeRange?
  package let via: PartyLabel?

  package init(
    _ facts: ContactFacts, status: RungStatus, confirmedOn: Day? = nil,
    channels: [AnswerChannel] = [], seats: Int = 1, alsoFunctions: [Label] = [],
    ages: AgeRange? = nil, via: PartyLabel? = nil
  ) {
    self.facts = facts
    self.status = status
    self.confirmedOn = confirmedOn
    self.channels = channels
    self.seats = seats
    self.alsoFunctions = alsoFunctions
    self.ages = ages
    self.via = via
  }

  /// The same contact as a part of a larger one.
  package func with(
    _ facts: ContactFacts? = nil, seats: Int? = nil, alsoFunctions: [Label]? = nil
  ) -> Contact {
    Contact(
      facts ?? self.facts, status: status, confirmedOn: confirmedOn, channels: channels,
      seats: seats ?? self.seats, alsoFunctions: alsoFunctions ?? self.alsoFunctions, ages: ages,
      via: via)
  }

  package var designation: ID<Designation>? { facts.designation }
  package var function: Label? { facts.function }
  package var organisation: PartyLabel? { facts.organisation }
  package var words: String? { facts.words }
  package var person: String? { facts.person }
  package var area: String? { facts.area }
  package var offering: Label? { facts.offering }
  package var doubts: [String] { facts.doubts }
  package var source: SourceLabel? { facts.source }

  package static func == (left: Contact, right: Contact) -> Bool {
    left === right
      || left.facts == right.facts && left.status == right.status
        && left.confirmedOn == right.confirmedOn && left.channels == right.channels
        && left.seats == right.seats && left.alsoFunctions == right.alsoFunctions
        && left.ages == right.ages && left.via == right.via
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(facts)
    hasher.combine(status)
    hasher.combine(channels)
  }
}

/// What a contact is at every moment of a day; an index makes it once and all its answers share it.
package final class ContactFacts: Hashable, Sendable {
  package let designation: ID<Designation>?
  package let function: Label?
  package let organisation: PartyLabel?
  /// A role in words, when no register can list it.
  package let words: String?
  /// The holder's name where it is public.
  package let person: String?
  /// Code of the area that the contact answers for.
  package let area: String?
  package let offering: Label?
  package let doubts: [String]
  package let source: SourceLabel?
  private let asked = Kept()
  /// For who tells of it before its status, and after its channels.
  package let beforeStatus = KeptText()
  package let afterChannels = KeptText()

  package init(
    designation: ID<Designation>? = nil, function: Label? = nil, organisation: PartyLabel? = nil,
    words: String? = nil, person: String? = nil, area: String? = nil, offering: Label? = nil,
    doubts: [String] = [], source: SourceLabel? = nil
  ) {
    self.designation = designation
    self.function = function
    self.organisation = organisation
    self.words = words
    self.person = person
    self.area = area
    self.offering = offering
    self.doubts = doubts
    self.source = source
  }

  /// The reason of whom is asked for by the name of the function.
  package var whyAsked: Why {
    let why = asked.object {
      Why(
        rule: Why.askedFunction, text: function?.text ?? "", section: source?.section,
        quote: source?.quote)
    }
    return unsafeDowncast(why, to: Why.self)
  }

  /// The same in no area of its own.
  package var everywhere: ContactFacts {
    ContactFacts(
      designation: designation, function: function, organisation: organisation, words: words,
      person: person, offering: offering, doubts: doubts, source: source)
  }

  package static func == (left: ContactFacts, right: ContactFacts) -> Bool {
    left === right
      || left.designation == right.designation && left.function == right.function
        && left.organisation == right.organisation && left.words == right.words
        && left.person == right.person && left.area == right.area
        && left.offering == right.offering && left.doubts == right.doubts
        && left.source == right.source
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(designation)
    hasher.combine(function)
    hasher.combine(organisation)
    hasher.combine(words)
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
  package var isUsable: Bool { facts.isUsable }
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
  package let isUsable: Bool
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
    isUsable = value != nil
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
