import PQ
package import Registry

/// The fields of one row of a table, taken one after the other in the order of its columns.
package struct CopyFields {
  private let row: PQRow
  private let columns: [PQColumn<String>]
  private var field = -1

  init(_ row: PQRow, columns: [PQColumn<String>]) {
    self.row = row
    self.columns = columns
  }

  package mutating func optionalText() throws(CopyFault) -> String? {
    field += 1
    precondition(field < columns.count, "A row is read with more fields than it has columns.")
    do {
      return try row.decodeIfPresent(columns[field])
    } catch {
      throw malformed
    }
  }

  package mutating func text() throws(CopyFault) -> String {
    try required(optionalText())
  }

  package mutating func optionalID<T>() throws(CopyFault) -> ID<T>? {
    guard let text = try optionalText() else { return nil }
    guard let id = ID<T>(text) else { throw malformed }
    return id.bits == 0 ? nil : id
  }

  package mutating func id<T>() throws(CopyFault) -> ID<T> {
    try required(optionalID())
  }

  package mutating func optionalNumber() throws(CopyFault) -> Int? {
    guard let text = try optionalText() else { return nil }
    guard let number = Int(text) else { throw malformed }
    return number
  }

  package mutating func number() throws(CopyFault) -> Int {
    try required(optionalNumber())
  }

  package mutating func optionalDouble() throws(CopyFault) -> Double? {
    guard let text = try optionalText() else { return nil }
    guard let number = Double(text) else { throw malformed }
    return number
  }

  package mutating func truth() throws(CopyFault) -> Bool {
    switch try text() {
    case "t": true
    case "f": false
    default: throw malformed
    }
  }

  package mutating func optionalDay() throws(CopyFault) -> Day? {
    guard let text = try optionalText() else { return nil }
    guard let day = Day(text) else { throw malformed }
    return day
  }

  package mutating func day() throws(CopyFault) -> Day {
    try required(optionalDay())
  }

  package mutating func days() throws(CopyFault) -> DayRange {
    let (lower, upper) = try bounds()
    return DayRange(from: try day(lower), until: try day(upper))
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
    let function: ID<Function>? = try optionalID()
    let organisation: ID<Organisation>? = try optionalID()
    let organisationKind: ID<OrganisationKind>? = try optionalID()
    let offering: ID<Offering>? = try optionalID()
    let words = try optionalText()
    return switch kind {
    case "function": .function(try required(function))
    case "organisation": .organisation(try required(organisation))
    case "organisation-kind": .organisationKind(try required(organisationKind))
    case "offering": .offering(try required(offering))
    case "own-workplace": .ownWorkplace(try required(words))
    case "described": .described(try required(words))
    default: throw malformed
    }
  }

  /// Four columns; nil when they say nothing about age.
  package mutating func ages() throws(CopyFault) -> AgeRange? {
    let (lower, upper) = try bounds()
    let from = try number(lower)
    let through = try number(upper).map { $0 - 1 }
    let extendedThrough = try optionalNumber()
    let condition = try optionalText()
    let isEndUnstated = try truth()
    if from == nil, through == nil, extendedThrough == nil, condition == nil, !isEndUnstated {
      return nil
    }
    return AgeRange(
      from: from, through: through, extendedThrough: extendedThrough, condition: condition,
      isEndUnstated: isEndUnstated)
  }

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

  /// A half-open range as PostgreSQL writes it; an empty one is not shown and so not read.
  private mutating func bounds() throws(CopyFault) -> (Substring?, Substring?) {
    let range = try text()
    let parts = range.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    guard let first = range.first, first == "[" || first == "(", range.last == ")",
      parts.count == 2, (first == "(") == parts[0].isEmpty
    else { throw malformed }
    return (parts[0].isEmpty ? nil : parts[0], parts[1].isEmpty ? nil : parts[1])
  }

  private func day(_ bound: Substring?) throws(CopyFault) -> Day? {
    guard let bound else { return nil }
    guard let day = Day(bound) else { throw malformed }
    return day
  }

  private func number(_ bound: Substring?) throws(CopyFault) -> Int? {
    guard let bound else { return nil }
    guard let number = Int(bound) else { throw malformed }
    return number
  }

  private func required<Value>(_ value: Value?) throws(CopyFault) -> Value {
    guard let value else { throw CopyFault(kind: .null, field: field) }
    return value
  }

  private var malformed: CopyFault { CopyFault(kind: .malformed, field: field) }
}
