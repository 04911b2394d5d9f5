import Foundation
import Registry
import Testing
import Web

@testable import Site

/// Every state of every page.
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
    Shown(name: "error-405", path: "/om", fields: ["place", "Fjordvik"]),
    Shown(name: "answer-returned", path: "/svar"),
    Shown(name: "answer-returned.nn", path: "/nn/svar"),
    Shown(name: "answer-returned.en", path: "/en/svar"),
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
      try Golden(name: shown.name + ".html").expect(page)
    }
  }

  @Test("Without any registry a page says so, with the emergency numbers")
  func away() async throws {
    try await InventedSite.visit(CurrentEdition()) { visitor in
      try Golden(name: "error-503.html").expect(await visitor.get("/"))
    }
  }
}
