import Foundation
import HTTPTypes
import Registry
import Search
import Testing

@testable import Site

/// Paging, filters, conditional reading, search, and what is never shown.
@Suite struct APIReadingTests {
  @Test func `Pages of a list hold everything once, in order`() async throws {
    try await InventedSite().visit { visitor in
      let whole = try await APIReadingTests.items(visitor, "/api/v1/organisations?limit=200")
      var paged: [String] = []
      var cursor: String? = ""
      while let current = cursor {
        let query = current.isEmpty ? "limit=3" : "limit=3&cursor=\(current)"
        let page = try await visitor.get("/api/v1/organisations?\(query)")
        let value = try JSONReader.value(of: Array(page.text.utf8))
        paged += (value["items"]?.items ?? []).compactMap { $0["key"]?.text }
        #expect(value["total"]?.integer == whole.count)
        cursor = value["next"]?.text
      }
      #expect(paged == whole)
      #expect(whole.count > 6 && whole == whole.sorted())
      #expect(!whole.contains("nedlagt"))
    }
  }

  @Test(
    "A filter lets through what it names",
    arguments: [
      ("/api/v1/areas?kind=district", ["nord"]),
      ("/api/v1/areas?within=990101", ["nord"]),
      ("/api/v1/organisations?kind=service", ["kultur", "storskolen", "teamet"]),
      ("/api/v1/organisations?within=990101", ["kultur", "storskolen"]),
      ("/api/v1/measures?plan=fjordvik-plan&concern=extremism", ["fjordvik-plan-1"]),
      ("/api/v1/offerings?provider=kultur", ["klubbkveld"]),
      ("/api/v1/offerings?concern=departure", []),
    ])
  func filter(_ path: String, _ keys: [String]) async throws {
    try await InventedSite().visit { visitor in
      let items = try await APIReadingTests.items(visitor, path)
      #expect(items == keys)
    }
  }

  @Test func `A client that holds the bytes is told so`() async throws {
    try await InventedSite().visit { visitor in
      for path in ["/api/v1/areas/9901", "/api/v1/functions", "/openapi.json"] {
        let page = try await visitor.get(path)
        let tag = try #require(page.headers[.eTag])
        #expect(page.headers[.cacheControl] == "public, no-cache")
        let again = try await visitor.get(path, [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(again.text.isEmpty)
        #expect(again.headers[.eTag] == tag)
        #expect(again.headers[.accessControlAllowOrigin] == "*")
        #expect(try await visitor.get(path, [.ifNoneMatch: "\"other\""]).status == 200)
      }
      let norwegian = try await visitor.get("/api/v1/functions").headers[.eTag]
      let english = try await visitor.get("/api/v1/functions?lang=en").headers[.eTag]
      #expect(norwegian != english)
    }
  }

  @Test func `An area is found by number, former number, key and id`() async throws {
    try await InventedSite().visit { visitor in
      let area = try JSONReader.value(
        of: Array(await visitor.get("/api/v1/areas/9901").text.utf8))
      let id = try #require(area["id"]?.text)
      for name in ["9801", id, id.uppercased()] {
        let page = try await visitor.get("/api/v1/areas/\(name)")
        #expect(try JSONReader.value(of: Array(page.text.utf8)) == area)
      }
      for name in ["9999", "..", "%00", "%FF", "a%2Fb", "nord.vcf"] {
        #expect(try await visitor.get("/api/v1/areas/\(name)").status == 404, "\(name)")
      }
    }
  }

  @Test func `Answers and searches are kept by nobody`() async throws {
    try await InventedSite().visit { visitor in
      for (path, body) in [
        ("/api/v1/answers", #"{"place": "9901"}"#), ("/api/v1/search", #"{"text": "fjordvik"}"#),
      ] {
        let page = try await visitor.post(path, body: body, contentType: "application/json")
        #expect(page.status == 200)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.headers[.eTag] == nil)
      }
    }
  }

  @Test func `A search finds by part, number and typing error, and says where it leads`()
    async throws
  {
    let view = try InventedSite.view()
    func found(_ text: String, _ kinds: Set<Subject.Kind>) -> [String] {
      Searches.find(text, kinds, 8, view).map { view.key($0.subject) }
    }
    #expect(found("fjord", [.area]) == ["9901"])
    #expect(found("9801", [.area]) == ["9901"])
    #expect(found("fjordvk", [.area]) == ["9901"])
    #expect(found("kulturetaten", [.organisation]) == ["kultur"])
    #expect(found("Vakt", [.person]).count == 1)
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/api/v1/search", body: #"{"text": "Fjordvik kommune", "kinds": ["organisation"]}"#,
        contentType: "application/json")
      let value = try JSONReader.value(of: Array(page.text.utf8))
      let result = try #require(value["results"]?.items.first)
      #expect(
        result.members.map(\.name) == ["kind", "key", "id", "name", "write", "context", "url"])
      let path = try #require(result["url"]?.text)
      #expect(try await visitor.get(path).status == 200)
    }
  }

  @Test func `Persons stand on their own record and in no list`() async throws {
    try await InventedSite().visit { visitor in
      for path in APIReadingTests.everything where !path.contains("designations") {
        let text = try await visitor.get(path).text
        #expect(!text.contains("Første Vakt"), "\(path)")
      }
      let own = try await visitor.get("/api/v1/designations/fjordvik-slt")
      #expect(own.text.contains("\"person\":\"Første Vakt\""))
    }
  }

  @Test func `What is hidden is in no response`() async throws {
    try await InventedSite().visit { visitor in
      for path in APIReadingTests.everything {
        let page = try await visitor.get(path)
        #expect(page.status == 200, "\(path)")
        for canary in ["KANARI", "33999999", "33 99 99 99", "90000010", "kanari-utpeking"] {
          #expect(!page.text.contains(canary), "\(canary) in \(path)")
        }
      }
      for name in ["kanari-utpeking", "kanari-utpeking.vcf"] {
        let page = try await visitor.get("/api/v1/designations/\(name)")
        #expect(page.status == 404)
      }
      for text in ["KANARI", "33999999"] {
        let page = try await visitor.post(
          "/api/v1/search", body: #"{"text": "\#(text)"}"#, contentType: "application/json")
        #expect(page.status == 200)
        #expect(!page.text.contains("KANARI"))
      }
    }
    let open = try InventedSite { $0.replacing(", visibility: desk", with: "") }
    try await open.visit { visitor in
      let page = try await visitor.get("/api/v1/designations/kanari-utpeking")
      #expect(page.text.contains("KANARI UTPEKT"), "the canary is found once it is let out")
    }
  }

  static let everything = [
    "/openapi.json", "/api", "/api/v1/areas?limit=200", "/api/v1/areas/9901",
    "/api/v1/areas/990101", "/api/v1/organisations?limit=200", "/api/v1/organisations/fjordvik",
    "/api/v1/organisations/kultur", "/api/v1/organisations/fjordvik.vcf",
    "/api/v1/designations/fjordvik-slt", "/api/v1/designations/skjult-mentor",
    "/api/v1/designations/skjult-mentor.vcf", "/api/v1/functions", "/api/v1/concerns",
    "/api/v1/plans/fjordvik-plan", "/api/v1/measures", "/api/v1/offerings",
  ]

  private static func items(_ visitor: Visitor, _ path: String) async throws -> [String] {
    let value = try JSONReader.value(of: Array(await visitor.get(path).text.utf8))
    return (value["items"]?.items ?? []).compactMap { $0["key"]?.text }
  }
}
