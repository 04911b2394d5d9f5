import Registry
import Testing
import Presentation
import Web

@testable import Site

/// Names and links, which an answer writes straight onto its page.
@Suite struct NameTests {
  @Test(
    "An organisation of an answer is linked and saved as it is on every other page",
    arguments: [Language.bokmål, .nynorsk, .english])
  func organisations(language: Language) throws {
    let edition = try #require(try InventedSite().current().taken.edition)
    let time = try OsloTime()
    let visit = Visit(
      edition: edition, time: time, moment: time.moment(at: InventedSite.now), language: language,
      stale: nil, build: "test")
    var linked = 0
    for organisation in edition.snapshot.organisations {
      let subject = Subject.organisation(organisation.id)
      let party = PartyLabel(id: organisation.id, key: organisation.key, name: "")
      let link = visit.link(subject)
      #expect(HTML { visit.link(party, on: &$0) } == link)
      #expect(
        HTML { visit.card(of: party.id, key: party.key, on: &$0) } == visit.card(of: subject))
      if String(decoding: link.bytes, as: UTF8.self).hasPrefix("<a ") { linked += 1 }
    }
    #expect(linked > 0 && linked < edition.snapshot.organisations.count, "one has ended")
  }

  @Test("Several texts of sources are one, in one language of their own")
  func texts() throws {
    let edition = Edition(compiling: Snapshot(), on: InventedSite.today, origin: .file, readAt: 0)
    let time = try OsloTime()
    func told(_ texts: [String], in language: Language) -> HTML {
      let visit = Visit(
        edition: edition, time: time, moment: time.moment(at: 0), language: language, stale: nil,
        build: "test")
      return HTML { visit.tell(texts, between: "; ", on: &$0) }
    }
    #expect(told(["a", "<b>"], in: .bokmål) == "a; &lt;b&gt;")
    #expect(told(["a", "b"], in: .english) == "<span lang=\"nb\">a; b</span>")
    #expect(told([], in: .bokmål) == "")
  }
}
