package import FoundationEssentials

/// A value that can be read from the text PostgreSQL writes.
package protocol PQDecodable {
  /// Nil when the text is not of this type: malformed.
  init?(pqText: UnsafeBufferPointer<UInt8>)

  /// Reads an array of such values; only the byte differs, whose array is a `bytea`.
  static func readArray(_ text: UnsafeBufferPointer<UInt8>) -> [Self]?

  /// What stands for NULL as an element of an array; nil when NULL is not of this type.
  static var elementForNull: Self? { get }
}

extension PQDecodable {
  package static var elementForNull: Self? { nil }

  package static func readArray(_ text: UnsafeBufferPointer<UInt8>) -> [Self]? {
    var scanner = LiteralScanner(text)
    guard scanner.skip("{") else { return nil }
    var elements: [Self] = []
    if scanner.skip("}") { return scanner.isAtEnd ? elements : nil }
    while let element = scanner.element(endingAt: ",}"), !element.isMissing {
      let value =
        element.isNull ? elementForNull : element.bytes.withUnsafeBufferPointer(Self.init(pqText:))
      guard let value else { return nil }
      elements.append(value)
      if scanner.skip("}") { return scanner.isAtEnd ? elements : nil }
      guard scanner.skip(",") else { return nil }
    }
    return nil
  }
}

extension PQDecodable where Self: RawRepresentable, RawValue: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let raw = RawValue(pqText: pqText) else { return nil }
    self.init(rawValue: raw)
  }
}

extension PQDecodable where Self: FixedWidthInteger {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    let isNegative = pqText.first == UInt8(ascii: "-")
    let digits = isNegative ? pqText.dropFirst() : pqText[...]
    guard !digits.isEmpty else { return nil }
    var value: Self = 0
    for byte in digits {
      guard byte >= 48, byte <= 57 else { return nil }
      let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
      let digit = Self(byte - 48)
      let (sum, exceeds) =
        isNegative
        ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      guard !overflows, !exceeds else { return nil }
      value = sum
    }
    self = value
  }
}

extension Int: PQDecodable {}
extension Int64: PQDecodable {}
extension Int32: PQDecodable {}
extension Int16: PQDecodable {}

extension UInt8: PQDecodable {
  /// `[UInt8]` is a `bytea`, in its hexadecimal form.
  package static func readArray(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]), text.count % 2 == 0 else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 - 1)
    for index in stride(from: 2, to: text.count, by: 2) {
      guard let high = hexadecimal(text[index]), let low = hexadecimal(text[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 97...102: byte - 87
    case 65...70: byte - 55
    default: nil
    }
  }
}

extension Bool: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    switch (pqText.count, pqText.first) {
    case (1, UInt8(ascii: "t")): self = true
    case (1, UInt8(ascii: "f")): self = false
    default: return nil
    }
  }
}

extension String: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let text = String(validating: pqText, as: UTF8.self) else { return nil }
    self = text
  }
}

extension Double: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let text = String(pqText: pqText) else { return nil }
    self.init(text)
  }
}

extension UUID: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let text = String(pqText: pqText) else { return nil }
    self.init(uuidString: text)
  }
}

extension Array: PQDecodable where Element: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let elements = Element.readArray(pqText) else { return nil }
    self = elements
  }
}

/// Only as an element of an array (`[Int?]`): a column that may be NULL is asked for as optional.
extension Optional: PQDecodable where Wrapped: PQDecodable {
  package init?(pqText: UnsafeBufferPointer<UInt8>) {
    guard let value = Wrapped(pqText: pqText) else { return nil }
    self = .some(value)
  }

  package static var elementForNull: Wrapped?? { .some(nil) }
}
