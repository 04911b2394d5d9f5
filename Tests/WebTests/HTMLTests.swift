import Testing
import Web

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
}
