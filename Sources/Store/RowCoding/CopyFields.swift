import PQ
package import Registry

/// The fields of the rows of a table, taken one after the other in the order of its columns.
///
/// Every value is read from the bytes of the text itself: only a text becomes a string.
package struct CopyFields {
  private var reader: PQCopyReader
  private let width: Int
  private var field = -1
  /// Where the row that is read began, to find its id again.
  private var start = 0
  private let source: UnsafeBufferPointer<UInt8>

  /// - Parameter text: stays where it is as long as anything is read from it.
  init(_ text: UnsafeBufferPointer<UInt8>, width: Int) {
    reader = PQCopyReader(text, width: width)
    self.width = width
    source = text
  }

  var isAtEnd: Bool { reader.isAtEnd }

  mutating func beginRow() {
    field = -1
    start = reader.position
  }

  /// Passes over what is left of the row; the id that stands first in it, or nil.
  ///
  /// - Throws: `misfit`, when what is left is no row of this table.
  mutating func passRow() throws(CopyFault) -> String? {
    while field < width - 1 { _ = try bytes() }
    var first = PQCopyReader(UnsafeBufferPointer(rebasing: source[start...]), width: width)
    guard case .text(let id) = first.next() else { return nil }
    return IDText.parse(id).map { IDText.format($0) }
  }

  /// The next field as it is; nil when it is null.
  private mutating func bytes() throws(CopyFault) -> UnsafeBufferPointer<UInt8>? {
    field += 1
    precondition(field < width, "A row is read with more fields than it has columns.")
    switch reader.next() {
    case .null: return nil
    case .text(let bytes): return bytes
    case .malformed: throw CopyFault(kind: .misfit, field: field)
    }
  }

  package mutating func optionalText() throws(CopyFault) -> String? {
    guard let bytes = try bytes() else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw malformed }
    return text
  }

  package mutating func text() throws(CopyFault) -> String {
    try required(optionalText())
  }

  package mutating func optionalID<T>() throws(CopyFault) -> ID<T>? {
    guard let text = try bytes() else { return nil }
    guard let bits = IDText.parse(text) else { throw malformed }
    return bits == 0 ? nil : ID(bits: bits)
  }

  package mutating func id<T>() throws(CopyFault) -> ID<T> {
    try required(optionalID())
  }

  /// A reference that is always written: the root node stands for an open one, null for a fault,
  /// since what is missing must never read as anything.
  package mutating func idOrRoot<T>() throws(CopyFault) -> ID<T>? {
    guard let bits = IDText.parse(try required(bytes())) else { throw malformed }
    return bits == 0 ? nil : ID(bits: bits)
  }

  package mutating func number(in range: ClosedRange<Int>) throws(CopyFault) -> Int {
    try number(try required(bytes()), in: range)
  }

  /// Any number that a column of that type holds.
  package mutating func number() throws(CopyFault) -> Int {
    try number(in: Int(Int32.min)...Int(Int32.max))
  }

  /// A place in a list, 1 first.
  package mutating func place() throws(CopyFault) -> Int {
    try number(in: 1...Int(Int32.max))
  }

  package mutating func optionalShare() throws(CopyFault) -> Double? {
    guard let text = try optionalText() else { return nil }
    guard let share = Double(text), (0...1).contains(share) else { throw malformed }
    return share
  }

  package mutating func truth() throws(CopyFault) -> Bool {
    let text = try required(bytes())
    guard text.count == 1 else { throw malformed }
    switch text[0] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: throw malformed
    }
  }

  package mutating func optionalDay() throws(CopyFault) -> Day? {
    guard let text = try bytes() else { return nil }
    return try day(text)
  }

  package mutating func day() throws(CopyFault) -> Day {
    try required(optionalDay())
  }

  package mutating func days() throws(CopyFault) -> DayRange {
    let (lower, upper) = try bounds()
    let days = DayRange(
      from: lower.isEmpty ? nil : try day(lower), until: upper.isEmpty ? nil : try day(upper))
    guard !days.isEmpty else { throw malformed }
    return days
  }

  package mutating func value<Word: ClosedWord>() throws(CopyFault) -> Word {
    try required(optionalValue())
  }

  package mutating func optionalValue<Word: ClosedWord>() throws(CopyFault) -> Word? {
    guard let text = try optionalText() else { return nil }
    guard let word = Word(rawValue: text) else { throw malformed }
    return word
  }
}

/// Fields of more than one column, or with a form of their own.
extension CopyFields {
  package mutating func optionalSubject() throws(CopyFault) -> Subject? {
    let kind: Subject.Kind? = try optionalValue()
    let id: ID<Subject>? = try optionalID()
    guard let kind, let id else {
      guard kind == nil, id == nil else { throw malformed }
      return nil
    }
    return Subject(kind: kind, bits: id.bits)
  }

  package mutating func subject() throws(CopyFault) -> Subject {
    try required(optionalSubject())
  }

  /// Six columns: the kind, and the one of the others that the kind says.
  package mutating func target() throws(CopyFault) -> Target {
    let kind = try text()
    let kindField = field
    let function: ID<Function>? = try optionalID()
    let organisation: ID<Organisation>? = try optionalID()
    let organisationKind: ID<OrganisationKind>? = try optionalID()
    let offering: ID<Offering>? = try optionalID()
    let words = try optionalText()
    let target: Target? =
      switch kind {
      case "function": function.map { .function($0) }
      case "organisation": organisation.map { .organisation($0) }
      case "organisation-kind": organisationKind.map { .organisationKind($0) }
      case "offering": offering.map { .offering($0) }
      case "own-workplace": words.map { .ownWorkplace($0) }
      case "described": words.map { .described($0) }
      default: nil
      }
    guard let target else { throw CopyFault(kind: .malformed, field: kindField) }
    return target
  }

  /// Four columns; nil when they say nothing about age.
  package mutating func ages() throws(CopyFault) -> AgeRange? {
    let (lower, upper) = try bounds()
    let from = lower.isEmpty ? nil : try number(lower, in: CopyFields.ages)
    let through = upper.isEmpty ? nil : try number(upper, in: 0...131) - 1
    if let from, let through, through < from { throw malformed }
    var extendedThrough: Int?
    if let age = try bytes() { extendedThrough = try number(age, in: CopyFields.ages) }
    if let extendedThrough, through.map({ extendedThrough <= $0 }) ?? true { throw malformed }
    let condition = try optionalText()
    let isEndUnstated = try truth()
    if from == nil, through == nil, extendedThrough == nil, condition == nil, !isEndUnstated {
      return nil
    }
    return AgeRange(
      from: from, through: through, extendedThrough: extendedThrough, condition: condition,
      isEndUnstated: isEndUnstated)
  }

  /// From the unborn on.
  private static let ages = -1...130

  package mutating func texts() throws(CopyFault) -> [String] {
    guard let texts = CopyArray.parse(try text()) else { throw malformed }
    return texts
  }

  package mutating func values<Word: ClosedWord>() throws(CopyFault) -> [Word] {
    var words: [Word] = []
    for text in try texts() {
      guard let word = Word(rawValue: text) else { throw malformed }
      words.append(word)
    }
    return words
  }

  package mutating func ids<T>() throws(CopyFault) -> [ID<T>] {
    var ids: [ID<T>] = []
    for text in try texts() {
      guard let id = ID<T>(text) else { throw malformed }
      ids.append(id)
    }
    return ids
  }

  /// The two bounds of a half-open range as PostgreSQL writes it, empty where there is none; an
  /// empty range is not shown and so not read.
  private mutating func bounds() throws(CopyFault) -> (
    lower: UnsafeBufferPointer<UInt8>, upper: UnsafeBufferPointer<UInt8>
  ) {
    let range = try required(bytes())
    guard range.count >= 3, range[range.count - 1] == UInt8(ascii: ")"),
      let comma = range.firstIndex(of: UInt8(ascii: ",")),
      range[(comma + 1)...].firstIndex(of: UInt8(ascii: ",")) == nil,
      range[0] == (comma == 1 ? UInt8(ascii: "(") : UInt8(ascii: "["))
    else { throw malformed }
    // The comma stands after the first byte and before the last: it is neither bracket.
    return (
      UnsafeBufferPointer(rebasing: range[1..<comma]),
      UnsafeBufferPointer(rebasing: range[(comma + 1)..<(range.count - 1)])
    )
  }

  // What follows looks at a field that its argument may only then have read: as it is mutating, it
  // meets the fields as they are after that, and names the right one in its fault.

  private mutating func day(_ text: UnsafeBufferPointer<UInt8>) throws(CopyFault) -> Day {
    guard let day = Day(utf8: text) else { throw malformed }
    return day
  }

  private mutating func number(
    _ text: UnsafeBufferPointer<UInt8>, in range: ClosedRange<Int>
  ) throws(CopyFault) -> Int {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.count - (isNegative ? 1 : 0)
    guard (1...18).contains(digits) else { throw malformed }
    var number = 0
    for byte in text[(text.count - digits)...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw malformed }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    if isNegative { number.negate() }
    guard range.contains(number) else { throw malformed }
    return number
  }

  private mutating func required<Value>(_ value: Value?) throws(CopyFault) -> Value {
    guard let value else { throw CopyFault(kind: .null, field: field) }
    return value
  }

  private var malformed: CopyFault { CopyFault(kind: .malformed, field: field) }
}
