import Foundation
import HTTPTypes
import Testing
import Web

@testable import Site

/// What is refused, how it is said, and that 112 is there when it is acute.
@Suite struct APIProblemTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let body: String
    let status: Int
    let field: String?
    var path = "/api/v1/answers"
    var allowed: String?

    var testDescription: String { String(body.prefix(80)) }
  }

  static let refused: [Refused] = [
    Refused(body: "", status: 400, field: nil),
    Refused(body: "[]", status: 400, field: nil),
    Refused(body: "{", status: 400, field: nil),
    Refused(body: "{}", status: 400, field: "place"),
    Refused(body: #"{"place": 5}"#, status: 400, field: "place"),
    Refused(body: #"{"place": "9901", "place": "9902"}"#, status: 400, field: "place"),
    Refused(body: #"{"place": "9901", "name": "x"}"#, status: 400, field: "name", allowed: "asker"),
    Refused(body: #"{"place": "9901", "age": true}"#, status: 400, field: "age"),
    Refused(body: #"{"place": "9901", "age": [15]}"#, status: 400, field: "age"),
    Refused(body: #"{"place": "9901", "strict": "true"}"#, status: 400, field: "strict"),
    Refused(body: #"{"place": "9901", "strict": 1}"#, status: 400, field: "strict"),
    Refused(body: #"{"place": "9901", "age": 1.5}"#, status: 400, field: "age", allowed: "0–130"),
    Refused(
      body: #"{"place": "9901", "at": "i går"}"#, status: 400, field: "at", allowed: "2021-12-01"),
    Refused(body: #"{"place": "9901", "wishes": "x"}"#, status: 400, field: "wishes"),
    Refused(body: #"{"place": "9901", "wishes": [1]}"#, status: 400, field: "wishes"),
    Refused(body: #"{"place": "9901", "lang": "sv"}"#, status: 400, field: "lang", allowed: "nn"),
    Refused(body: #"{"place": "9901", "lang": {}}"#, status: 400, field: "lang", allowed: "nn"),
    Refused(body: #"{"place": "\u0000"}"#, status: 400, field: nil),
    Refused(body: #"{"place": "\ud800"}"#, status: 400, field: nil),
    Refused(
      body: #"{"place": ""# + String(repeating: "x", count: 201) + #""}"#, status: 400,
      field: "place"),
    Refused(body: #"{"place": "Langtvekkistan", "strict": true}"#, status: 422, field: "place"),
    Refused(
      body: #"{"place": "9901", "concern": "noe helt annet", "strict": true}"#, status: 422,
      field: "concern", allowed: "extremism"),
    Refused(
      body: #"{"place": "9901", "severity": "x", "strict": true}"#, status: 422,
      field: "severity", allowed: "grave"),
    Refused(
      body: #"{"place": "9901", "age": 131, "strict": true}"#, status: 422, field: "age",
      allowed: "0–130"),
    Refused(
      body: String(repeating: "[", count: 40) + String(repeating: "]", count: 40), status: 400,
      field: nil),
    Refused(body: String(repeating: " ", count: 16_385), status: 413, field: nil),
    Refused(body: "{}", status: 400, field: "text", path: "/api/v1/search"),
    Refused(
      body: #"{"text": "a", "kinds": ["x"]}"#, status: 400, field: "kinds", path: "/api/v1/search",
      allowed: "area"),
    Refused(
      body: #"{"text": "a", "limit": 51}"#, status: 400, field: "limit", path: "/api/v1/search",
      allowed: "1–50"),
  ]

  @Test("A body that cannot be answered is refused with its field", arguments: refused)
  func refuse(_ refused: Refused) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        refused.path, body: refused.body, contentType: "application/json")
      let problem = try JSONReader.value(of: Array(page.text.utf8))
      #expect(page.status == refused.status)
      #expect(page.headers[.contentType] == "application/problem+json")
      #expect(page.headers[.cacheControl] == "no-store")
      #expect(page.headers[.accessControlAllowOrigin] == "*")
      #expect(problem["status"]?.integer == refused.status)
      #expect(problem["field"]?.text == refused.field)
      if let allowed = refused.allowed {
        #expect(problem["allowed"]?.items.contains(.string(allowed)) == true, "\(page.text)")
      }
    }
  }

  @Test(
    "At acute 112 is there whatever else is wrong",
    arguments: [
      #"{"place": "Langtvekkistan", "severity": "acute", "strict": true}"#,
      #"{"place": 5, "severity": "acute"}"#, #"{"severity": "acute"}"#,
      #"{"place": "9901", "age": "gammel", "severity": "acute", "strict": true}"#,
    ])
  func acute(_ body: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/api/v1/answers", body: body, contentType: "application/json")
      #expect((400..<500).contains(page.status))
      let problem = try JSONReader.value(of: Array(page.text.utf8))
      #expect(problem["emergency"]?.items.first?["number"] == "112")
    }
  }

  @Test func `A place that may be several offers them`() async throws {
    let site = try InventedSite { $0.replacing("name: Tomvik", with: "name: Skogen") }
    try await site.visit { visitor in
      let page = try await visitor.post(
        "/api/v1/answers", body: #"{"place": "Skogen", "strict": true}"#,
        contentType: "application/json")
      let problem = try JSONReader.value(of: Array(page.text.utf8))
      #expect(page.status == 422)
      let fault = try #require(problem["faults"]?.items.first)
      #expect(fault["reason"] == "ambiguous")
      #expect(fault["candidates"]?.items.count == 2)
      let written = fault["candidates"]?.items.compactMap { $0["write"]?.text } ?? []
      #expect(problem["allowed"] == .strings(written))
    }
  }

  @Test func `Only JSON is read and only what is there is accepted`() async throws {
    try await InventedSite().visit { visitor in
      let body = #"{"place": "9901"}"#
      for type in ["text/plain", "application/json; charset=latin1", ""] {
        let page = try await visitor.post("/api/v1/answers", body: body, contentType: type)
        #expect(page.status == 415)
      }
      let plain = try await visitor.post(
        "/api/v1/answers", body: body, contentType: "application/json; charset=UTF-8")
      #expect(plain.status == 200)
      for accept in ["text/html", "application/json;q=0", "image/*, text/*"] {
        #expect(try await visitor.get("/api/v1/areas", [.accept: accept]).status == 406)
      }
      for accept in ["*/*", "text/html, application/*;q=0.1", "application/json"] {
        #expect(try await visitor.get("/api/v1/areas", [.accept: accept]).status == 200)
      }
      let card = "/api/v1/organisations/fjordvik.vcf"
      #expect(try await visitor.get(card, [.accept: "text/vcard"]).status == 200)
      #expect(try await visitor.get(card, [.accept: "application/json"]).status == 406)
    }
  }

  @Test(
    "A query that nobody reads is refused",
    arguments: [
      "limit=0", "limit=201", "limit=x", "limit=", "limit=1&limit=2", "more=1", "lang=sv",
      "kind=nothing", "within=nowhere", "limit=%", "cursor=%FF", "=1",
    ])
  func query(_ query: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/api/v1/areas?\(query)")
      #expect(page.status == 400)
      #expect(page.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `A method that is not there is told which are`() async throws {
    try await InventedSite().visit { visitor in
      let deleted = try await visitor.get("/api/v1/areas", method: .delete)
      #expect(deleted.status == 405)
      #expect(deleted.headers[.allow] == "GET, HEAD, OPTIONS")
      let query = try #require(HTTPRequest.Method("QUERY"))
      #expect(try await visitor.get("/api/v1/search", method: query).status == 405)
      let got = try await visitor.get("/api/v1/answers")
      #expect(got.status == 405)
      #expect(got.headers[.allow] == "OPTIONS, POST")
      #expect(got.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `Pages of other hosts may read, and are told so before they ask`() async throws {
    try await InventedSite().visit { visitor in
      let told = try await visitor.get("/api/v1/answers", method: .options)
      #expect(told.status == 204)
      #expect(told.headers[.accessControlAllowOrigin] == "*")
      #expect(told.headers[.accessControlAllowMethods] == "POST, OPTIONS")
      #expect(told.headers[.accessControlAllowHeaders]?.contains("Content-Type") == true)
      let read = try await visitor.get("/api/v1/functions")
      #expect(read.headers[.accessControlAllowOrigin] == "*")
      #expect(try await visitor.get("/om").headers[.accessControlAllowOrigin] == nil)
    }
  }

  @Test func `Without an edition every address says when to come back`() async throws {
    try await InventedSite.visit(CurrentEdition()) { visitor in
      for path in ["/api/v1/areas", "/api/v1/plans/x", "/openapi.json"] {
        let page = try await visitor.get(path)
        #expect(page.status == 503)
        #expect(page.headers[.retryAfter] == "15")
        #expect(page.headers[.contentType] == "application/problem+json")
      }
      let page = try await visitor.post(
        "/api/v1/answers", body: #"{"place": "9901", "severity": "acute"}"#,
        contentType: "application/json")
      #expect(page.status == 503)
      #expect(page.text.contains("\"number\":\"112\""))
    }
  }

  @Test func `Too many requests are told how long to wait`() async throws {
    try await InventedSite().visit(burst: 1) { visitor in
      _ = try await visitor.get("/api/v1/functions")
      let page = try await visitor.get("/api/v1/functions")
      #expect(page.status == 429)
      #expect(page.headers[.retryAfter] != nil)
      #expect(page.headers[.contentType] == "application/problem+json")
    }
  }
}
