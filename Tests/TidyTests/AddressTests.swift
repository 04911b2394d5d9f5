import Testing

@Suite("One table of addresses") struct AddressTests {
  static let table = "Sources/Web/Address.swift"

  /// The addresses in the literals of a source; what it interpolates from the table is none.
  static func addresses(_ text: SwiftText) -> [Substring] {
    text.literals.flatMap { literal in
      literal.matches(
        of:
          #/
          (?: ^ | [ "*] ) / (?: sted | organisasjon | funksjon | kontakt | plan | liste | sok | svar
          | om | personvern | tilgjengelighet | api | openapi\.json ) \b
        /#
      ).map(\.0)
    }
  }

  @Test("An address of the site is written in the table and nowhere else")
  func written() throws {
    let strays = try ["Sources/Presentation", "Sources/Web", "Sources/Site", "Sources/Server"]
      .flatMap { try House.sources(under: $0) }
      .filter { $0.path != Self.table }
      .flatMap { source in Self.addresses(source.text).map { "\(source.path): \($0)" } }
    #expect(strays == [])
  }

  @Test("An address in a literal is seen, one from the table is not")
  func plants() {
    let code = #"""
      let a = "/sok"
      let b = "<a href=\"/plan/x\">"
      let c = "\(prefix)/sted/\(slug)"
      let d = "\(Address.plans)\(key), and a word/plan"
      """#
    #expect(Self.addresses(SwiftText(code)).count == 3)
    #expect(Self.addresses(SwiftText(#"let e = "https://a.example/om""#)) == [])
  }
}
