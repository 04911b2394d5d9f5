/// Writes JSON as bytes, one value after another, in the order it is told.
///
/// By hand because answers are written on the hot path, where JSONEncoder costs twenty times more.
/// Strings are escaped by bytes: quotation mark, reverse solidus and everything below space.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {
    bytes.reserveCapacity(4096)
  }

  package mutating func object(_ name: StaticString? = nil, _ fields: (inout JSONWriter) -> Void) {
    enclosed(name, UInt8(ascii: "{"), UInt8(ascii: "}"), fields)
  }

  package mutating func array(_ name: StaticString? = nil, _ values: (inout JSONWriter) -> Void) {
    enclosed(name, UInt8(ascii: "["), UInt8(ascii: "]"), values)
  }

  package mutating func object<Value>(
    _ name: StaticString, _ value: Value?, _ fields: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else { return null(name) }
    object(name) { fields(&$0, value) }
  }

  package mutating func objects<Value>(
    _ name: StaticString, _ values: some Sequence<Value>,
    _ fields: (inout JSONWriter, Value) -> Void
  ) {
    array(name) { writer in
      for value in values { writer.object { fields(&$0, value) } }
    }
  }

  package mutating func strings(_ name: StaticString, _ values: some Sequence<String>) {
    array(name) { writer in
      for value in values { writer.string(nil, value) }
    }
  }

  /// A string, or null.
  package mutating func string(_ name: StaticString? = nil, _ value: String?) {
    guard var value else { return null(name) }
    begin(name)
    value.withUTF8 { quote($0) }
  }

  package mutating func number(_ name: StaticString? = nil, _ value: some BinaryInteger) {
    begin(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func bool(_ name: StaticString? = nil, _ value: Bool) {
    begin(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null(_ name: StaticString? = nil) {
    begin(name)
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func enclosed(
    _ name: StaticString?, _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    begin(name)
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func begin(_ name: StaticString?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    guard let name else { return }
    name.withUTF8Buffer { quote($0) }
    bytes.append(UInt8(ascii: ":"))
  }

  /// Runs of bytes that stand as they are, nearly always the whole text, are copied at once.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for place in text.indices {
      let byte = text[place]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      escape(byte)
      start = place + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(JSONWriter.hex[Int(byte >> 4)])
      bytes.append(JSONWriter.hex[Int(byte & 15)])
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
