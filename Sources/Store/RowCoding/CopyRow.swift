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

extension CopyRow {
  /// Reads one row; a row with too few or too many fields is refused.
  package init(copyText: UnsafeRawBufferPointer) throws(CopyFault) {
    var fields = CopyFields(copyText)
    try self.init(&fields)
    try fields.end()
  }

  /// Appends the row and a newline.
  package func append(to bytes: inout [UInt8]) {
    var line = CopyLine()
    write(to: &line)
    bytes.append(contentsOf: line.bytes)
    bytes.append(UInt8(ascii: "\n"))
  }
}

/// Why a row of COPY text cannot be read.
package struct CopyFault: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case absent = "is not there"
    case null = "is null where a value must be"
    case malformed = "is not of its type"
    case surplus = "is one too many"
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
