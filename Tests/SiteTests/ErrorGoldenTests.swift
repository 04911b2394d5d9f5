import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import Presentation
import Web

@testable import Site

/// What a visitor and a program get when something goes wrong inside or too much is asked.
@Suite struct ErrorGoldenTests {
  /// Says what nobody outside may read.
  private struct Secret: Error, CustomStringConvertible {
    let description = "nattergal: password=kanarifugl at /srv/varde/Refresher.swift:12"
  }

  /// A site with two doors that fail inside, and a note of what was observed.
  private static func visit(
    burst: Double = 10_000,
    _ test: @escaping @Sendable (Visitor, Notes) async throws -> Void
  ) async throws {
    let site = Site(
      current: try InventedSite().current(), time: try OsloTime(), build: "test",
      now: { InventedSite.now })
    let notes = Notes()
    let faults = ["/feil", "/nn/feil", "/en/feil", "/api/v1/feil", "/feil/{navn}"].map { path in
      Route(.get, path, .page) { _, _ in throw Secret() }
    }
    let limit = RateLimit(
      Budgets(each: Budget(burst: burst, perSecond: 0.001)), routes: site.routes)
    let responder = site.responder(
      observer: Observer([notes.note]), limit: limit, more: faults)
    try await Application(responder: responder).test(.router) { client in
      try await test(Visitor(client: client), notes)
    }
  }

  @Test(arguments: [
    ("/feil", "error-500.html"), ("/nn/feil", "error-500.nn.html"),
    ("/en/feil", "error-500.en.html"), ("/api/v1/feil", "API/failure.json"),
  ])
  func `a fault inside is told to nobody but the log, and there only by its kind`(
    _ path: String, _ golden: String
  ) async throws {
    try await Self.visit { visitor, notes in
      let page = try await visitor.get(path)
      #expect(page.status == 500)
      try Golden(name: golden).expect(page)
      let whole = page.text + page.headers.map(\.description).joined()
      for word in ["nattergal", "kanarifugl", "Secret", "swift"] {
        #expect(!whole.contains(word), "\(word)")
      }
      #expect(path.hasPrefix("/api") || page.text.contains("tel:112"))
      #expect(page.headers[.cacheControl] == "no-store")
      let observations = notes.observations
      #expect(observations.contains { $0.isServed(path, status: 500) })
      let failure = observations.first { if case .failed = $0 { true } else { false } }
      guard case .failed(let pattern, let kind) = failure else {
        Issue.record("no failure was observed")
        return
      }
      #expect(pattern == path)
      #expect(kind.hasSuffix("Secret"))
      #expect(!"\(observations)".contains("nattergal"))
    }
  }

  @Test(arguments: [
    ("/svar", "error-413.html"), ("/nn/svar", "error-413.nn.html"),
    ("/en/svar", "error-413.en.html"), ("/api/v1/answers", "API/too-large.json"),
  ])
  func `a body that is too large is refused`(_ path: String, _ golden: String) async throws {
    try await Self.visit { visitor, _ in
      let page = try await visitor.post(
        path, body: "\"" + String(repeating: "a", count: 17_000) + "\"",
        contentType: path.hasPrefix("/api")
          ? "application/json" : "application/x-www-form-urlencoded")
      #expect(page.status == 413)
      try Golden(name: golden).expect(page)
    }
  }

  @Test(arguments: [
    ("/om", "error-429.html"), ("/nn/om", "error-429.nn.html"), ("/en/om", "error-429.en.html"),
    ("/api/v1/areas", "API/too-many.json"),
  ])
  func `who asks too much is told when to come back`(_ path: String, _ golden: String) async throws
  {
    try await Self.visit(burst: 1) { visitor, notes in
      #expect(try await visitor.get(path).status == 200)
      let page = try await visitor.get(path)
      #expect(page.status == 429)
      #expect(page.headers[.retryAfter].flatMap { Int($0) } ?? 0 >= 900)
      // The seconds run while the test does.
      let steady = page.text.replacing(/\b(9\d\d|1000)\b/, with: "1000")
      try Golden(name: golden).expect(
        Visitor.Page(status: page.status, headers: page.headers, text: steady))
      #expect(notes.observations.contains { $0 == .limited(pattern: path) })
    }
  }

  @Test func `without a registry a program is told to try again`() async throws {
    try await InventedSite.visit(CurrentEdition()) { visitor in
      let page = try await visitor.get("/api/v1/areas")
      #expect(page.headers[.retryAfter] == "15")
      try Golden(name: "API/not-ready.json").expect(page)
    }
  }
}

/// Remembers what was observed.
private final class Notes: Sendable {
  private let state = Mutex<[Observation]>([])

  var observations: [Observation] { state.withLock { $0 } }

  func note(_ observation: Observation) {
    state.withLock { $0.append(observation) }
  }
}

extension Observation {
  fileprivate func isServed(_ pattern: String, status: Int) -> Bool {
    if case .served(_, pattern, status, _, _) = self { return true }
    return false
  }
}
