import Foundation
import Hummingbird
import HummingbirdTesting
import Registry
import SeedFiles
import Testing
import Presentation
import Web

@testable import Site

/// The whole site over the invented registry in `Examples/`, through the router without sockets.
struct InventedSite {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path()
  /// 2026-06-01T10:00 in Oslo, a Monday.
  static let now: Int64 = 1_780_300_800
  /// Its day.
  static let today = Day(number: Int32(now / 86_400))

  let snapshot: Snapshot

  /// - Parameter renamed: what a name becomes behind the loader, which lets few signs through.
  init(
    _ change: (String) -> String = { $0 }, renamed: (String) -> String = { $0 }
  ) throws {
    let paths = ["registry", "plan", "old-plan"].map {
      InventedSite.folder + "Examples/\($0).yaml"
    }
    let texts = try SeedFolder.texts(at: paths).map {
      SeedText(path: $0.path, text: change(String(decoding: $0.bytes, as: UTF8.self)))
    }
    var snapshot = try SeedReader(existing: Snapshot()).read(texts).snapshot
    snapshot.names = snapshot.names.map { name in
      Name(
        id: name.id, subject: name.subject, language: name.language, kind: name.kind,
        text: renamed(name.text), plan: name.plan, valid: name.valid, citation: name.citation)
    }
    snapshot.personDetails = snapshot.personDetails.map { person in
      PersonDetail(id: person.id, name: renamed(person.name))
    }
    self.snapshot = snapshot
  }

  func current(stale: Bool = false) -> CurrentEdition {
    let current = CurrentEdition(
      Edition(
        compiling: snapshot, on: InventedSite.today, origin: .database,
        readAt: InventedSite.now - 3600))
    if stale { current.markStale(since: InventedSite.now - 1800) }
    return current
  }

  func visit(
    stale: Bool = false, burst: Double = 10_000,
    _ test: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    try await InventedSite.visit(current(stale: stale), burst: burst, test)
  }

  static func visit(
    _ current: CurrentEdition, burst: Double = 10_000, operatedBy: Operator = .unnamed,
    build: String = "test", makers: Makers = Makers(), now: Int64 = InventedSite.now,
    _ test: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    let site = Site(
      current: current, time: try OsloTime(), build: build, operatedBy: operatedBy,
      makers: makers, now: { now })
    let limit = RateLimit(
      Budgets(each: Budget(burst: burst, perSecond: 0.001)), routes: site.routes)
    let app = Application(responder: site.responder(limit: limit))
    try await app.test(.router) { client in
      try await test(Visitor(client: client))
    }
  }
}

/// Somebody with a browser that keeps nothing.
struct Visitor: Sendable {
  let client: any TestClientProtocol

  struct Page: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
  }

  func get(_ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get)
    async throws -> Page
  {
    try await page(client.executeRequest(uri: path, method: method, headers: headers, body: nil))
  }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> Page {
    let body = fields.map { "\(Visitor.encoded($0.0))=\(Visitor.encoded($0.1))" }
    return try await post(path, body: body.joined(separator: "&"))
  }

  func post(
    _ path: String, body: String,
    contentType: String = "application/x-www-form-urlencoded"
  ) async throws -> Page {
    try await page(
      client.executeRequest(
        uri: path, method: .post, headers: [.contentType: contentType],
        body: ByteBuffer(string: body)))
  }

  private func page(_ response: TestResponse) -> Page {
    Page(
      status: Int(response.status.code), headers: response.headers,
      text: String(buffer: response.body))
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
