import Foundation
import HTTPTypes
import Registry
import Synchronization
import Testing
import Web

@testable import Site

/// What is heavy is made on threads of its own, and stands in nobody's way.
@Suite struct MakersTests {
  private static let heavy = ["/plan/fjordvik-plan", "/nn/sted/9901-fjordvik", "/en/sok"]

  /// Both makers at work until the test is done.
  private static func holding(
    waitingMax: Int = 0, _ test: @escaping @Sendable (Edition, Visitor) async throws -> Void,
    before: @escaping @Sendable (Visitor) async throws -> Void = { _ in }
  ) async throws {
    let edition = Edition(
      compiling: try InventedSite().snapshot, on: InventedSite.today, origin: .database,
      readAt: InventedSite.now - 3600)
    let makers = Makers(threads: 2, waitingMax: waitingMax)
    let held = DispatchSemaphore(value: 0)
    defer { for _ in 0..<2 { held.signal() } }
    try await InventedSite.visit(CurrentEdition(edition), makers: makers) { visitor in
      try await before(visitor)
      while makers.busy > 0 { await Task.yield() }
      for _ in 0..<2 { try makers.put { held.wait() } }
      try await test(edition, visitor)
    }
  }

  @Test("With every maker held, a kept page, an answer and what stands by itself still come")
  func light() async throws {
    try await MakersTests.holding { _, visitor in
      for path in ["/sted/9901-fjordvik", "/api/v1/areas/9901", "/om", "/assets/none.css"] {
        let page = try await visitor.get(path)
        #expect(page.status == (path.hasPrefix("/assets") ? 404 : 200), "\(path)")
      }
      for severity in ["mild", "acute"] {
        let page = try await visitor.post(
          "/svar", [("place", "9901"), ("concern", "extremism"), ("severity", severity)])
        #expect(page.status == 200 && page.text.contains("tel:112"))
        let json = try await visitor.post(
          "/api/v1/answers", body: #"{"place":"9901","severity":"\#(severity)"}"#,
          contentType: "application/json")
        #expect(json.status == 200)
      }
      let found = try await visitor.post("/sok", [("q", "Fjordvik")])
      #expect(found.status == 200)
    } before: { visitor in
      for path in ["/sted/9901-fjordvik", "/api/v1/areas/9901"] { _ = try await visitor.get(path) }
    }
  }

  @Test("A third heavy page is refused at once, with the emergency numbers, in each language")
  func refused() async throws {
    try await MakersTests.holding { _, visitor in
      for (path, words) in zip(
        MakersTests.heavy, ["For mange sider", "For mange sider", "Too many"])
      {
        let page = try await visitor.get(path)
        #expect(page.status == 503 && page.headers[.retryAfter] == "2", "\(path)")
        #expect(page.text.contains(words), "\(path)")
        for number in ["tel:112", "tel:02800", "tel:116117", "tel:116111"] {
          #expect(page.text.contains(number), "\(path): \(number)")
        }
      }
      for path in [
        "/api/v1/areas/9901", "/api/v1/organisations?limit=2", "/openapi.json",
        "/api/v1/functions/slt-coordinator/designations",
      ] {
        let problem = try await visitor.get(path)
        #expect(problem.status == 503 && problem.headers[.retryAfter] == "2", "\(path)")
        #expect(problem.headers[.contentType] == "application/problem+json", "\(path)")
        #expect(problem.text.contains(#""dial":"tel:112""#), "\(path)")
      }
    }
  }

  @Test("Two who ask for one page at once cause one making, and both have it")
  func once() async throws {
    let edition = Edition(
      compiling: try InventedSite().snapshot, on: InventedSite.today, origin: .database,
      readAt: InventedSite.now - 3600)
    let makers = Makers(threads: 2)
    let held = DispatchSemaphore(value: 0)
    for _ in 0..<2 { try makers.put { held.wait() } }
    try await InventedSite.visit(CurrentEdition(edition), makers: makers) { visitor in
      try await withThrowingTaskGroup(of: Visitor.Page.self) { group in
        for _ in 0..<2 { group.addTask { try await visitor.get("/plan/fjordvik-plan") } }
        while edition.kept.waiting < 2 { await Task.yield() }
        for _ in 0..<2 { held.signal() }
        var texts: Set<String> = []
        for try await page in group {
          #expect(page.status == 200)
          texts.insert(page.text)
        }
        #expect(texts.count == 1)
      }
    }
    #expect(edition.kept.makings == 1 && edition.kept.waiting == 0)
  }
}
