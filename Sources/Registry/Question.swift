/// A question, with every name already resolved to an id of the registry.
package struct Question: Hashable, Sendable {
  /// Where the asker works: a unit, or a kind of unit in the place.
  package enum Workplace: Hashable, Sendable {
    case unit(ID<Organisation>)
    case kind(ID<OrganisationKind>)
  }

  package var asker: Asker?
  package var workplace: Workplace?
  package var place: ID<Area>
  package var concern: ID<Concern>?
  /// A function asked for by name, instead of or besides a concern.
  package var function: ID<Function>?
  /// A function that the asker holds; nobody is sent to themself.
  package var holds: ID<Function>?
  package var age: Age?
  package var severity: Severity?
  package var moment: Moment
  package var wishes: Set<Wish>
  /// The language of the labels in the answer.
  package var language: Language

  package init(
    asker: Asker? = nil, workplace: Workplace? = nil, place: ID<Area>,
    concern: ID<Concern>? = nil, function: ID<Function>? = nil,
    holds: ID<Function>? = nil, age: Age? = nil, severity: Severity? = nil, moment: Moment,
    wishes: Set<Wish> = [],
    language: Language = .bokmål
  ) {
    self.asker = asker
    self.workplace = workplace
    self.place = place
    self.concern = concern
    self.function = function
    self.holds = holds
    self.age = age
    self.severity = severity
    self.moment = moment
    self.wishes = wishes
    self.language = language
  }
}
