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
