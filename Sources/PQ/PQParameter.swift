package import FoundationEssentials

/// A value that can be sent as a parameter of a statement.
package protocol PQParameter: Sendable {
  /// Appends the text by which PostgreSQL reads the value.
  func write(to text: inout PQText)

  /// Appends an array of such values; only the byte differs, whose array is a `bytea`.
  static func writeArray(_ elements: [Self], to text: inout PQText)
}

/// The text of one parameter as it grows: UTF-8, or NULL.
package struct PQText: Sendable {
  var bytes: [UInt8] = []
  var isNull = false

  package init() {}

  package mutating func append(_ part: some StringProtocol) {
    bytes.append(contentsOf: part.utf8)
  }

  /// Makes the whole value NULL.
  package mutating func setNull() {
    isNull = true
  }

  /// Appends an element of an array or a bound of a range: between quotes, which every type allows.
  mutating func appendQuoted(_ element: some PQParameter) {
    var inner = PQText()
    element.write(to: &inner)
    guard !inner.isNull else { return append("NULL") }
    bytes.append(UInt8(ascii: "\""))
    for byte in inner.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension PQParameter {
  package static func writeArray(_ elements: [Self], to text: inout PQText) {
    text.append("{")
    for (position, element) in elements.enumerated() {
      if position > 0 { text.append(",") }
      text.appendQuoted(element)
    }
    text.append("}")
  }
}

extension PQParameter where Self: RawRepresentable, RawValue: PQParameter {
  package func write(to text: inout PQText) {
    rawValue.write(to: &text)
  }
}

extension Int: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }
}

extension Int64: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }
}

extension Int32: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }
}

extension Int16: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }
}

extension Bool: PQParameter {
  package func write(to text: inout PQText) { text.append(self ? "t" : "f") }
}

extension Double: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }
}

extension String: PQParameter {
  package func write(to text: inout PQText) { text.append(self) }
}

extension UUID: PQParameter {
  package func write(to text: inout PQText) { text.append(uuidString) }
}

extension UInt8: PQParameter {
  package func write(to text: inout PQText) { text.append(String(self)) }

  /// `[UInt8]` is a `bytea`, in its hexadecimal form.
  package static func writeArray(_ elements: [UInt8], to text: inout PQText) {
    let digits = Array("0123456789abcdef".utf8)
    text.append("\\x")
    text.bytes.reserveCapacity(text.bytes.count + 2 * elements.count)
    for byte in elements {
      text.bytes.append(digits[Int(byte >> 4)])
      text.bytes.append(digits[Int(byte & 15)])
    }
  }
}

extension Optional: PQParameter where Wrapped: PQParameter {
  package func write(to text: inout PQText) {
    guard let self else { return text.setNull() }
    self.write(to: &text)
  }
}

/// An array of one dimension; `[UInt8]` is a `bytea`.
extension Array: PQParameter where Element: PQParameter {
  package func write(to text: inout PQText) { Element.writeArray(self, to: &text) }
}
