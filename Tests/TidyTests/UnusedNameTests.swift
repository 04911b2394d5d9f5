import Testing

/// A name that stands once in the house is declared there and read by nobody.
@Suite("Names that nobody reads") struct UnusedNameTests {
  /// What a protocol of a library or of the language asks for: read there, by that name.
  static let required: Set<String> = [
    // NIO's handlers
    "InboundIn", "OutboundIn", "OutboundOut", "channelActive", "channelRead", "errorCaught",
    "handlerRemoved", "userInboundEventTriggered",
    // Swift's actors, strings and sequences
    "appendLiteral", "unownedExecutor", "Failure", "makeAsyncIterator",
    // The program's own beginning
    "Program",
  ]

  /// The names that a text declares: types, functions, properties and cases without a value.
  static func declared(_ code: String) -> [String] {
    let named = code.matches(
      of: /\b(?:func|var|let|struct|class|enum|typealias|protocol|actor)\s+`?([A-Za-z_]\w*)/
    ).map { String($0.1) }
    let cases = code.matches(of: /(?m)^\s*case ([a-z]\w*(?:, [a-z]\w*)*)$/).flatMap {
      $0.1.split(separator: ", ").map(String.init)
    }
    return named + cases
  }

  static func words(_ code: String) -> [Substring] {
    code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }

  /// The names that are declared in `declaring` and stand nowhere else in it or in `reading`.
  static func unused(declaring: [String], reading: [String]) -> [String] {
    var counts: [Substring: Int] = [:]
    for code in declaring + reading {
      for word in words(code) { counts[word, default: 0] += 1 }
    }
    return declaring.flatMap(declared).filter { counts[Substring($0)] == 1 }
      .filter { $0 != "_" && !required.contains($0) }
  }

  @Test("Every name that Sources declare stands somewhere else too")
  func everything() throws {
    let sources = try House.sources()
    let declaring = sources.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("SQL/") }
    let reading = sources.filter {
      $0.path.hasPrefix("Tests/") && !$0.path.hasSuffix("UnusedNameTests.swift")
    }
    #expect(
      Self.unused(declaring: declaring.map(\.text.code), reading: reading.map(\.text.code)) == [])
  }

  @Test("What a library asks for is declared here")
  func requirements() throws {
    let declared = try Set(
      House.sources(under: "Sources").flatMap { Self.declared($0.text.code) })
    #expect(Self.required.subtracting(declared) == [])
  }

  @Test("A function, a property, a type and a case that nobody reads are found")
  func plants() {
    let code = """
      struct Lonely { let read: Int; var unread: Int { read } }
      enum Kind {
        case seen, unseen
        func call() -> Kind { .seen }
      }
      """
    #expect(
      Self.unused(declaring: [code], reading: ["let kind = Kind.seen.call()"])
        == ["Lonely", "unread", "unseen"])
  }
}
