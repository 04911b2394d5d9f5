import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Web

@testable import Site

/// How many bytes a phone fetches, over the real seeds.
@Suite struct WeightTests {
  private static let bytesMax = 60_000

  private func sent(_ path: String, from visitor: Visitor) async throws -> (Int, HTTPFields) {
    let headers: HTTPFields = [.acceptEncoding: "gzip, deflate, br"]
    let response = try await visitor.client.executeRequest(
      uri: path, method: .get, headers: headers, body: nil)
    #expect(response.status == .ok, "\(path)")
    return (response.body.readableBytes, response.headers)
  }

  /// The assets that a page names, as sent.
  private func assets(of page: String, from visitor: Visitor) async throws -> Int {
    let paths = Set(page.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/).map { String($0.1) })
    #expect(!paths.isEmpty)
    var bytes = 0
    for path in paths.sorted() {
      let (count, headers) = try await sent(path, from: visitor)
      #expect(headers[.contentEncoding] == "gzip", "\(path)")
      bytes += count
    }
    return bytes
  }

  @Test("The start page with all that it fetches is at most 60 kB, in every language")
  func start() async throws {
    try await RealSeedTests.visit { visitor, _ in
      for path in ["/", "/nn", "/en"] {
        let (own, headers) = try await sent(path, from: visitor)
        #expect(headers[.contentEncoding] == "gzip")
        let all = own + (try await assets(of: try await visitor.get(path).text, from: visitor))
        print("as sent: \(path) \(own) bytes, with its assets \(all)")
        #expect(all <= Self.bytesMax, "\(path)")
      }
    }
  }

  @Test("An answer with all that it fetches is at most 60 kB, and is told once")
  func answer() async throws {
    try await RealSeedTests.visit { visitor, _ in
      for (place, concern, severity) in [
        ("Trondheim", "extremism", "grave"), ("Trondheim", "", ""),
        ("Holmestrand", "violence-at-home", "acute"), ("Bærum", "child-at-risk", "grave"),
        ("Vardø", "", "mild"), ("Våler", "", ""),
      ] {
        let page = try await visitor.post(
          "/svar", [("place", place), ("concern", concern), ("severity", severity), ("age", "15")])
        #expect(page.status == 200 && page.headers[.contentEncoding] == nil)
        let all = page.text.utf8.count + (try await assets(of: page.text, from: visitor))
        print("as sent: answer \(place) \(page.text.utf8.count) bytes, with its assets \(all)")
        #expect(all <= Self.bytesMax, "\(place) \(concern)")
      }
    }
  }

  @Test("The shapes of all municipalities are at most 100 kB")
  func shapes() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let (bytes, headers) = try await sent("/assets/omriss-nb", from: visitor)
      print("as sent: the shapes \(bytes) bytes")
      #expect(headers[.contentEncoding] == "gzip" && bytes <= 100_000)
      #expect(try await visitor.get("/assets/omriss-nb").text.utf8.count <= 100_000)
    }
  }
}
