import Web
import Registry
import Testing
import Presentation

@testable import Site

/// Markup that is made once for an edition and filled for everybody who asks.
@Suite struct MouldTests {
  @Test("What stands in the gaps comes where they are, and an unnamed gap closes")
  func filled() {
    let mould = Mould("<p>\(HTML.gap("a"))–\(HTML.gap("b"))+\(HTML.gap("a"))</p>")
    #expect(mould.filled([]) == "<p>–+</p>")
    #expect(mould.filled([("a", "1"), ("b", "\("<2>")"), ("c", "3")]) == "<p>1–&lt;2&gt;+1</p>")
    #expect(mould.filled([("b", "2")]) == "<p>–2+</p>", "nothing stays from before")
  }

  @Test("No text can open a gap")
  func forged() {
    let mould = Mould("<p>\("\u{0}a\u{0}")</p>")
    #expect(mould.filled([("a", "forged")]) == "<p>a</p>")
  }

  @Test("What somebody chose and wrote stands in the finder, and nothing else does")
  func finder() throws {
    let edition = try InventedSite().current().taken.edition
    let day = try OsloTime().moment(at: InventedSite.now).day
    var form = FinderForm()
    func shown() throws -> String {
      let finder = Finder(
        edition: try #require(edition), language: .bokmål, day: day, form: form)
      return String(decoding: finder.html.bytes, as: UTF8.self)
    }
    let blank = try shown()
    #expect(!blank.contains("\0") && !blank.contains(" checked"))
    #expect(blank.split(separator: " selected").count == 3, "the unset asker and severity")
    form.asker = "employee"
    form.place = "\"Fjordvik\" <b>"
    form.workplace = "Kultur & idrett"
    form.concern = "extremism"
    form.age = "15"
    form.severity = "mild"
    form.function = "politikontakt"
    form.wishes = ["anonymous", "in-writing"]
    let page = try shown()
    for mark in [
      "value=\"employee\" selected", "value=\"extremism\" selected", "value=\"mild\" selected",
      "name=\"place\" value=\"&quot;Fjordvik&quot; &lt;b&gt;\"", "value=\"Kultur &amp; idrett\"",
      "name=\"age\" value=\"15\"", "name=\"function\" value=\"politikontakt\"",
      "value=\"anonymous\" checked", "value=\"in-writing\" checked",
    ] { #expect(page.split(separator: mark).count == 2, "\(mark)") }
    #expect(page.split(separator: "<details open>").count == 3, "the tree and the further choices")
    #expect(page.split(separator: " selected").count == 4)
    #expect(page.split(separator: " checked").count == 3)
    form = FinderForm()
    #expect(try shown() == blank, "nothing of one form is left for the next")
  }

  @Test("Nothing that one visitor asks stands in the next one's answer")
  func nothingKept() async throws {
    try await InventedSite().visit { visitor in
      let asked = [("place", "Fjordvik"), ("concern", "extremism")]
      let before = try await visitor.post("/svar", asked)
      let other = try await visitor.post(
        "/svar",
        asked + [
          ("age", "17"), ("asker", "youngPerson"), ("severity", "acute"), ("wish", "anonymous"),
        ])
      #expect(other.text.contains("name=\"age\" value=\"17\""))
      #expect(other.text.contains("<input type=\"hidden\" name=\"wish\" value=\"anonymous\">"))
      #expect(try await visitor.post("/svar", asked).text == before.text)
    }
  }
}
