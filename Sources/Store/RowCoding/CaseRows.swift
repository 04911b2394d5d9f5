package import Registry

/// What owns conditions, and in which table they lie.
package protocol CaseOwner: Sendable {
  /// The column that refers to the owner; its table is that word with `_case`.
  static var caseColumn: String { get }
  static var caseList: WritableKeyPath<Snapshot, [Case<Self>]> { get }
}

extension Rule: CaseOwner {
  package static var caseColumn: String { "rule" }
  package static var caseList: WritableKeyPath<Snapshot, [Case<Rule>]> { \.ruleCases }
}

extension Notice: CaseOwner {
  package static var caseColumn: String { "notice" }
  package static var caseList: WritableKeyPath<Snapshot, [Case<Notice>]> { \.noticeCases }
}

extension Offering: CaseOwner {
  package static var caseColumn: String { "offering" }
  package static var caseList: WritableKeyPath<Snapshot, [Case<Offering>]> { \.offeringCases }
}

extension Case: CopyRow where Owner: CaseOwner {
  package static var table: String { Owner.caseColumn + "_case" }
  package static var columns: [String] {
    [
      "id", Owner.caseColumn, "area", "unit", "unit_kind", "concern", "function", "asker",
      "severity", "ages", "extended_through", "condition", "is_end_unstated", "wish",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Case<Owner>]> { Owner.caseList }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      owner: try fields.id(),
      area: try fields.idOrRoot(),
      unit: try fields.idOrRoot(),
      unitKind: try fields.idOrRoot(),
      concern: try fields.idOrRoot(),
      function: try fields.idOrRoot(),
      asker: try fields.value(),
      severity: try fields.value(),
      ages: try fields.ages(),
      wish: try fields.optionalValue())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(owner)
    line.writeOrRoot(area)
    line.writeOrRoot(unit)
    line.writeOrRoot(unitKind)
    line.writeOrRoot(concern)
    line.writeOrRoot(function)
    line.write(asker)
    line.write(severity)
    line.write(ages)
    line.write(wish)
  }
}
