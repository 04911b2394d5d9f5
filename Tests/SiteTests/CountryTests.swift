import Foundation
import HTTPTypes
import Registry
import Search
import SeedFiles
import Synthesis
import TestRecords
import Testing
import Presentation
import Web

@testable import Site

/// An invented country as large as Norway through every address: no reply is large.
@Suite(.serialized) struct CountryTests {
  static let bytesMax = 1_000_000

  private static func edition(_ municipalities: Int, units: Int) throws -> Edition {
    let country = SyntheticCountry(
      municipalities: municipalities, unitsPerMunicipality: units, seed: 1)
    let snapshot = try SeedReader(existing: Snapshot()).read(country.files(in: "1-first")).snapshot
    return Edition(
      compiling: snapshot, on: InventedSite.today, origin: .file, readAt: InventedSite.now - 60)
  }

  private static func routes(_ edition: Edition) throws -> [Route] {
    Site(
      current: CurrentEdition(edition), time: try OsloTime(), build: "test",
      now: { InventedSite.now }
    ).routes
  }

  @Test("Each route pattern answers for its three largest records with at most a megabyte")
  func bounded() async throws {
    let edition = try CountryTests.edition(357, units: 4)
    let largest = Largest(edition.directory, edition.search.areas)
    let routes = try CountryTests.routes(edition)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for route in routes {
        let asked = largest.requests(route)
        #expect(!asked.isEmpty, "\(route.pattern): which records are its largest?")
        for request in asked {
          let page = try await request.page(visitor)
          let isPage = route.pattern.contains("{number}")
          #expect(page.status == 200 || (isPage && page.status == 404), "\(request)")
          #expect(page.text.utf8.count <= CountryTests.bytesMax, "\(request)")
        }
      }
    }
  }

  @Test("In a municipality of very many units it is the same")
  func largeMunicipality() async throws {
    let edition = try CountryTests.edition(1, units: 200)
    let largest = Largest(edition.directory, edition.search.areas)
    let routes = try CountryTests.routes(edition)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for route in routes where route.method == .get {
        for request in largest.requests(route) {
          let page = try await request.page(visitor)
          let isPage = route.pattern.contains("{number}")
          #expect(page.status == 200 || (isPage && page.status == 404), "\(request)")
          #expect(page.text.utf8.count <= CountryTests.bytesMax, "\(request)")
        }
      }
    }
  }

  @Test("A country twice as large makes no reply more than twice as large")
  func linear() async throws {
    var sizes: [[String: Int]] = []
    for municipalities in [15, 30] {
      let edition = try CountryTests.edition(municipalities, units: 8)
      let largest = Largest(edition.directory, edition.search.areas)
      let routes = try CountryTests.routes(edition)
      let measured = Measured()
      try await InventedSite.visit(CurrentEdition(edition)) { visitor in
        for route in routes {
          for request in largest.requests(route) {
            let bytes = try await request.page(visitor).text.utf8.count
            await measured.note(bytes, of: "\(route.method) \(route.pattern)")
          }
        }
      }
      sizes.append(await measured.bytes)
    }
    // A further page is full, or not there in the smaller country.
    for (pattern, bytes) in sizes[0] where !pattern.contains("{number}") {
      #expect((sizes[1][pattern] ?? .max) <= 2 * bytes + 4096, "\(pattern)")
    }
  }

  private actor Measured {
    private(set) var bytes: [String: Int] = [:]
    func note(_ count: Int, of pattern: String) {
      bytes[pattern] = max(bytes[pattern] ?? 0, count)
    }
  }

  @Test("The pages of a long list hold each contact once, and lead from one to the next")
  func whole() async throws {
    let edition = try CountryTests.edition(30, units: 8)
    let function = try #require(edition.search.subject(.function, key: "resource-person"))
    let day = try OsloTime().moment(at: InventedSite.now).day
    let keys = edition.directory.seats(of: ID(bits: function.bits), on: day).map(\.key)
    #expect(keys.count > 2 * Pagination.linesMax)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      var (path, shown) = ("/en/funksjon/resource-person", [String]())
      var pages = 0
      while true {
        let page = try await visitor.get(path)
        pages += 1
        #expect(page.status == 200 && page.text.contains("Page \(pages) of "), "\(path)")
        #expect(page.text.contains("hreflang=\"nn\" href=\"/nn\(path.dropFirst(3))\""), "\(path)")
        shown += page.text.matches(of: /href="\/en\/kontakt\/([^"]+)"/).map { String($0.output.1) }
        guard let next = page.text.firstMatch(of: /href="([^"]+)" rel="next"/) else { break }
        path = String(next.output.1)
      }
      #expect(shown.count == keys.count && Set(shown) == Set(keys))
      #expect(pages == (keys.count + Pagination.linesMax - 1) / Pagination.linesMax)
      for number in ["\(pages + 1)", "0", "02", "x", "-1", "9223372036854775807"] {
        let page = try await visitor.get("/funksjon/resource-person/side/\(number)")
        #expect(page.status == 404, "\(number)")
      }
      let first = try await visitor.get("/funksjon/resource-person/side/1")
      #expect(first.status == 301 && first.headers[.location] == "/funksjon/resource-person")
    }
  }

  @Test("A record of the API holds the beginning of a long list and leads to the rest")
  func parts() async throws {
    let edition = try CountryTests.edition(30, units: 8)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      func json(_ path: String) async throws -> JSONValue {
        try JSONReader.value(of: Array(await visitor.get(path).text.utf8))
      }
      let record = try await json("/api/v1/functions/resource-person?lang=en")
      var keys = (record["designations"]?.items ?? []).compactMap { $0["key"]?.text }
      #expect(keys.count == CutList.countMax)
      let cut = try #require(record["more"]?.items.first)
      #expect(record["more"]?.items.count == 1 && cut["list"]?.text == "designations")
      var next = cut["next"]?.text
      var total = 0
      while let path = next {
        let page = try await json(path)
        keys += (page["items"]?.items ?? []).compactMap { $0["key"]?.text }
        if case .number(let number)? = page["total"] { total = Int(number) }
        next = page["next"]?.text.map {
          "/api/v1/functions/resource-person/designations?limit=200&cursor=\($0)"
        }
      }
      #expect(keys.count == total && Set(keys).count == total && total > 400)
      let past = try await json("/api/v1/functions/resource-person/designations?cursor=99999")
      #expect(past["items"]?.items.isEmpty == true && past["next"] == .null)
      for cursor in ["x", "-1", "99999999999999999999"] {
        let page = try await visitor.get(
          "/api/v1/functions/resource-person/designations?cursor=\(cursor)")
        #expect(page.status == 400, "\(cursor)")
      }
    }
  }

  @Test("A wide place says that it tells only its own, and leads to the places in it")
  func wide() async throws {
    let edition = try CountryTests.edition(60, units: 8)
    try await InventedSite.visit(CurrentEdition(edition)) { visitor in
      for path in ["/nb/sted/synthetic-no", "/nb/sted/synthetic-no/liste"] {
        let page = try await visitor.get(path)
        #expect(page.text.contains("Her står de som svarer for hele stedet"), "\(path)")
      }
      let country = try await visitor.get("/nb/sted/synthetic-no")
      let county = try #require(country.text.firstMatch(of: /href="\/sted\/(60-[^"]+)"/))
      let inside = try await visitor.get("/nb/sted/\(county.output.1)")
      #expect(inside.text.contains("href=\"/sted/6001-"))
    }
  }
}

/// What is asked of the records that have most to tell.
private struct Largest {
  struct Asked: CustomStringConvertible {
    let path: String
    var form: [(String, String)]?
    var json: String?

    var description: String { path }

    func page(_ visitor: Visitor) async throws -> Visitor.Page {
      if let form { return try await visitor.post(path, form) }
      if let json {
        return try await visitor.post(path, body: json, contentType: "application/json")
      }
      let page = try await visitor.get(path)
      guard page.status == 301, let own = page.headers[.location] else { return page }
      return try await visitor.get(own)
    }
  }

  private let records: LargestRecords

  init(_ directory: Directory, _ areas: AreaTree) {
    records = LargestRecords(
      directory, areas, on: Day(number: Int32(InventedSite.now / 86_400)))
  }

  /// What to ask of a route; nothing where nobody has said which of its records are the largest.
  func requests(_ route: Route) -> [Asked] {
    let last = route.pattern.split(separator: "/").last ?? ""
    if route.method == .post { return posted(route.pattern, last) }
    return records.paths(route.pattern).map { Asked(path: $0) }
  }

  private func posted(_ pattern: String, _ last: Substring) -> [Asked] {
    let places = ["60", "6001", "6101"]
    return switch last {
    case "svar":
      places.map {
        Asked(path: pattern, form: [("place", $0), ("function", "resource-person")])
      } + [Asked(path: pattern, form: [("place", "60"), ("concern", "extremism")])]
    case "sok":
      ["kommune", "oppdiktet", "Testperson"].map { Asked(path: pattern, form: [("q", $0)]) }
    case "answers":
      places.map { Asked(path: pattern, json: #"{"place":"\#($0)","function":"resource-person"}"#) }
    case "search":
      ["kommune", "oppdiktet", "te"].map {
        Asked(path: pattern, json: #"{"text":"\#($0)","limit":50}"#)
      }
    default: []
    }
  }
}
