import Presentation

/// A JSON value in memory: what a body was read into, and what the OpenAPI document is made of.
enum JSONValue: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let name: String
    let value: JSONValue
  }

  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// In the order written.
  case object([Member])

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number, also when it is written `8.0`.
  var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  /// The same object with one more member, or with that member replaced.
  func with(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard let value else { return self }
    var members = members
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place] = Member(name: name, value: value)
    } else {
      members.append(Member(name: name, value: value))
    }
    return .object(members)
  }

  static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// Compact, in the order of its members.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .number(let number):
      bytes += Array((Int(exactly: number).map(String.init) ?? String(number)).utf8)
    case .string(let text): bytes += JSONValue.quoted(text)
    case .array(let items):
      JSONValue.list(items, "[", "]", to: &bytes) { $0.write(to: &$1) }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &bytes) { member, bytes in
        bytes += JSONValue.quoted(member.name)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
    }
  }

  private static func list<Value>(
    _ values: [Value], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
    each: (Value, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      each(value, &bytes)
    }
    bytes.append(UInt8(ascii: close))
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(nil, text)
    return writer.bytes
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral items: JSONValue...) { self = .array(items) }
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }
}
