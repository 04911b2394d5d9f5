import Foundation
import Hummingbird
import HummingbirdTesting
import Registry
import Synchronization
import Testing
import Presentation
import Web

@testable import Site

/// What each address costs whoever asks.
@Suite struct RequestKindTests {
  /// Every address that is no page, by kind: a new one is a decision, made at its route and here.
  static let kinds: [RequestKind: Set<String>] = [
    .suggestion: ["POST /api/v1/search"],
    .answer: ["POST /api/v1/answers", "POST /svar", "POST /nn/svar", "POST /en/svar"],
    .person: [
      "GET /kontakt/{slug}", "GET /nn/kontakt/{slug}", "GET /en/kontakt/{slug}",
      "GET /api/v1/designations/{id}", "GET /api/v1/designations/{id}.vcf",
      "GET /api/v1/organisations/{id}.vcf",
    ],
  ]

  private static func site() throws -> Site {
    Site(
      current: try InventedSite().current(), time: try OsloTime(), build: "test",
      now: { InventedSite.now })
  }

  @Test func `every route has the kind of the table`() throws {
    for route in try Self.site().routes {
      let name = "\(route.method.rawValue) \(route.pattern)"
      // A list of a record costs what the record costs.
      let record = name.replacing(#/(\}\w*)\/\w+$/#, with: { String($0.1) })
      let wanted = Self.kinds.first { $0.value.contains(name) || $0.value.contains(record) }?.key
      let usual: RequestKind = route.pattern.hasPrefix("/assets/") ? .asset : .page
      #expect(route.kind == wanted ?? usual, "\(name)")
    }
    let names = Set(try Self.site().routes.map { "\($0.method.rawValue) \($0.pattern)" })
    for wanted in Self.kinds.values { #expect(wanted.isSubset(of: names)) }
  }

  /// So that no walk of pages or resources copies the list of people.
  @Test func `whatever can be fetched and names a public person takes from the budget of persons`()
    async throws
  {
    let site = try Self.site()
    let seats = try #require(site.current.taken.edition).directory
    let names = Set(seats.designations.values.compactMap { seats.name(of: $0.person) })
    #expect(!names.isEmpty)
    let walk = Walk()
    let limit = RateLimit(Budgets(each: Budget(burst: 1e9, perSecond: 1)), routes: site.routes)
    let responder = site.responder(observer: Observer([walk.note]), limit: limit)
    try await Application(responder: responder).test(.router) { client in
      let visitor = Visitor(client: client)
      var (waiting, seen) = (["/", "/api/v1/functions?limit=200"], Set<String>())
      var (patterns, naming) = (Set<String>(), Set<String>())
      waiting += seats.functions.values.map { "/funksjon/\($0.key)" }
      waiting += seats.functions.values.map { "/api/v1/functions/\($0.key)" }
      waiting += seats.organisations.values.map { "/api/v1/organisations/\($0.key)" }
      while let path = waiting.popLast() {
        guard seen.insert(path).inserted else { continue }
        let page = try await visitor.get(path)
        patterns.insert(walk.pattern)
        if names.contains(where: page.text.contains) {
          naming.insert(walk.pattern)
          #expect(limit.kind(.get, walk.pattern) == .person, "\(path) names a person")
        }
        waiting += page.text.matches(of: /"(\/[^"#?]*)"/).map { String($0.1) }
      }
      #expect(patterns.count > 20)
      #expect(naming.contains("/kontakt/{slug}"))
      #expect(naming.contains("/api/v1/designations/{id}.vcf"))
    }
  }

  /// The pattern of the request that was answered last.
  private final class Walk: Sendable {
    private let last = Mutex("")
    var pattern: String { last.withLock { $0 } }

    @Sendable func note(_ observation: Observation) {
      guard case .served(_, let pattern, _, _, _) = observation else { return }
      last.withLock { $0 = pattern }
    }
  }

  @Test func `the document tells what one requester may ask for`() async throws {
    try await InventedSite().visit { visitor in
      let document = try await visitor.get("/openapi.json")
      #expect(document.text.contains("at most 60 in any hour, 30 of them at once"))
      for field in ["Retry-After", "RateLimit-Policy", "RateLimit"] {
        #expect(document.text.contains("\"\(field)\":"), "\(field)")
      }
      let page = try await visitor.get("/api")
      #expect(page.text.contains("at most 60 in any hour, 30 of them at once"))
    }
  }
}
