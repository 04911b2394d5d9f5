import Foundation
import HTTPTypes
import Presentation
import Registry
import Search
import Testing
import Web

@testable import Site

/// Nobody is refused without a way on: what is not understood is told, and the rest is answered.
@Suite struct WayOnTests {
  struct Asked: Sendable, CustomTestStringConvertible {
    let body: String
    var notUnderstood: [String] = []
    var place: String? = "9901"

    var testDescription: String { body }
  }

  static let asked: [Asked] = [
    Asked(body: #"{"place": "Langtvekkistan"}"#, notUnderstood: ["place"], place: nil),
    Asked(body: #"{"place": ""}"#, notUnderstood: ["place"], place: nil),
    Asked(
      body: #"{"place": "Langtvekkistan", "age": "mange", "concern": "qqzz"}"#,
      notUnderstood: ["place", "concern", "age"], place: nil),
    Asked(
      body: #"{"place": "9901", "concern": "noe helt annet"}"#, notUnderstood: ["concern"]),
    Asked(body: #"{"place": "9901", "workplace": "qqzz"}"#, notUnderstood: ["workplace"]),
    Asked(body: #"{"place": "9901", "asker": "qqzz"}"#, notUnderstood: ["asker"]),
    Asked(body: #"{"place": "9901", "severity": "x"}"#, notUnderstood: ["severity"]),
    Asked(body: #"{"place": "9901", "function": "qqzz"}"#, notUnderstood: ["function"]),
    Asked(body: #"{"place": "9901", "wishes": ["qqzz"]}"#, notUnderstood: ["wish"]),
    Asked(body: #"{"place": "9901", "age": 131}"#, notUnderstood: ["age"]),
    Asked(body: #"{"place": "9901", "age": -1}"#, notUnderstood: ["age"]),
    Asked(body: #"{"place": "9901", "age": 1e300}"#, notUnderstood: ["age"]),
    Asked(body: #"{"place": "9901", "age": "15-17"}"#, notUnderstood: ["age"]),
    Asked(body: #"{"place": "9901", "age": "15"}"#),
    Asked(body: #"{"place": "9901", "age": "15år"}"#),
    Asked(body: #"{"place": "9901", "age": "8 måneder", "asker": "", "concern": " "}"#),
    Asked(body: #"{"place": "9901", "age": "nyfødt", "strict": true}"#),
    Asked(body: #"{"place": "9901", "at": "2021-12-01T10:00:00.000Z", "lang": "nb-NO"}"#),
    Asked(body: #"{"place": "9901", "lang": "no", "strict": null}"#),
  ]

  @Test("Every question is answered, with what was not understood", arguments: asked)
  func answered(_ asked: Asked) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/api/v1/answers", body: asked.body, contentType: "application/json")
      #expect(page.status == 200, "\(page.text)")
      let answer = try JSONReader.value(of: Array(page.text.utf8))
      #expect(answer["question"]?["place"]?.text == asked.place)
      let told = answer["notUnderstood"]?.items ?? []
      #expect(told.compactMap { $0["field"]?.text } == asked.notUnderstood)
      #expect(answer["ladder"]?.items.isEmpty == false)
      #expect(answer["emergency"]?.items.first?["number"] == "112")
    }
  }

  @Test func `Several places are told with what to write, and none is answered for`() async throws {
    let site = try InventedSite { $0.replacing("name: Tomvik", with: "name: Skogen") }
    try await site.visit { visitor in
      let page = try await visitor.post(
        "/api/v1/answers", body: #"{"place": "Skogen", "age": 15}"#,
        contentType: "application/json")
      let answer = try JSONReader.value(of: Array(page.text.utf8))
      #expect(page.status == 200)
      #expect(answer["question"]?["place"] == .null)
      #expect(answer["question"]?["age"]?.integer == 15)
      let told = try #require(answer["notUnderstood"]?.items.first)
      #expect(told["field"] == "place" && told["written"] == "Skogen")
      let candidates = told["candidates"]?.items ?? []
      #expect(candidates.count == 2)
      #expect(Set(candidates.compactMap { $0["name"]?.text }).count == 2, "told apart: \(told)")
      for candidate in candidates {
        let write = try #require(candidate["write"]?.text)
        let body = ["place": .string(write), "strict": true] as JSONValue
        let chosen = try await visitor.post(
          "/api/v1/answers", body: String(decoding: body.bytes, as: UTF8.self),
          contentType: "application/json")
        #expect(chosen.status == 200, "\(write)")
      }
    }
  }

  @Test func `A wish that cannot be met is told`() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/api/v1/answers", body: #"{"place": "9901", "wishes": ["not-police", "in-writing"]}"#,
        contentType: "application/json")
      let answer = try JSONReader.value(of: Array(page.text.utf8))
      let unmet = answer["unmet"]?.items.compactMap(\.text) ?? []
      let channels = answer["ladder"]?.items.flatMap { rung in
        rung["contact"]?["channels"]?.items ?? []
      }
      let written = channels?.contains { channel in
        ["email", "sms", "form", "chat"].contains(channel["kind"]?.text)
          && channel["value"] != .null
      }
      #expect(unmet.contains("in-writing") == (written == false))
      #expect(Set(unmet).isSubset(of: ["not-police", "in-writing"]))
    }
  }

  @Test("Every label of the form and every code means itself, in every language")
  func labels() throws {
    let view = try InventedSite.view()
    for language in [Language.bokmål, .nynorsk, .english] {
      let words = Presentation.words(in: language)
      func read(_ change: (inout QuestionText) -> Void) -> Question? {
        var text = QuestionText(place: "9901", moment: view.moment, language: language)
        change(&text)
        guard case .understood(let question, _) = view.edition.search.read(text) else { return nil }
        return question
      }
      for asker in Asker.allCases {
        for text in [asker.rawValue, words.asker(asker)] {
          #expect(read { $0.asker = text }?.asker == asker, "\(text)")
        }
      }
      for severity in Severity.allCases {
        for text in [severity.rawValue, words.severity(severity)] {
          #expect(read { $0.severity = text }?.severity == severity, "\(text)")
        }
      }
      for wish in Wish.allCases {
        for text in [wish.rawValue, words.wish(wish)] {
          #expect(read { $0.wishes = [text] }?.wishes == [wish], "\(text)")
        }
      }
    }
  }

  @Test(
    "A page answers without what it does not understand, and offers what was perhaps meant",
    arguments: [
      ("", "Dette ble ikke forstått"), ("/nn", "Dette vart ikkje forstått"),
      ("/en", "This was not understood"),
    ])
  func page(_ prefix: String, _ heading: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        prefix + "/svar",
        [("place", "Fjordvik"), ("age", "15-16"), ("workplace", "qqzz"), ("concern", "qqzz")])
      #expect(page.status == 200)
      #expect(page.text.contains(heading) && page.text.contains("id=\"not-understood\""))
      #expect(page.text.contains("name=\"choose-age\" value=\"15\""))
      #expect(page.text.contains("class=\"door\""))
      #expect(page.headers[.cacheControl] == "no-store")
      let clear = try await visitor.post(
        prefix + "/svar", [("place", "Fjordvik"), ("age", "15år")])
      #expect(!clear.text.contains("id=\"not-understood\""))
    }
  }
}
