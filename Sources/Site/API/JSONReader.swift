/// Why bytes are not a JSON value that is accepted; safe to show, it repeats nothing that was sent.
struct JSONFault: Error, Hashable {
  let sentence: String
  /// The member that is written twice; nil for other faults.
  var member: String?
}

/// Reads JSON strictly, as RFC 8259 has it, and refuses what two readers could understand in two
/// ways: a member written twice, half a surrogate pair, NUL, and nesting deeper than `depthMax`.
///
/// The depth is counted before it is entered, so that no body can overflow the stack.
struct JSONReader {
  static let depthMax = 32

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(sentence: "The body is not UTF-8.")
    }
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.count else {
      throw JSONFault(sentence: "Something follows the JSON value at byte \(reader.place).")
    }
    return value
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try items())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || JSONReader.isDigit(byte):
      return .number(try number())
    default: throw unexpected
    }
  }

  private mutating func members() throws(JSONFault) -> [JSONValue.Member] {
    try enter()
    var members: [JSONValue.Member] = []
    var names: Set<[UInt8]> = []
    while !take("}") {
      if !members.isEmpty { try expect(",") }
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw unexpected }
      let name = try string()
      guard !JSONReader.isWritten(name, among: members, &names) else {
        throw JSONFault(sentence: "A member is written twice.", member: name)
      }
      try expect(":")
      members.append(.init(name: name, value: try value()))
    }
    depth -= 1
    return members
  }

  /// Looks through a few members, and makes a set of many: there may be thousands.
  private static func isWritten(
    _ name: String, among members: [JSONValue.Member], _ names: inout Set<[UInt8]>
  ) -> Bool {
    if members.count < 12 {
      return members.contains {
        $0.name.utf8.count == name.utf8.count && $0.name.utf8.elementsEqual(name.utf8)
      }
    }
    if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
    return !names.insert(Array(name.utf8)).inserted
  }

  private mutating func items() throws(JSONFault) -> [JSONValue] {
    try enter()
    var items: [JSONValue] = []
    while !take("]") {
      if !items.isEmpty { try expect(",") }
      items.append(try value())
    }
    depth -= 1
    return items
  }

  private mutating func enter() throws(JSONFault) {
    place += 1
    depth += 1
    guard depth <= JSONReader.depthMax else {
      throw JSONFault(sentence: "The body is nested deeper than \(JSONReader.depthMax) levels.")
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONFault) -> JSONValue {
    let letters = Array(word.description.utf8)
    guard bytes[place...].starts(with: letters) else { throw unexpected }
    place += letters.count
    return value
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    if next == UInt8(ascii: "0") { place += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw JSONFault(sentence: "A number is too large.")
    }
    return number
  }

  private mutating func digits() throws(JSONFault) {
    let start = place
    while let byte = next, JSONReader.isDigit(byte) { place += 1 }
    guard place > start else { throw unexpected }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func string() throws(JSONFault) -> String {
    place += 1
    let start = place
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      place += 1
    }
    if next == UInt8(ascii: "\"") {
      place += 1
      return String(decoding: bytes[start..<place - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<place])
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case ..<0x20: throw JSONFault(sentence: "A string holds a bare control character.")
      default: text.append(byte)
      }
    }
    throw unexpected
  }

  private mutating func escaped() throws(JSONFault) -> [UInt8] {
    guard let byte = next else { throw unexpected }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
    default: throw unexpected
    }
  }

  private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
    let unit = try codeUnit()
    guard unit != 0 else { throw JSONFault(sentence: "A string holds NUL.") }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let unpaired = JSONFault(sentence: "A string holds half a surrogate pair.")
    guard unit < 0xDC00, bytes[place...].starts(with: [0x5C, UInt8(ascii: "u")]) else {
      throw unpaired
    }
    place += 2
    let low = try codeUnit()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw unpaired }
    return scalar
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    guard place + 4 <= bytes.count,
      bytes[place..<place + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw unexpected }
    place += 4
    return unit
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
    skipSpace()
    guard next == UInt8(ascii: sign) else { throw unexpected }
    place += 1
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      place += 1
    }
  }

  private var unexpected: JSONFault {
    JSONFault(
      sentence: place < bytes.count
        ? "The body is not JSON at byte \(place)." : "The body ends in the middle of a value.")
  }
}
