/// Writes JSON as bytes, one value after another, in the order it is told.
///
/// By hand because answers are written on the hot path, where JSONEncoder costs twenty times more.
/// Strings are escaped by bytes: quotation mark, reverse solidus and everything below space. Names
/// are words of ours and stand as they are.
package struct JSONWriter: Sendable {
  /// Room for what is to come; its first `count` bytes are written.
  private var room: [UInt8]
  private var count = 0
  private var needsComma = false

  /// `bytesUsual`: room that is there from the start; more is made when it is needed.
  package init(bytesUsual: Int = 1024) {
    room = [UInt8](repeating: 0, count: bytesUsual)
  }

  package var bytes: [UInt8] { Array(room[..<count]) }

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
    value.withUTF8 { text in
      guard !JSONWriter.needsEscape(text) else {
        begin(name, andMore: 0)
        return escape(text)
      }
      begin(name, andMore: text.count + 3)
      quote(text)
    }
  }

  package mutating func number(_ name: StaticString? = nil, _ value: some BinaryInteger) {
    bare(name, String(value))
  }

  package mutating func bool(_ name: StaticString? = nil, _ value: Bool) {
    bare(name, value ? "true" : "false")
  }

  package mutating func null(_ name: StaticString? = nil) {
    bare(name, "null")
  }

  private mutating func bare(_ name: StaticString?, _ text: String) {
    var text = text
    text.withUTF8 { text in
      begin(name, andMore: text.count)
      copy(text)
    }
  }

  private mutating func enclosed(
    _ name: StaticString?, _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    begin(name, andMore: 1)
    append(open)
    needsComma = false
    content(&self)
    reserve(1)
    append(close)
    needsComma = true
  }

  /// The comma before a value and its name, with room for so many bytes of the value itself.
  private mutating func begin(_ name: StaticString?, andMore more: Int) {
    reserve((name?.utf8CodeUnitCount ?? 0) + 4 + more)
    if needsComma { append(UInt8(ascii: ",")) }
    needsComma = true
    name?.withUTF8Buffer { quote($0, andThen: UInt8(ascii: ":")) }
  }

  /// Makes sure that so many bytes more can be written; every writer below relies on it.
  private mutating func reserve(_ more: Int) {
    guard room.count - count < more else { return }
    room += [UInt8](repeating: 0, count: max(room.count, more))
  }

  private mutating func append(_ byte: UInt8) {
    room[count] = byte
    count += 1
  }

  /// Text that needs no escape, in quotation marks; there must be room for it.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, andThen sign: UInt8? = nil) {
    let start = count
    let length = text.count
    // All that is written lies from `start` to `start + length + 2`, so inside the room.
    precondition(room.count - start > length + 2, "Room is reserved before it is written.")
    room.withUnsafeMutableBytes { room in
      room[start] = UInt8(ascii: "\"")
      UnsafeMutableRawBufferPointer(rebasing: room[(start + 1)...])
        .copyMemory(from: UnsafeRawBufferPointer(text))
      room[start + 1 + length] = UInt8(ascii: "\"")
      if let sign { room[start + 2 + length] = sign }
    }
    count = start + length + (sign == nil ? 2 : 3)
  }

  /// Writes inside `room` alone: the precondition holds for all that is copied.
  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
    let start = count
    precondition(room.count - start >= text.count, "Room is reserved before it is written.")
    room.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[start...])
        .copyMemory(from: UnsafeRawBufferPointer(text))
    }
    count += text.count
  }

  /// Whether any byte must be escaped; looks at eight at a time, never past the end of the text.
  private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place + 8 <= text.count {
      let eight = EightBytes(of: text, at: place)
      let marks = eight.equal(UInt8(ascii: "\"")) | eight.equal(UInt8(ascii: "\\"))
      if EightBytes.isAny(in: eight.controls | marks) { return true }
      place += 8
    }
    while place < text.count {
      if isEscaped(text[place]) { return true }
      place += 1
    }
    return false
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count * 6 + 2)
    append(UInt8(ascii: "\""))
    for byte in text {
      if JSONWriter.isEscaped(byte) { escape(byte) } else { append(byte) }
    }
    append(UInt8(ascii: "\""))
  }

  /// At most six bytes.
  private mutating func escape(_ byte: UInt8) {
    append(0x5C)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append(UInt8(ascii: "u"))
      append(UInt8(ascii: "0"))
      append(UInt8(ascii: "0"))
      append(JSONWriter.hex(byte >> 4))
      append(JSONWriter.hex(byte & 15))
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
  }
}
