package import NIOCore
package import Registry

/// Writes JSON as bytes, one value after another, in the order it is told.
///
/// By hand because answers are written on the hot path, where JSONEncoder costs twenty times more.
/// Strings are escaped by bytes: quotation mark, reverse solidus and everything below space. Names
/// are words of ours and stand as they are.
package struct JSONWriter: ~Copyable {
  /// Owned by the writer: `room` bytes, of which the first `count` are written. Nothing is put
  /// there but by ``write(_:_:inQuotes:)``, ``append(_:)`` and ``escape(_:)``, each after
  /// ``reserve(_:)`` for all that it puts.
  private var start: UnsafeMutableRawPointer
  private var room: Int
  private var count = 0
  private var needsComma = false

  /// `bytesUsual`: room that is there from the start; more is made when it is needed.
  package init(bytesUsual: Int = 1024) {
    room = bytesUsual
    start = UnsafeMutableRawPointer.allocate(byteCount: bytesUsual, alignment: 1)
  }

  deinit {
    start.deallocate()
  }

  package var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: start, count: count)) }

  /// The same to be sent.
  package var buffer: ByteBuffer {
    ByteBuffer(bytes: UnsafeRawBufferPointer(start: start, count: count))
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
    _ name: StaticString, _ values: [Value], _ fields: (inout JSONWriter, Value) -> Void
  ) {
    guard !values.isEmpty else { return word(name, "[]") }
    array(name) { writer in
      // Seen where they stand: a rung is large, and to take it out of an array copies it.
      let values = values.span
      for place in values.indices { writer.object { fields(&$0, values[place]) } }
    }
  }

  package mutating func strings(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return word(name, "[]") }
    array(name) { writer in
      for value in values { writer.string(nil, value) }
    }
  }

  private static func fields(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(bytesUsual: 256)
    write(&writer)
    return writer.bytes
  }

  /// Fields that are written by themselves once, and then kept beside what they tell of.
  package mutating func fields(
    _ kept: borrowing KeptText, _ body: (inout JSONWriter) -> Void
  ) {
    kept.withBytes {
      JSONWriter.fields(body)
    } _: { bytes in
      write(nil, bytes, inQuotes: false)
    }
  }

  /// The same in each language.
  package mutating func fields(
    _ kept: borrowing KeptTexts, in language: Language, _ body: (inout JSONWriter) -> Void
  ) {
    kept.withBytes(in: language) {
      JSONWriter.fields(body)
    } _: { bytes in
      write(nil, bytes, inQuotes: false)
    }
  }

  /// A string, or null.
  package mutating func string(_ name: StaticString? = nil, _ value: String?) {
    guard let value else { return null(name) }
    value.withBytes { string(name, $0) }
  }

  private mutating func string(_ name: StaticString?, _ text: UnsafeBufferPointer<UInt8>) {
    if JSONWriter.needsEscape(text) {
      write(name, nothing, inQuotes: false)
      escape(text)
    } else {
      write(name, UnsafeRawBufferPointer(text), inQuotes: true)
    }
  }

  /// An id, or null.
  package mutating func id<Subject>(_ name: StaticString, _ value: ID<Subject>?) {
    guard let value else { return null(name) }
    signs(name, count: IDText.length) { IDText.write(value.bits, to: $0) }
  }

  /// A date as `YYYY-MM-DD`, or null.
  package mutating func day(_ name: StaticString, _ value: Day?) {
    guard let value else { return null(name) }
    signs(name, count: Day.signs) { value.write(to: $0) }
  }

  /// So many signs that need no escape, all of which `body` writes.
  mutating func signs(
    _ name: StaticString, count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { text in
      body(text)
      write(name, UnsafeRawBufferPointer(text), inQuotes: true)
    }
  }

  package mutating func number(_ name: StaticString? = nil, _ value: Int) {
    guard value < 0 || value > 9 else { return word(name, JSONWriter.digits[value]) }
    var digits = String(value)
    digits.withUTF8 { write(name, UnsafeRawBufferPointer($0), inQuotes: false) }
  }

  /// Nearly every number of an answer is one digit, which is no text that has to be made.
  private static let digits: [StaticString] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  package mutating func number(_ name: StaticString? = nil, _ value: Int64) {
    number(name, Int(value))
  }

  package mutating func bool(_ name: StaticString? = nil, _ value: Bool) {
    word(name, value ? "true" : "false")
  }

  package mutating func null(_ name: StaticString? = nil) {
    word(name, "null")
  }

  private mutating func word(_ name: StaticString?, _ word: StaticString) {
    word.withUTF8Buffer { write(name, UnsafeRawBufferPointer($0), inQuotes: false) }
  }

  private mutating func enclosed(
    _ name: StaticString?, _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    write(name, nothing, inQuotes: false)
    reserve(1)
    append(open)
    needsComma = false
    content(&self)
    reserve(1)
    append(close)
    needsComma = true
  }

  private var nothing: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// The comma before a value, its name and the value itself, all at once.
  private mutating func write(
    _ name: StaticString?, _ value: UnsafeRawBufferPointer, inQuotes: Bool
  ) {
    // A comma, a colon, and quotation marks around both.
    reserve((name?.utf8CodeUnitCount ?? 0) + value.count + 6)
    if needsComma { append(UInt8(ascii: ",")) }
    if let name {
      append(UInt8(ascii: "\""))
      append(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      append(UInt8(ascii: "\""))
      append(UInt8(ascii: ":"))
    }
    if inQuotes { append(UInt8(ascii: "\"")) }
    append(value)
    if inQuotes { append(UInt8(ascii: "\"")) }
    needsComma = true
  }

  /// Makes sure that so many bytes more can be written; every writer below relies on it.
  private mutating func reserve(_ more: Int) {
    guard room - count < more else { return }
    room += max(room, more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 1)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }

  private mutating func append(_ byte: UInt8) {
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let from = bytes.baseAddress else { return }
    (start + count).copyMemory(from: from, byteCount: bytes.count)
    count += bytes.count
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
