/// A node in the tree of kinds of organisation and unit.
package struct OrganisationKind: Hashable, Sendable {
  package let id: ID<OrganisationKind>
  package let key: String
  @OptionalID package private(set) var parent: ID<OrganisationKind>?

  package init(
    id: ID<OrganisationKind>, key: String, parent: ID<OrganisationKind>? = nil
  ) {
    self.id = id
    self.key = key
    self.parent = parent
  }
}

/// The permanent identity of an organisation, unit, team, forum, council or scheme.
package struct Organisation: Hashable, Sendable {
  package let id: ID<Organisation>
  package let key: String

  package init(
    id: ID<Organisation>, key: String
  ) {
    self.id = id
    self.key = key
  }
}

/// What an organisation is and where it lies, for a time.
package struct OrganisationForm: Hashable, Sendable {
  package let id: ID<OrganisationForm>
  package let organisation: ID<Organisation>
  package let kind: ID<OrganisationKind>
  /// Nine digits, mod 11.
  package let orgnr: String?
  @OptionalID package private(set) var location: ID<Area>?
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<OrganisationForm>, organisation: ID<Organisation>, kind: ID<OrganisationKind>,
    orgnr: String? = nil, location: ID<Area>? = nil, valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.organisation = organisation
    self.kind = kind
    self.orgnr = orgnr
    self.location = location
    self.valid = valid
    self.citation = citation
  }
}

/// Which organisation one belongs to, for a time.
package struct OrganisationParent: Hashable, Sendable {
  package let id: ID<OrganisationParent>
  package let organisation: ID<Organisation>
  package let parent: ID<Organisation>
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<OrganisationParent>, organisation: ID<Organisation>, parent: ID<Organisation>,
    valid: DayRange, citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.organisation = organisation
    self.parent = parent
    self.valid = valid
    self.citation = citation
  }
}

/// What an organisation serves: an area, a unit or a kind of unit.
package struct OrganisationService: Hashable, Sendable {
  package let id: ID<OrganisationService>
  package let organisation: ID<Organisation>
  @OptionalID package private(set) var area: ID<Area>?
  @OptionalID package private(set) var unit: ID<Organisation>?
  @OptionalID package private(set) var unitKind: ID<OrganisationKind>?
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<OrganisationService>, organisation: ID<Organisation>, area: ID<Area>? = nil,
    unit: ID<Organisation>? = nil, unitKind: ID<OrganisationKind>? = nil, valid: DayRange,
    citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.organisation = organisation
    self.area = area
    self.unit = unit
    self.unitKind = unitKind
    self.valid = valid
    self.citation = citation
  }
}

/// A member of a team, forum, council or scheme, in the source's order.
package struct OrganisationMember: Hashable, Sendable {
  package let id: ID<OrganisationMember>
  package let organisation: ID<Organisation>
  package let position: Int
  package let text: String
  @OptionalID package private(set) var member: ID<Organisation>?
  @OptionalID package private(set) var function: ID<Function>?
  package var valid: DayRange
  @OptionalID package private(set) var citation: ID<Citation>?

  package init(
    id: ID<OrganisationMember>, organisation: ID<Organisation>, position: Int, text: String,
    member: ID<Organisation>? = nil, function: ID<Function>? = nil, valid: DayRange,
    citation: ID<Citation>? = nil
  ) {
    self.id = id
    self.organisation = organisation
    self.position = position
    self.text = text
    self.member = member
    self.function = function
    self.valid = valid
    self.citation = citation
  }
}
