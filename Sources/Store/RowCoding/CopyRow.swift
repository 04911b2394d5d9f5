package import Registry

/// A row of the registry as PostgreSQL's COPY text: the same in the database and in the snapshot
/// file, so that one decoder reads both.
package protocol CopyRow: Hashable, Sendable {
  /// The table, and the view that shows it.
  static var table: String { get }
  /// The columns in the order in which they are read and written.
  static var columns: [String] { get }
  /// Where the rows stand in a snapshot.
  static var list: WritableKeyPath<Snapshot, [Self]> { get }

  init(_ fields: inout CopyFields) throws(CopyFault)
  func write(to line: inout CopyLine)
}

/// Why a row cannot be read.
package struct CopyFault: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case null = "is null where a value must be"
    case malformed = "holds what this program cannot read"
    /// The row has not the columns that it must have: no row of that text can be trusted.
    case misfit = "is not where it must be"
  }

  package let kind: Kind
  /// 0 is the first field.
  package let field: Int

  package var description: String { "field \(field) \(kind.rawValue)" }
}

/// A closed word of the registry, written as its raw value.
package protocol ClosedWord: RawRepresentable, Sendable where RawValue == String {}

extension Asker: ClosedWord {}
extension Severity: ClosedWord {}
extension Tier: ClosedWord {}
extension Visibility: ClosedWord {}
extension Holding: ClosedWord {}
extension ChannelKind: ClosedWord {}
extension HoursKind: ClosedWord {}
extension HolidayRule: ClosedWord {}
extension Wish: ClosedWord {}
extension PlanLevel: ClosedWord {}
extension NameKind: ClosedWord {}
extension NoticeKind: ClosedWord {}
extension ReadingKind: ClosedWord {}
extension Subject.Kind: ClosedWord {}
