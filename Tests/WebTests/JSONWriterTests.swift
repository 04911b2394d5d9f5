import Foundation
import Testing

@testable import Presentation
@testable import Web

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("every string comes back as it was, signs, marks and control letters too")
  func strings() throws {
    let texts = [
      "", "æøå «»", "\"\\/", "\u{0}\u{1F}\n\r\t\u{8}", "\"\u{301}", "👩‍👧", "\u{2028}</script>",
    ]
    var writer = JSONWriter()
    writer.array { writer in
      for text in texts { writer.string(nil, text) }
    }
    let read = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
    #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test("what must be escaped is found wherever it stands, and room is made for it")
  func escapes() throws {
    for sign in ["\"", "\\", "\u{0}", "\u{1F}", "\n", " ", "\u{7F}", "å", "]"] {
      for length in 0..<40 {
        for place in 0...length {
          var text = String(repeating: "x", count: length)
          text.insert(contentsOf: sign, at: text.index(text.startIndex, offsetBy: place))
          var writer = JSONWriter(bytesUsual: 1)
          writer.array { $0.string(nil, text) }
          let read = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
          #expect(read.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
      }
    }
  }

  @Test("fields keep their order, empty ones are null, and commas stand between only")
  func shape() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.string("b", "x")
      writer.string("a", nil)
      writer.array("list") { $0.array { _ in } }
      writer.object("none", Int?.none) { $0.number("n", $1) }
      writer.object("some", 7) { $0.number("n", $1) }
      writer.strings("words", ["1", "2"])
      writer.bool("here", true)
    }
    let expected =
      #"{"b":"x","a":null,"list":[[]],"none":null,"some":{"n":7},"words":["1","2"],"here":true}"#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
