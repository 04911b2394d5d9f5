import Foundation
import HTTPTypes
import Testing

@testable import Site

/// One response of every resource, byte for byte, over the invented registry.
@Suite struct APIGoldenTests {
  struct Shown: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    var body: String?

    var testDescription: String { name }
  }

  static let responses: [Shown] = [
    Shown(
      name: "answer.json", path: "/api/v1/answers",
      body: #"{"place": "9901", "concern": "extremism", "asker": "employee", "age": 15}"#),
    Shown(
      name: "answer-refused.json", path: "/api/v1/answers",
      body: #"{"place": "Fjordvik", "concern": "noe helt annet", "severity": "acute"}"#),
    Shown(name: "search.json", path: "/api/v1/search", body: #"{"text": "fjordvik"}"#),
    Shown(name: "areas.json", path: "/api/v1/areas?limit=3"),
    Shown(name: "area.json", path: "/api/v1/areas/9901"),
    Shown(name: "organisations.json", path: "/api/v1/organisations?limit=3"),
    Shown(name: "organisation.json", path: "/api/v1/organisations/fjordvik"),
    Shown(name: "organisation.vcf", path: "/api/v1/organisations/fjordvik.vcf"),
    Shown(name: "designation.json", path: "/api/v1/designations/fjordvik-slt"),
    Shown(name: "designation.vcf", path: "/api/v1/designations/fjordvik-slt.vcf"),
    Shown(name: "functions.json", path: "/api/v1/functions"),
    Shown(name: "concerns.json", path: "/api/v1/concerns"),
    Shown(name: "plan.json", path: "/api/v1/plans/fjordvik-plan"),
    Shown(name: "measures.json", path: "/api/v1/measures"),
    Shown(name: "offerings.json", path: "/api/v1/offerings"),
    Shown(name: "openapi.json", path: "/openapi.json"),
    Shown(name: "documentation.html", path: "/api"),
    Shown(name: "documentation.nn.html", path: "/nn/api"),
    Shown(name: "documentation.en.html", path: "/en/api"),
    Shown(name: "not-found.json", path: "/api/v1/finnes-ikke"),
    Shown(name: "bad-parameter.json", path: "/api/v1/areas?limit=0"),
  ]

  @Test("A response is what its golden says", arguments: responses)
  func golden(_ shown: Shown) async throws {
    try await InventedSite().visit { visitor in
      let page =
        if let body = shown.body {
          try await visitor.post(shown.path, body: body, contentType: "application/json")
        } else {
          try await visitor.get(shown.path)
        }
      try Golden(name: "API/\(shown.name)").expect(page)
    }
  }
}
