/// Rows in COPY's text format as they are written: for `copy … from stdin`, or for a file.
package struct PQCopyText: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  /// Appends one row. Throws `parameter` when a text holds a NUL byte, which no column can hold.
  package mutating func append(_ fields: [(any PQParameter)?]) throws(PQError) {
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: "\t")) }
      var text = PQText()
      field?.write(to: &text)
      guard field != nil, !text.isNull else {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
        continue
      }
      for byte in text.bytes { try append(byte, ofField: position + 1) }
    }
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  private mutating func append(_ byte: UInt8, ofField field: Int) throws(PQError) {
    guard byte != 0 else {
      throw PQError(.parameter, details: "row \(count + 1), field \(field) holds a NUL byte")
    }
    guard let letter = CopyEscape.letter(for: byte) else { return bytes.append(byte) }
    bytes += [UInt8(ascii: "\\"), letter]
  }
}

/// The characters that COPY's text format writes with a backslash (PostgreSQL, "COPY", "Text
/// Format"), as far as `copy … to` writes them.
enum CopyEscape {
  static func letter(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case 8: UInt8(ascii: "b")
    case 11: UInt8(ascii: "v")
    case 12: UInt8(ascii: "f")
    default: nil
    }
  }

  static func byte(for letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    default: nil
    }
  }
}

/// Rows in COPY's text format as they are read: every field without its escapes, in one buffer.
final class CopyTable: Sendable {
  let rowCount: Int
  private let width: Int
  private let bytes: [UInt8]
  /// Where each field ends, row by row; it begins where the one before it ends.
  private let ends: [Int]
  private let nulls: [Bool]

  /// - Throws: `decoding(.malformed)` with the line, when one has not `width` fields, is cut off, or
  ///   holds an escape that `copy … to` does not write.
  init(_ text: [UInt8], width: Int, name: String) throws(PQError) {
    var parser = CopyParser(width: width, bytesExpected: text.count)
    for byte in text {
      guard parser.take(byte) else {
        throw Self.malformed("line \(parser.line)", name)
      }
    }
    guard parser.isBetweenRows else { throw Self.malformed("the last line is cut off", name) }
    self.width = width
    bytes = parser.bytes
    ends = parser.ends
    nulls = parser.nulls
    rowCount = parser.line - 1
  }

  func withText<T, Failure: Error>(
    row: Int, column: Int,
    _ body: (UnsafeBufferPointer<UInt8>?) throws(Failure) -> T
  ) throws(Failure) -> T {
    let field = row * width + column
    guard !nulls[field] else { return try body(nil) }
    let start = field == 0 ? 0 : ends[field - 1]
    return try bytes.withUnsafeBufferPointer { all throws(Failure) -> T in
      try body(UnsafeBufferPointer(rebasing: all[start..<ends[field]]))
    }
  }

  private static func malformed(_ details: String, _ name: String) -> PQError {
    PQError(.decoding(.malformed), statement: name, details: details)
  }
}

/// Reads COPY's text format byte by byte.
private struct CopyParser {
  private(set) var line = 1
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var nulls: [Bool] = []
  private let width: Int
  private var fieldStart = 0
  private var isEscaped = false
  private var isNull = false

  init(width: Int, bytesExpected: Int) {
    self.width = width
    bytes.reserveCapacity(bytesExpected)
  }

  var isBetweenRows: Bool {
    ends.count == (line - 1) * width && bytes.count == fieldStart && !isEscaped && !isNull
  }

  /// False when the text is malformed at this byte.
  mutating func take(_ byte: UInt8) -> Bool {
    if isEscaped { return takeEscaped(byte) }
    switch byte {
    case UInt8(ascii: "\t"):
      endField()
      return ends.count < line * width
    case UInt8(ascii: "\n"):
      endField()
      line += 1
      return ends.count == (line - 1) * width
    case UInt8(ascii: "\\"):
      isEscaped = true
      return !isNull
    default:
      bytes.append(byte)
      return !isNull
    }
  }

  private mutating func takeEscaped(_ letter: UInt8) -> Bool {
    isEscaped = false
    if letter == UInt8(ascii: "N"), bytes.count == fieldStart {
      isNull = true
      return true
    }
    guard let byte = CopyEscape.byte(for: letter) else { return false }
    bytes.append(byte)
    return true
  }

  private mutating func endField() {
    ends.append(bytes.count)
    nulls.append(isNull)
    fieldStart = bytes.count
    isNull = false
  }
}
