import Testing
import Presentation

@Suite struct HTMLTests {
  @Test("Text put into a page cannot become markup")
  func markupIsEscaped() {
    let name = "<script>alert(\"x\")</script> & 'y'"
    let page: HTML = "<p title=\"\(name)\">\(name)</p>"
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.dropFirst(2).contains("<script"))
    #expect(text.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"))
  }

  @Test("A quotation mark followed by a combining mark is still escaped")
  func combiningMarkDoesNotHideTheByte() {
    let page: HTML = "<a title=\"\("a\"\u{301} onclick=x")\">"
    #expect(!page.bytes.dropFirst(10).dropLast(2).contains(UInt8(ascii: "\"")))
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("&quot;\u{301}"))
  }

  @Test(
    "Characters that turn the text around are left out",
    arguments: [
      "\u{202E}", "\u{2066}", "\u{200F}", "\u{202A}", "\u{0}", "\u{1B}",
    ])
  func directionCannotBeTurned(control: String) {
    let page: HTML = "<b>\("fra\(control)til")</b>"
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<b>fratil</b>")
  }

  @Test("Pieces of page are put in as they are, and letters beyond ASCII survive")
  func htmlIsNotEscapedTwice() {
    let name: HTML = "<b>\("Bærum & Åsane")</b>"
    let none: HTML? = nil
    let page: HTML = "<p>\(name)\(none)\([name, name])\(7)</p>"
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "<p>" + String(repeating: "<b>Bærum &amp; Åsane</b>", count: 3) + "7</p>")
  }

  private func expected(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x09, 0x0A, 0x20...0x7E: String(UnicodeScalar(byte))
    default: ""
    }
  }

  @Test("Every byte is escaped alike wherever it stands in a long text")
  func everyPlace() {
    for byte in UInt8(0)...0x7F {
      for place in 0...24 {
        let (before, after) = (
          String(repeating: "å", count: place / 2) + String(repeating: "x", count: place % 2),
          String(repeating: "ø", count: 12)
        )
        let text = before + String(UnicodeScalar(byte)) + after
        let page = HTML { $0.add(text) }
        #expect(String(decoding: page.bytes, as: UTF8.self) == before + expected(byte) + after)
        #expect(page == HTML(text: text) && page == "\(text)")
      }
    }
  }

  @Test("Every byte and every pair of them is escaped alike, whatever type the text has")
  func everyPair() {
    for one in UInt8(0)...0x7F {
      for other in UInt8(0)...0x7F {
        let text = String(decoding: [one, other], as: UTF8.self)
        let page: HTML = "\(text)|\(text[...])"
        let told = expected(one) + expected(other)
        #expect(String(decoding: page.bytes, as: UTF8.self) == "\(told)|\(told)")
      }
    }
  }

  @Test("Pieces are put in before the bytes at their places")
  func piecesAtPlaces() {
    let page: HTML = "<option>å</option>"
    let marked = HTML { filled in
      filled += "<p>"
      page.write(with: [(7, " selected"), (8, "\("–")")], on: &filled)
    }
    #expect(String(decoding: marked.bytes, as: UTF8.self) == "<p><option selected>–å</option>")
    #expect(HTML { page.write(with: [], on: &$0) } == page)
  }

  @Test("A literal and the same bytes written are one, whatever is put behind them")
  func literals() {
    let written: HTML = "<b>\("a")"
    var page: HTML = "<b>"
    #expect(page != written && !page.isEmpty && HTML.empty.isEmpty && HTML.empty == "")
    page += "a"
    #expect(page == written && page.hashValue == written.hashValue)
    page += "</b>"
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<b>a</b>")
    #expect(("<b>" as HTML) + "a" + "</b>" == page)
    #expect(String(decoding: ("<i>" as HTML).bytes, as: UTF8.self) == "<i>")
  }

  @Test("Gaps are taken out, and their places told by name")
  func gaps() {
    let page: HTML = "å\(HTML.gap("one"))\(HTML.gap("two"))b\(HTML.gap("one"))"
    let (whole, places) = page.parted
    #expect(whole == "åb" && places == ["one": [2, 3], "two": [2]])
    #expect(("" as HTML).parted.places.isEmpty)
  }
}
