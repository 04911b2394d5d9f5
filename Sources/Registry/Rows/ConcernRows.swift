/// A node in the tree of worries and needs.
package struct Concern: Hashable, Sendable {
  package let id: ID<Concern>
  package let key: String
  @OptionalID package private(set) var parent: ID<Concern>?
  /// What a concern is at least, such as grave for a planned departure.
  package let leastSeverity: Severity?

  package init(
    id: ID<Concern>, key: String, parent: ID<Concern>? = nil, leastSeverity: Severity? = nil
  ) {
    self.id = id
    self.key = key
    self.parent = parent
    self.leastSeverity = leastSeverity
  }
}
