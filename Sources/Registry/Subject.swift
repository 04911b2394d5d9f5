/// Anything a name, a link, a doubt or a notice may be about.
package struct Subject: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case area, organisation, function, person, designation, channel, concern, plan, rule, step
    case notice, measure, offering, source
    case areaKind = "area-kind"
    case organisationKind = "organisation-kind"
    case readingMatter = "reading-matter"
  }

  package let bits: UInt128
  package let kind: Kind

  package init(kind: Kind, bits: UInt128) {
    self.kind = kind
    self.bits = bits
  }

  /// Of the bits alone, which hardly ever meet in two kinds: the kind would be hashed as a text.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(bits)
  }

  package static func area(_ id: ID<Area>) -> Subject { .init(kind: .area, bits: id.bits) }
  package static func areaKind(_ id: ID<AreaKind>) -> Subject {
    .init(kind: .areaKind, bits: id.bits)
  }
  package static func organisation(_ id: ID<Organisation>) -> Subject {
    .init(kind: .organisation, bits: id.bits)
  }
  package static func organisationKind(_ id: ID<OrganisationKind>) -> Subject {
    .init(kind: .organisationKind, bits: id.bits)
  }
  package static func function(_ id: ID<Function>) -> Subject {
    .init(kind: .function, bits: id.bits)
  }
  package static func designation(_ id: ID<Designation>) -> Subject {
    .init(kind: .designation, bits: id.bits)
  }
  package static func concern(_ id: ID<Concern>) -> Subject { .init(kind: .concern, bits: id.bits) }
  package static func plan(_ id: ID<Plan>) -> Subject { .init(kind: .plan, bits: id.bits) }
  package static func offering(_ id: ID<Offering>) -> Subject {
    .init(kind: .offering, bits: id.bits)
  }
  package static func measure(_ id: ID<Measure>) -> Subject { .init(kind: .measure, bits: id.bits) }
}

/// One door of a ladder: whom a rule sends someone to.
package enum Target: Hashable, Sendable {
  /// The nearest designation of that function.
  case function(ID<Function>)
  /// The front door of that organisation.
  case organisation(ID<Organisation>)
  /// The front door of the organisation of that kind that serves the place.
  case organisationKind(ID<OrganisationKind>)
  /// The provider of that offering.
  case offering(ID<Offering>)
  /// A role at the asker's own workplace, in words; a manager is never sent there.
  case ownWorkplace(String)
  /// A role that no register can list, in words.
  case described(String)
}
