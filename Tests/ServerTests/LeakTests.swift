import Foundation
import PQ
import Registry
import Testing
import TestSupport

/// What only the desk may see must be nowhere on the public side.
@Suite struct LeakTests {
  @Test func `nothing that is for the desk is in any page, JSON, card, search, file or error`()
    async throws
  {
    let found = try await Self.sweep(try await Town.make(hidden: .desk), for: Town.canaries)
    #expect(found.canaries == [])
    #expect(found.places == [])
    #expect(found.pages > 15)
    #expect(found.refusals < found.pages / 2, "most of what was asked for was refused")
  }

  @Test func `the same canaries are found when they are made public`() async throws {
    let found = try await Self.sweep(try await Town.make(hidden: .public), for: Town.canaries)
    #expect(found.canaries == Set(Town.canaries))
    #expect(found.places == ["file", "text/html", "application/json", "text/vcard", "search"])
  }

  @Test func `nothing that begins or ends on a coming day is told, but in the file of the node`()
    async throws
  {
    let town = try await Town.make(of: Town.text(changingOn: "2999-07-08"))
    let found = try await Self.sweep(town, for: Town.comingCanaries)
    #expect(found.places == ["file"])
    #expect(found.pages > 15)
    #expect(found.refusals < found.pages / 2, "most of what was asked for was refused")
  }

  @Test func `the same is told when its day has come`() async throws {
    let town = try await Town.make(of: Town.text(changingOn: "2020-07-08"))
    let canaries = Town.comingCanaries.filter { $0 != "2999" }
    let found = try await Self.sweep(town, for: canaries)
    #expect(found.canaries == Set(canaries))
    #expect(found.places == ["file", "text/html", "application/json", "text/vcard", "search"])
  }

  private struct Found {
    let wanted: [String]
    var canaries: Set<String> = []
    /// The kinds of places where some canary was.
    var places: Set<String> = []
    var pages = 0
    var refusals = 0

    mutating func look(in answer: WireAnswer, as kind: String? = nil) {
      pages += 1
      if answer.status >= 400 { refusals += 1 }
      let type = answer.field("content-type")?.split(separator: ";").first.map { String($0) }
      look(in: answer.all, as: kind ?? type ?? "nothing")
    }

    mutating func look(in text: String, as kind: String) {
      let canaries = wanted.filter { text.contains($0) }
      self.canaries.formUnion(canaries)
      if !canaries.isEmpty { places.insert(kind) }
    }
  }

  /// Walks every link from the start page and the API, asks, searches, and reads the file.
  private static func sweep(_ town: Town, for canaries: [String]) async throws -> Found {
    let folder = try Folder()
    return try await Running.node(town.reader, folder: folder.path) { node in
      try await node.ready()
      try await node.witness.sees("the file written", \.isWritten)
      var found = Found(wanted: canaries)
      for text in try folder.texts() { found.look(in: text, as: "file") }
      var queue = [
        "/", "/nn", "/en", "/om", "/openapi.json", "/api/v1/areas", "/api/v1/areas/9901",
        "/api/v1/organisations", "/api/v1/functions", "/api/v1/concerns", "/api/v1/measures",
        "/api/v1/offerings", "/sted/9901-tranvik", "/sted/9901-tranvik/liste", "/sted/skjult",
      ]
      queue += try identities().map { "/api/v1/organisations/\($0)" }
      var seen = Set(queue)
      while let path = queue.popLast(), found.pages < 400 {
        let answer = try await node.site.get(path)
        found.look(in: answer)
        for link in links(in: answer.body) where seen.insert(link).inserted { queue.append(link) }
      }
      for answer in try await asked(node.site) + searched(node.site) {
        found.look(in: answer)
        for link in links(in: answer.body) where seen.insert(link).inserted {
          found.look(in: try await node.site.get(link))
        }
      }
      for answer in try await searched(node.site) { found.look(in: answer, as: "search") }
      return found
    }
  }

  private static func identities() throws -> [String] {
    try Town.snapshot().organisations.map(\.id.description)
  }

  private static func links(in text: String) -> [String] {
    text.matches(of: #/(?:href="|")(\/[^"\s#?]*)/#).map { String($0.1) }
      .filter { !$0.hasPrefix("//") && !$0.contains("{") }
  }

  private static func asked(_ site: Client) async throws -> [WireAnswer] {
    var answers: [WireAnswer] = []
    for question in [
      "place=9901&concern=radikalisering", "place=9901&function=SLT-koordinator",
      "place=9901&function=adviser", "place=9901&asker=employee&workplace=Klubben",
      "place=9901&concern=radikalisering&severity=acute", "place=Skjult", "place=9901&function=Ola",
      "place=9901&concern=radikalisering&at=3000-01-01T10:00",
    ] { answers.append(try await site.post("/svar", question)) }
    for function in ["slt-coordinator", "adviser", "Kari", "Ola"] {
      answers.append(
        try await site.post(
          "/api/v1/answers", #"{"place": "9901", "function": "\#(function)"}"#,
          type: "application/json"))
    }
    return answers
  }

  private static func searched(_ site: Client) async throws -> [WireAnswer] {
    var answers: [WireAnswer] = []
    // The beginnings of the canaries: the page repeats what was asked, but not more than that.
    for word in [
      "Kari", "Skjult", "Utpekt", "Ola", "339988", "kanarifugl", "Kanari", "kommune", "Kommen",
    ] {
      answers.append(try await site.post("/sok", "q=\(word)"))
      answers.append(
        try await site.post(
          "/api/v1/search", #"{"query": "\#(word)"}"#, type: "application/json"))
    }
    return answers
  }
}
