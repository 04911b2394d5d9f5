import Foundation
import Registry
import Testing
import Web

@testable import Site

/// Every state of every page, byte for byte. `VARDE_REWRITE_GOLDENS=1 swift test --filter
/// SiteTests`
/// writes them anew; read the difference before committing it.
@Suite struct GoldenTests {
  struct Shown: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    var fields: [String]?
    var isStale = false

    var testDescription: String { name }
  }

  static let pages: [Shown] = [
    Shown(name: "start", path: "/"),
    Shown(name: "start.nn", path: "/nn"),
    Shown(name: "start.en", path: "/en"),
    Shown(name: "start-stale", path: "/", isStale: true),
    Shown(
      name: "answer-many", path: "/svar", fields: ["place", "Fjordvik", "concern", "extremism"]),
    Shown(
      name: "answer-many.nn", path: "/nn/svar",
      fields: ["place", "Fjordvik", "concern", "extremism"]),
    Shown(
      name: "answer-many.en", path: "/en/svar",
      fields: ["place", "Fjordvik", "concern", "extremism"]),
    Shown(
      name: "answer-employee", path: "/svar",
      fields: [
        "place", "Fjordvik", "concern", "extremism", "asker", "employee", "workplace",
        "Kulturenheten", "age", "15", "severity", "mild",
      ]),
    Shown(
      name: "answer-acute", path: "/svar",
      fields: ["place", "Fjordvik", "concern", "extremism", "severity", "acute"]),
    Shown(
      name: "answer-one", path: "/svar", fields: ["place", "Nord", "function", "politikontakt"]),
    Shown(name: "answer-empty", path: "/svar", fields: ["place", "Tomvik"]),
    Shown(
      name: "answer-stale", path: "/svar", fields: ["place", "Fjordvik", "concern", "extremism"],
      isStale: true),
    Shown(
      name: "answer-fault", path: "/svar", fields: ["place", "Fjordvikk xyz", "age", "gammel"]),
    Shown(name: "place-many", path: "/sted/9901-fjordvik"),
    Shown(name: "place-one", path: "/sted/9804-gamlebo"),
    Shown(name: "place-empty", path: "/sted/9903-tomvik"),
    Shown(name: "place-own-form", path: "/sted/9902-skogen"),
    Shown(name: "place-stale", path: "/sted/9901-fjordvik", isStale: true),
    Shown(name: "place-list", path: "/sted/9901-fjordvik/liste"),
    Shown(name: "place-gone", path: "/sted/9806-delvik"),
    Shown(name: "organisation", path: "/organisasjon/fjordvik"),
    Shown(name: "organisation-child", path: "/organisasjon/kultur"),
    Shown(name: "organisation-gone", path: "/organisasjon/nedlagt"),
    Shown(name: "function", path: "/funksjon/slt-coordinator"),
    Shown(name: "organisation-stale", path: "/organisasjon/fjordvik", isStale: true),
    Shown(name: "organisation-empty", path: "/organisasjon/storskolen"),
    Shown(name: "function-one", path: "/funksjon/resource-person"),
    Shown(name: "function-empty", path: "/funksjon/unheld"),
    Shown(name: "contact", path: "/kontakt/fjordvik-slt"),
    Shown(name: "contact-vacant", path: "/kontakt/skole-ressurs"),
    Shown(name: "plan", path: "/plan/fjordvik-plan"),
    Shown(name: "plan-replaced", path: "/plan/fjordvik-gammel"),
    Shown(name: "search", path: "/sok"),
    Shown(name: "search-many", path: "/sok", fields: ["q", "fjordvik"]),
    Shown(name: "search-one", path: "/sok", fields: ["q", "Nord"]),
    Shown(name: "search-empty", path: "/sok", fields: ["q", "qqqqqqqq"]),
    Shown(name: "about", path: "/om"),
    Shown(name: "privacy", path: "/personvern"),
    Shown(name: "accessibility", path: "/tilgjengelighet"),
    Shown(name: "error-404", path: "/finnes-ikke"),
    Shown(name: "error-405", path: "/svar"),
  ]

  @Test("A page is what its golden says", arguments: pages)
  func golden(_ shown: Shown) async throws {
    try await InventedSite().visit(stale: shown.isStale) { visitor in
      let page: Visitor.Page
      if let fields = shown.fields {
        let pairs = stride(from: 0, to: fields.count, by: 2).map { (fields[$0], fields[$0 + 1]) }
        page = try await visitor.post(shown.path, pairs)
      } else {
        page = try await visitor.get(shown.path)
      }
      try GoldenTests.compare(page, with: shown.name)
    }
  }

  @Test("Without any registry a page says so, with the emergency numbers")
  func away() async throws {
    try await InventedSite.visit(CurrentEdition()) { visitor in
      try GoldenTests.compare(await visitor.get("/"), with: "error-503")
    }
  }

  private static func compare(_ page: Visitor.Page, with name: String) throws {
    let path = InventedSite.folder + "Goldens/\(name).html"
    let shown = "<!-- \(page.status) -->\n" + unhashed(page.text)
    if ProcessInfo.processInfo.environment["VARDE_REWRITE_GOLDENS"] == "1" {
      try #require(
        ProcessInfo.processInfo.environment["CI"] == nil, "Goldens are never rewritten in CI.")
      try shown.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOfFile: path, encoding: .utf8)
    #expect(shown == golden, "\(name) has changed")
  }

  /// Without the digest in the names of style sheet, script and icon, which tell of no page.
  private static func unhashed(_ text: String) -> String {
    text.replacing(/-[0-9a-f]{12}\.(css|js|svg)/) { "-….\($0.output.1)" }
  }
}
