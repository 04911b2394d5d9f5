import Testing

@testable import Site

/// What a body may be, and what is refused before anybody looks at it.
@Suite struct JSONReaderTests {
  @Test(
    "A value is read as it is written",
    arguments: [
      (#"{"a": [1, -2.5e1, true, null], "b": "x"}"#, #"{"a":[1,-25,true,null],"b":"x"}"#),
      (#""plain \"then\" not""#, #""plain \"then\" not""#),
      (#""\u00e6\ud83d\ude00\n""#, #""æ😀\n""#),
      ("  [ ]  ", "[]"), (#"{"a": {}}"#, #"{"a":{}}"#), ("8.0", "8"),
    ])
  func read(_ written: String, _ value: String) throws {
    let read = try JSONReader.value(of: Array(written.utf8))
    #expect(String(decoding: read.bytes, as: UTF8.self) == value)
  }

  @Test(
    "What is not JSON, or could be read in two ways, is refused",
    arguments: [
      "", "{", "[1,]", #"{"a":1,}"#, "[1 2]", "01", "1.", "+1", "nul", "'a'", "{a: 1}", "[1]]",
      "1e999", #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\u0000""#, #""\x""#,
      "\"a\u{1}\"", "\"a", #"{"a" 1}"#, "\u{FEFF}{}", "-", "[\u{0}]",
    ])
  func refuse(_ written: String) {
    #expect(throws: JSONFault.self) { try JSONReader.value(of: Array(written.utf8)) }
  }

  @Test func `A member that is written twice is named`() {
    let written = #"{"place": 1, "pl\u0061ce": 2}"#
    #expect(throws: JSONFault(sentence: "A member is written twice.", member: "place")) {
      try JSONReader.value(of: Array(written.utf8))
    }
  }

  @Test(arguments: [1, 11, 12, 13, 200])
  func `A member written twice is found among few and among many`(count: Int) {
    let members = (0..<count).map { "\"m\($0)\": 0" }
    #expect(throws: Never.self) {
      try JSONReader.value(of: Array("{\(members.joined(separator: ","))}".utf8))
    }
    for repeated in [0, count - 1] {
      let written = (members + [members[repeated]]).joined(separator: ",")
      #expect(throws: JSONFault(sentence: "A member is written twice.", member: "m\(repeated)")) {
        try JSONReader.value(of: Array("{\(written)}".utf8))
      }
    }
  }

  @Test func `Thirty-two levels are read, and no body can overflow the stack`() throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: levels)
        + Array(repeating: UInt8(ascii: "]"), count: levels)
    }
    #expect(throws: Never.self) { try JSONReader.value(of: nested(JSONReader.depthMax)) }
    #expect(throws: JSONFault.self) { try JSONReader.value(of: nested(JSONReader.depthMax + 1)) }
    #expect(throws: JSONFault.self) { try JSONReader.value(of: nested(1_000_000)) }
  }

  @Test func `Bytes that are not UTF-8 are refused`() {
    #expect(throws: JSONFault.self) { try JSONReader.value(of: [0x22, 0xC3, 0x28, 0x22]) }
  }
}
