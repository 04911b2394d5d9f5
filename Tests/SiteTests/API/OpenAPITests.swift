import Foundation
import HTTPTypes
import Registry
import Testing
import Presentation
import Web

@testable import Site

/// The document against the routes and against real responses.
@Suite struct OpenAPITests {
  @Test func `The document has exactly the addresses that answer`() async throws {
    let site = Site(
      current: CurrentEdition(), time: try OsloTime(), build: "test", now: { InventedSite.now })
    let routes = site.routes.filter { $0.pattern.hasPrefix("/api/v1") }
      .map { "\($0.method.rawValue) \($0.pattern)" }
    let document = try await OpenAPITests.document()
    let promised = (document["paths"] ?? .null).members.flatMap { path in
      path.value.members.map { "\($0.name.uppercased()) \(path.name)" }
    }
    #expect(Set(routes) == Set(promised))
    #expect(routes.count == Set(routes).count)
    #expect(routes.count == 31)
  }

  @Test func `Every reference leads somewhere and every operation has its own name`() async throws {
    let document = try await OpenAPITests.document()
    let text = String(decoding: document.bytes, as: UTF8.self)
    let names = Set((document["components"]?["schemas"] ?? .null).members.map(\.name))
    let references = text.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/)
      .map { String($0.output.1) }
    #expect(!references.isEmpty)
    #expect(Set(references) == names)
    let ids = (document["paths"] ?? .null).members.flatMap { $0.value.members }
      .compactMap { $0.value["operationId"]?.text }
    #expect(Set(ids).count == ids.count && !ids.isEmpty)
  }

  struct Asked: Sendable, CustomTestStringConvertible {
    let pattern: String
    let path: String
    var body: String?
    var status = 200

    var testDescription: String { "\(path) \(body ?? "")" }
  }

  static let asked: [Asked] = [
    Asked(pattern: "/api/v1/areas", path: "/api/v1/areas?limit=3"),
    Asked(pattern: "/api/v1/areas", path: "/api/v1/areas?kind=municipality&within=9901"),
    Asked(pattern: "/api/v1/areas", path: "/api/v1/areas?limit=0", status: 400),
    Asked(pattern: "/api/v1/areas/{code}", path: "/api/v1/areas/9901"),
    Asked(pattern: "/api/v1/areas/{code}", path: "/api/v1/areas/gamlebo"),
    Asked(pattern: "/api/v1/areas/{code}", path: "/api/v1/areas/finnes-ikke", status: 404),
    Asked(pattern: "/api/v1/organisations", path: "/api/v1/organisations"),
    Asked(
      pattern: "/api/v1/organisations", path: "/api/v1/organisations?kind=service&within=9901"),
    Asked(pattern: "/api/v1/organisations/{id}", path: "/api/v1/organisations/fjordvik"),
    Asked(pattern: "/api/v1/organisations/{id}", path: "/api/v1/organisations/nedlagt?lang=en"),
    Asked(pattern: "/api/v1/designations/{id}", path: "/api/v1/designations/fjordvik-slt"),
    Asked(pattern: "/api/v1/designations/{id}", path: "/api/v1/designations/skole-ressurs"),
    Asked(pattern: "/api/v1/functions", path: "/api/v1/functions"),
    Asked(
      pattern: "/api/v1/functions/{id}", path: "/api/v1/functions/slt-coordinator?lang=en"),
    Asked(pattern: "/api/v1/functions/{id}", path: "/api/v1/functions/unheld"),
    Asked(pattern: "/api/v1/functions/{id}", path: "/api/v1/functions/x", status: 404),
    Asked(pattern: "/api/v1/concerns", path: "/api/v1/concerns?lang=nn"),
    Asked(pattern: "/api/v1/plans/{id}", path: "/api/v1/plans/fjordvik-plan"),
    Asked(pattern: "/api/v1/measures", path: "/api/v1/measures?plan=fjordvik-plan"),
    Asked(pattern: "/api/v1/offerings", path: "/api/v1/offerings?concern=extremism"),
    Asked(
      pattern: "/api/v1/search", path: "/api/v1/search",
      body: #"{"text": "fjordvik", "kinds": ["area", "organisation"], "limit": 8}"#),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers",
      body: #"{"place": "9901", "concern": "extremism", "asker": "employee", "age": 15}"#),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers",
      body: #"{"place": "9901", "severity": "acute", "at": "2026-05-01"}"#),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers",
      body: #"{"place": "Langtvekkistan", "severity": "acute"}"#),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers",
      body: #"{"place": "9901", "age": "mange", "concern": "zz", "wishes": ["anonymous"]}"#),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers",
      body: #"{"place": "Langtvekkistan", "strict": true}"#, status: 422),
    Asked(
      pattern: "/api/v1/answers", path: "/api/v1/answers", body: #"{"plce": "9901"}"#, status: 400),
  ]

  @Test("A response is as its schema says", arguments: asked)
  func conforms(_ asked: Asked) async throws {
    try await InventedSite().visit { visitor in
      let document = try JSONReader.value(
        of: Array(await visitor.get("/openapi.json").text.utf8))
      let page =
        if let body = asked.body {
          try await visitor.post(asked.path, body: body, contentType: "application/json")
        } else {
          try await visitor.get(asked.path)
        }
      #expect(page.status == asked.status)
      let method = asked.body == nil ? "get" : "post"
      let response = try #require(
        document["paths"]?[asked.pattern]?[method]?["responses"]?[String(page.status)])
      let content = try #require(response["content"]?.members.first)
      #expect(page.headers[.contentType] == content.name)
      let schema = try #require(content.value["schema"])
      let value = try JSONReader.value(of: Array(page.text.utf8))
      #expect(SchemaCheck(document: document).faults(value, schema) == [])
      #expect((page.headers[.eTag] == nil) == (response["headers"]?["ETag"] == nil))
    }
  }

  @Test func `The check of schemas sees what is wrong`() async throws {
    let check = SchemaCheck(document: try await OpenAPITests.document())
    let schema = ["$ref": "#/components/schemas/EmergencyNumber"] as JSONValue
    let good = ["number": "112", "label": "Politi", "dial": "tel:112"] as JSONValue
    #expect(check.faults(good, schema) == [])
    #expect(check.faults(good.with("dial", 112), schema) == ["$.dial: not of type [\"string\"]"])
    #expect(check.faults(good.with("more", 1), schema) == ["$: `more` is not promised"])
    #expect(check.faults(["number": "112"], schema).count == 2)
  }

  @Test func `Every word that the document lists for a question is understood`() async throws {
    try await InventedSite().visit { visitor in
      let document = try JSONReader.value(
        of: Array(await visitor.get("/openapi.json").text.utf8))
      let schemas = document["components"]?["schemas"]
      let properties = try #require(schemas?["Question"]?["properties"])
      var count = 0
      for property in properties.members where property.name != "lang" {
        for word in OpenAPITests.words(property.value, schemas ?? .null) {
          let place = ["place": "9901"] as JSONValue
          let isList = property.name == "wishes"
          let body = place.with(property.name, isList ? .array([word]) : word)
          let page = try await visitor.post(
            "/api/v1/answers", body: String(decoding: body.bytes, as: UTF8.self),
            contentType: "application/json")
          #expect(page.status == 200, "\(property.name): \(word)")
          count += 1
        }
      }
      #expect(count > 40)
    }
  }

  @Test func `The examples of the document answer`() async throws {
    try await InventedSite().visit { visitor in
      let document = try JSONReader.value(
        of: Array(await visitor.get("/openapi.json").text.utf8))
      for path in (document["paths"] ?? .null).members {
        for operation in path.value.members {
          var address = path.name
          for parameter in operation.value["parameters"]?.items ?? [] {
            guard parameter["in"] == "path" else { continue }
            let example = try #require(parameter["example"]?.text, "\(path.name)")
            address = address.replacing("{\(parameter["name"]?.text ?? "")}", with: example)
          }
          let content = operation.value["requestBody"]?["content"]?["application/json"]
          let page =
            if let example = content?["example"] {
              try await visitor.post(
                address, body: String(decoding: example.bytes, as: UTF8.self),
                contentType: "application/json")
            } else {
              try await visitor.get(address)
            }
          #expect(page.status == 200, "\(operation.name) \(address): \(page.text)")
        }
      }
    }
  }

  @Test func `Every operation has an example, which is what its address answers`() async throws {
    try await InventedSite().visit { visitor in
      let document = try JSONReader.value(
        of: Array(await visitor.get("/openapi.json").text.utf8))
      let check = SchemaCheck(document: document)
      for operation in (document["paths"] ?? .null).members.flatMap(\.value.members) {
        let id = operation.value["operationId"]?.text ?? ""
        let content = try #require(
          operation.value["responses"]?["200"]?["content"]?.members.first, "\(id)")
        let example = try #require(content.value["examples"]?["seed"], "\(id)")
        let path = try #require(example["summary"]?.text?.split(separator: " ").last, "\(id)")
        let body = operation.value["requestBody"]?["content"]?["application/json"]?["example"]
        let page =
          if let body {
            try await visitor.post(
              String(path), body: String(decoding: body.bytes, as: UTF8.self),
              contentType: "application/json")
          } else {
            try await visitor.get(String(path))
          }
        #expect(page.status == 200, "\(id): \(path)")
        let value = try #require(example["value"], "\(id)")
        if content.name == "application/json" {
          #expect(try JSONReader.value(of: Array(page.text.utf8)) == value, "\(id)")
          #expect(check.faults(value, try #require(content.value["schema"])) == [], "\(id)")
        } else {
          #expect(value.text == page.text, "\(id)")
        }
      }
    }
  }

  private static func words(_ schema: JSONValue, _ schemas: JSONValue) -> [JSONValue] {
    if let name = schema["$ref"]?.text?.split(separator: "/").last {
      return words(schemas[String(name)] ?? .null, schemas)
    }
    let own = schema["enum"]?.items ?? []
    let choices = (schema["anyOf"]?.items ?? []).flatMap { words($0, schemas) }
    return own + choices + (schema["items"].map { words($0, schemas) } ?? [])
  }

  private static func document() async throws -> JSONValue {
    let view = try InventedSite.view()
    return OpenAPIDocument(Site.operations, over: view, budgets: .usual).json
  }
}

extension InventedSite {
  /// What a response over the invented registry is made from.
  static func view(_ language: String = "nb") throws -> APIView {
    let edition = try #require(try InventedSite().current().taken.edition)
    let time = try OsloTime()
    return APIView(
      edition: edition, time: time, moment: time.moment(at: now), language: .init(language),
      build: "test")
  }
}
