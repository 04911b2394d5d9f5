import HTTPTypes
import Hummingbird
import Registry
import Search
import Testing
import Presentation
import Web

@testable import Site

/// What an edition keeps of its finished pages changes no byte of any of them.
@Suite struct KeptTests {
  static let page = "/sted/9901-fjordvik"

  private static func edition(generation: Int64? = nil, changed: Bool = false) throws -> Edition {
    var snapshot = try InventedSite { changed ? $0.replacing("Fjordvik", with: "Nyvik") : $0 }
      .snapshot
    if let generation { snapshot.generation = generation }
    return Edition(
      compiling: snapshot, on: InventedSite.today, origin: .database,
      readAt: InventedSite.now - 3600)
  }

  /// A reply that no page is like, where that of the place would be kept.
  private static func plant(in edition: Edition, build: String = "test") throws {
    let reply = Reply(
      contentType: "text/plain", bytes: Array("planted".utf8), caching: .revalidated(tag: "x"))
    let day = try OsloTime().moment(at: InventedSite.now).day
    edition.kept.keep(
      try #require(FinishedReply(reply)),
      at: .init(
        pattern: "/sted/{slug}", name: "9901-fjordvik", language: .bokmål, day: day, build: build))
  }

  @Test("A kept reply has the bytes and headers of a new one, on every page and address of the API")
  func same() async throws {
    let edition = try KeptTests.edition()
    let paths =
      ["", "/nn", "/en"].flatMap { prefix in
        PageTests.paths.map { prefix + ($0 == "/" && !prefix.isEmpty ? "" : $0) }
      } + [
        "/api", "/openapi.json", "/api/v1/areas/9901", "/api/v1/areas/9901?lang=en",
        "/api/v1/areas", "/api/v1/organisations/fjordvik", "/api/v1/organisations/fjordvik.vcf",
        "/api/v1/functions", "/api/v1/plans/fjordvik-plan", "/api/v1/areas?limit=2",
      ]
    let fresh = CurrentEdition(try KeptTests.edition())
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      try await InventedSite.visit(fresh) { other in
        for path in paths {
          let first = try await visitor.get(path)
          let again = try await visitor.get(path)
          let new = try await other.get(path)
          #expect(again.status == 200 && first.status == 200, "\(path)")
          #expect(again.text == new.text && first.text == new.text, "\(path)")
          #expect(again.headers == new.headers && first.headers == new.headers, "\(path)")
          #expect(again.headers[.contentLength] == "\(again.text.utf8.count)", "\(path)")
        }
      }
    }
    #expect(edition.kept.size.count > 50)
  }

  @Test("What is kept is sent, also as HEAD and 304")
  func sent() async throws {
    let edition = try KeptTests.edition()
    try KeptTests.plant(in: edition)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      let page = try await visitor.get(KeptTests.page)
      #expect(page.text == "planted")
      let head = try await visitor.get(KeptTests.page, method: .head)
      #expect(head.text.isEmpty && head.headers[.contentLength] == "7")
      let held = try await visitor.get(KeptTests.page, [.ifNoneMatch: "\"x\""])
      #expect(held.status == 304 && held.text.isEmpty)
      #expect(held.headers[.eTag] == "\"x\"" && held.headers[.contentType] == nil)
      let other = try await visitor.get(KeptTests.page, [.ifNoneMatch: "\"y\""])
      #expect(other.status == 200 && other.text == "planted")
    }
  }

  @Test("Another language, list, day or build gets nothing of what is kept")
  func apart() async throws {
    let edition = try KeptTests.edition()
    try KeptTests.plant(in: edition)
    let current = CurrentEdition(edition)
    try await InventedSite.visit(current) { visitor in
      for path in ["/nb/sted/9901-fjordvik", "/en/sted/9901-fjordvik", KeptTests.page + "/liste"] {
        let page = try await visitor.get(path)
        #expect(page.status == 200 && page.text.contains("</html>"), "\(path)")
      }
    }
    try await InventedSite.visit(current, now: InventedSite.now + 86_400) { visitor in
      let page = try await visitor.get(KeptTests.page)
      #expect(page.status == 200 && page.text.contains("</html>"))
    }
    try await InventedSite.visit(current, build: "other") { visitor in
      let page = try await visitor.get(KeptTests.page)
      #expect(page.status == 200 && page.text.contains("</html>"))
    }
  }

  @Test("While the registry cannot be read a page is made once, says how old it is, and goes again")
  func stale() async throws {
    let edition = try KeptTests.edition()
    let current = CurrentEdition(edition)
    let paths = ["/sted/9901-fjordvik", "/en/organisasjon/kultur", "/nn/plan/fjordvik-plan", "/"]
    try await InventedSite.visit(current) { visitor in
      let before = try await visitor.get(paths[0])
      #expect(!before.text.contains("class=\"stale\""))
      #expect(edition.kept.makings == 1)
      current.markStale(since: InventedSite.now - 60)
      for _ in 0..<100 {
        for path in paths {
          let page = try await visitor.get(path)
          #expect(page.status == 200 && page.headers[.cacheControl] == "no-store", "\(path)")
          #expect(page.text.firstRange(of: "class=\"stale\"") != nil, "\(path)")
          #expect(page.headers[.contentLength] == "\(page.text.utf8.count)", "\(path)")
        }
      }
      #expect(edition.kept.makings == paths.count, "What was made before the loss is used too.")
      let stale = try await visitor.get(paths[0])
      #expect(stale.text.contains("1. juni 2026 09.00"), "when it was last read")
      #expect(stale.text.count > before.text.count)
      current.markStale(since: nil)
      let after = try await visitor.get(paths[0])
      #expect(after.text == before.text && after.headers[.eTag] == before.headers[.eTag])
      #expect(edition.kept.makings == paths.count)
    }
  }

  @Test("A second outage is told apart from the first, and what is gone says it too")
  func staleAgain() async throws {
    let edition = try KeptTests.edition()
    let current = CurrentEdition(edition)
    try await InventedSite.visit(current) { visitor in
      for since in [InventedSite.now - 600, InventedSite.now - 60] {
        current.markStale(since: since)
        let page = try await visitor.get(KeptTests.page)
        #expect(page.headers[.age] == "\(InventedSite.now - since)")
        let gone = try await visitor.get("/organisasjon/nedlagt")
        #expect(gone.status == 410 && gone.text.contains("class=\"stale\""))
      }
      #expect(edition.kept.size.count == 3, "the page, and its copy of each outage")
    }
  }

  @Test("A new edition serves nothing of the one before it")
  func swapped() async throws {
    let old = try KeptTests.edition(generation: 1)
    let new = try KeptTests.edition(generation: 2, changed: true)
    let current = CurrentEdition(old)
    try await InventedSite.visit(current) { visitor in
      let before = try await visitor.get("/organisasjon/fjordvik")
      #expect(before.text.contains("Fjordvik") && old.kept.size.count == 1)
      #expect(current.swap(to: new))
      let after = try await visitor.get("/organisasjon/fjordvik")
      #expect(after.text.contains("Nyvik") && !after.text.contains("Fjordvik"))
      #expect(after.headers[.eTag] != before.headers[.eTag])
    }
  }

  @Test("Neither what is not there, nor has moved, nor is asked, is kept")
  func onlyRecords() async throws {
    let edition = try KeptTests.edition()
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for path in [
        "/sted/9999-x", "/sted/9901-feil", "/sted/9806-delvik", "/organisasjon/nedlagt",
        "/organisasjon/finnes-ikke", "/api/v1/areas/0000", "/api/v1/areas?limit=3",
        "/api/v1/areas?kind=municipality", "/api/v1/areas?finnes=ikke",
      ] { _ = try await visitor.get(path) }
      _ = try await visitor.post("/svar", [("place", "Fjordvik")])
      _ = try await visitor.post("/sok", [("q", "Fjordvik")])
      let area = try #require(edition.search.areas.numbered("9901").first?.area)
      let capitals = area.description.uppercased()
      let shouted = try await visitor.get("/api/v1/areas/\(capitals)")
      #expect(shouted.status == 200)
      #expect(edition.kept.size.count == 0)
      _ = try await visitor.get("/api/v1/areas/\(area)")
      #expect(edition.kept.size.count == 1)
    }
  }
}
