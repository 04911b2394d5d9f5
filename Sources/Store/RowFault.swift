package import SeedFiles
import Registry

/// One row of a seed bundle that the database refuses, and why.
package struct RowFault: Hashable, Sendable, CustomStringConvertible {
  /// Nil when the database cannot tell which row it was.
  package let row: RowReference?
  /// The row that it meets, when two do not go together.
  package let other: RowReference?
  /// The name of the constraint in the schema.
  package let constraint: String
  /// What the constraint means.
  package let sentence: String
  /// Where the rows were written; nil for a row that another file or the desk has made.
  package let position: SeedPosition?
  package let otherPosition: SeedPosition?

  package init(
    row: RowReference?, other: RowReference?, constraint: String, sentence: String,
    position: SeedPosition?, otherPosition: SeedPosition?
  ) {
    self.row = row
    self.other = other
    self.constraint = constraint
    self.sentence = sentence
    self.position = position
    self.otherPosition = otherPosition
  }

  /// `Seed/x.yaml:12: designations[3].remit: A sentence. (also Seed/y.yaml:7: designations[1])`
  package var description: String {
    let place = RowFault.place(position, row)
    let also = other == nil ? "" : " (also \(RowFault.place(otherPosition, other)))"
    return "\(place): \(sentence)\(also)"
  }

  private static func place(_ position: SeedPosition?, _ row: RowReference?) -> String {
    guard let position else {
      guard let row else { return "the database" }
      return "\(row.table) \(IDText.format(row.bits))"
    }
    return "\(position.path):\(position.line): \(position.key)"
  }
}
