/// The permanent public identity of one thing, typed by what it identifies.
///
/// 128 bits written as a UUID: version 5 of (kind, seed key) for what seed files name, random for
/// what is made at the desk. The all-zero id stands for the root node of a tree in the database.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let bits: UInt128

  package init(bits: UInt128) {
    self.bits = bits
  }

  /// Reads the 36-character form; nil when it is anything else.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let bits = text.withUTF8({ IDText.parse($0) }) else { return nil }
    self.bits = bits
  }

  package static func < (left: ID, right: ID) -> Bool {
    left.bits < right.bits
  }

  /// The lower-case 36-character form.
  package var description: String {
    IDText.format(bits)
  }
}

/// The text form of 128-bit ids, shared by every kind of id.
package enum IDText {
  package static func parse(_ text: some Sequence<UInt8>) -> UInt128? {
    Array(text).withUnsafeBufferPointer { parse($0) }
  }

  /// Snapshots hold millions of ids: these bytes are read without any protocol between, and put
  /// together in two words of the machine.
  package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> UInt128? {
    guard text.count == 36, text[8] == dash, text[13] == dash, text[18] == dash, text[23] == dash
    else { return nil }
    guard let first = digits(text, 0..<8), let second = digits(text, 9..<13),
      let third = digits(text, 14..<18), let fourth = digits(text, 19..<23),
      let fifth = digits(text, 24..<36)
    else { return nil }
    let high = first << 32 | second << 16 | third
    return UInt128(high) << 64 | UInt128(fourth << 48 | fifth)
  }

  private static let dash = UInt8(ascii: "-")

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
    var bits: UInt64 = 0
    for position in range {
      guard let digit = hexDigit(text[position]) else { return nil }
      bits = bits << 4 | UInt64(digit)
    }
    return bits
  }

  /// Of every id, in bytes.
  package static let length = 36

  package static func format(_ bits: UInt128) -> String {
    String(unsafeUninitializedCapacity: length) { text in
      write(bits, to: text)
      return length
    }
  }

  /// - Parameter text: has room for ``length`` bytes.
  package static func write(_ bits: UInt128, to text: UnsafeMutableBufferPointer<UInt8>) {
    precondition(text.count >= length, "An id needs \(length) bytes.")
    var rest = UInt64(truncatingIfNeeded: bits >> 64)
    for position in 0..<length {
      if position == 8 || position == 13 || position == 18 || position == 23 {
        text[position] = dash
        if position == 18 { rest = UInt64(truncatingIfNeeded: bits) }
      } else {
        text[position] = digit(rest >> 60)
        rest <<= 4
      }
    }
  }

  private static func digit(_ value: UInt64) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
