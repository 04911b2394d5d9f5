/// A row that this program cannot read, and so does not show: by its table and id, never by what
/// stands in it.
package struct UnreadableRow: Error, Hashable, Sendable, CustomStringConvertible {
  package let table: String
  /// As it was written; `row 7` when not even the id can be read.
  package let id: String
  package let column: String
  package let reason: CopyFault.Kind

  /// `channel 5e76dcfb-…: valid holds what this program cannot read`
  package var description: String { "\(table) \(id): \(column) \(reason.rawValue)" }
}
