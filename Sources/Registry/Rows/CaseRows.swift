/// One flat cell of the conditions under which a rule, a notice or an offering applies; nil means
/// anything.
package struct Case<Owner>: Hashable, Sendable {
  package let id: ID<Case<Owner>>
  package let owner: ID<Owner>
  @OptionalID package private(set) var area: ID<Area>?
  /// The asker's own workplace, one of unit or kind.
  @OptionalID package private(set) var unit: ID<Organisation>?
  @OptionalID package private(set) var unitKind: ID<OrganisationKind>?
  @OptionalID package private(set) var concern: ID<Concern>?
  /// An asked function; a case that names one matches only a question that asks for it.
  @OptionalID package private(set) var function: ID<Function>?
  package let asker: Asker
  /// The lowest severity; the case goes on matching above it.
  package let severity: Severity
  package let ages: AgeRange?
  package let wish: Wish?

  package init(
    id: ID<Case<Owner>>, owner: ID<Owner>, area: ID<Area>? = nil, unit: ID<Organisation>? = nil,
    unitKind: ID<OrganisationKind>? = nil, concern: ID<Concern>? = nil,
    function: ID<Function>? = nil, asker: Asker = .anyone, severity: Severity = .question,
    ages: AgeRange? = nil, wish: Wish? = nil
  ) {
    self.id = id
    self.owner = owner
    self.area = area
    self.unit = unit
    self.unitKind = unitKind
    self.concern = concern
    self.function = function
    self.asker = asker
    self.severity = severity
    self.ages = ages
    self.wish = wish
  }
}

package typealias RuleCase = Case<Rule>
package typealias NoticeCase = Case<Notice>
package typealias OfferingCase = Case<Offering>
