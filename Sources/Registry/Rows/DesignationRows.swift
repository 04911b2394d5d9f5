/// A permanent role, such as SLT-koordinator; its holders change.
package struct Function: Hashable, Sendable {
  package let id: ID<Function>
  package let key: String

  package init(
    id: ID<Function>, key: String
  ) {
    self.id = id
    self.key = key
  }
}

/// A holder who may be named or hidden.
package struct Person: Hashable, Sendable {
  package let id: ID<Person>
  package let key: String
  package let visibility: Visibility

  package init(
    id: ID<Person>, key: String, visibility: Visibility
  ) {
    self.id = id
    self.key = key
    self.visibility = visibility
  }
}

/// The erasable part of a person: the name.
package struct PersonDetail: Hashable, Sendable {
  package let id: ID<Person>
  package let name: String

  package init(
    id: ID<Person>, name: String
  ) {
    self.id = id
    self.name = name
  }
}

/// A seat: who holds a function in an organisation, for a time.
package struct Designation: Hashable, Sendable {
  // Wide fields first: there are a hundred thousand, and none is to hold gaps.
  package let id: ID<Designation>
  package let function: ID<Function>
  package let organisation: ID<Organisation>
  @OptionalID package private(set) var person: ID<Person>?
  @OptionalID package private(set) var citation: ID<Citation>?
  package let key: String
  /// Seats of one position are equal and stand side by side.
  package let seat: Int
  /// 1 first, 2 deputy and so on.
  package let position: Int
  package var valid: DayRange
  package let confirmedOn: Day?
  package let holding: Holding
  package let visibility: Visibility

  package init(
    id: ID<Designation>, key: String, function: ID<Function>, organisation: ID<Organisation>,
    seat: Int, position: Int, holding: Holding, person: ID<Person>? = nil, visibility: Visibility,
    valid: DayRange, confirmedOn: Day? = nil, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.function = function
    self.organisation = organisation
    self.seat = seat
    self.position = position
    self.holding = holding
    self.person = person
    self.visibility = visibility
    self.valid = valid
    self.confirmedOn = confirmedOn
    self.citation = citation
  }
}

/// One flat cell of what a designation answers for; nil means everything.
package struct Remit: Hashable, Sendable {
  package let id: ID<Remit>
  package let designation: ID<Designation>
  @OptionalID package private(set) var area: ID<Area>?
  /// The served unit.
  @OptionalID package private(set) var unit: ID<Organisation>?
  /// The served kind of unit.
  @OptionalID package private(set) var unitKind: ID<OrganisationKind>?
  @OptionalID package private(set) var concern: ID<Concern>?
  package let asker: Asker
  /// The lowest severity.
  package let severity: Severity
  package let ages: AgeRange?

  package init(
    id: ID<Remit>, designation: ID<Designation>, area: ID<Area>? = nil,
    unit: ID<Organisation>? = nil, unitKind: ID<OrganisationKind>? = nil,
    concern: ID<Concern>? = nil, asker: Asker, severity: Severity, ages: AgeRange? = nil
  ) {
    self.id = id
    self.designation = designation
    self.area = area
    self.unit = unit
    self.unitKind = unitKind
    self.concern = concern
    self.asker = asker
    self.severity = severity
    self.ages = ages
  }
}

/// A time when the holder is away; the deputy moves up.
package struct Absence: Hashable, Sendable {
  package let id: ID<Absence>
  package let designation: ID<Designation>
  package var valid: DayRange
  package let reason: String?
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<Absence>, designation: ID<Designation>, valid: DayRange, reason: String? = nil,
    citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.designation = designation
    self.valid = valid
    self.reason = reason
    self.citation = citation
  }
}

/// A way to reach a designation, an organisation, a function or an offering.
package struct Channel: Hashable, Sendable {
  // Wide fields first, as in a designation.
  package let id: ID<Channel>
  @OptionalID package private(set) var viaOrganisation: ID<Organisation>?
  @OptionalID package private(set) var viaDesignation: ID<Designation>?
  @OptionalID package private(set) var citation: ID<Citation>?
  package let owner: Subject
  package let kind: ChannelKind
  package let isUsable: Bool
  package let audience: Asker
  package let hours: HoursKind
  package let visibility: Visibility
  package var valid: DayRange
  package let key: String
  /// What the source wrote; empty for a channel that only points to another contact.
  package let written: String
  /// E.164, a short number, an address or a url; nil when unusable or reached via another.
  package let canonical: String?
  package let label: String?
  package let warning: String?
  package let position: Int
  package let confirmedOn: Day?

  package init(
    id: ID<Channel>, key: String, owner: Subject, position: Int, kind: ChannelKind, written: String,
    canonical: String? = nil, isUsable: Bool, label: String? = nil, audience: Asker,
    hours: HoursKind, viaOrganisation: ID<Organisation>? = nil,
    viaDesignation: ID<Designation>? = nil, warning: String? = nil, visibility: Visibility,
    valid: DayRange, confirmedOn: Day? = nil, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.key = key
    self.owner = owner
    self.position = position
    self.kind = kind
    self.written = written
    self.canonical = canonical
    self.isUsable = isUsable
    self.label = label
    self.audience = audience
    self.hours = hours
    self.viaOrganisation = viaOrganisation
    self.viaDesignation = viaDesignation
    self.warning = warning
    self.visibility = visibility
    self.valid = valid
    self.confirmedOn = confirmedOn
    self.citation = citation
  }
}

/// One stated window of a channel; half-open, and over midnight when `until` is not after `from`.
package struct Opening: Hashable, Sendable {
  package let id: ID<Opening>
  package let channel: ID<Channel>
  package let weekdays: Weekdays
  /// Minute of the day, 0 to 1439.
  package let from: Int
  /// Minute of the day, 1 to 1440, exclusive.
  package let until: Int
  package let holidays: HolidayRule

  package init(
    id: ID<Opening>, channel: ID<Channel>, weekdays: Weekdays, from: Int, until: Int,
    holidays: HolidayRule
  ) {
    self.id = id
    self.channel = channel
    self.weekdays = weekdays
    self.from = from
    self.until = until
    self.holidays = holidays
  }
}
