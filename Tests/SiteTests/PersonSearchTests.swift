import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Site

/// One rule of who may be found by name, wherever it is asked.
@Suite struct PersonSearchTests {
  /// What is not the whole of a word of the name, or has a letter wrong.
  static let fragments = [
    "F", "V", "fø", "va", "Før", "Førs", "Først", "akt", "ste", "Førte", "Vakk", "Vat", "F V",
    "Første V", "F. Vakt", "Vakt Fø",
  ]

  private static func search(_ visitor: Visitor, _ text: String, _ kinds: String) async throws
    -> String
  {
    try await visitor.post(
      "/api/v1/search", body: #"{"text":"\#(text)"\#(kinds),"limit":50}"#,
      contentType: "application/json"
    ).text
  }

  @Test(
    "Nobody finds a person by a part of a name: page, API and suggestions", arguments: fragments)
  func parts(text: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post("/sok", [("q", text)])
      #expect(page.status == 200 && !page.text.contains("Første Vakt"))
      for kinds in [
        #","kinds":["person"]"#, #","kinds":["person","area","function"]"#, "", #","kinds":null"#,
      ] {
        let found = try await PersonSearchTests.search(visitor, text, kinds)
        #expect(found.contains("results") && !found.contains("Første Vakt"), "\(kinds)")
        #expect(!found.contains("\"kind\":\"person\""), "\(kinds)")
      }
    }
  }

  @Test(
    "Who writes whole words of a name finds the person, however they are spelled",
    arguments: ["Første Vakt", "vakt", "FØRSTE", "Vakt Første", "foerste  vakt"])
  func whole(text: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post("/sok", [("q", text)])
      #expect(page.text.contains("Første Vakt"))
      for kinds in [#","kinds":["person"]"#, ""] {
        let found = try await PersonSearchTests.search(visitor, text, kinds)
        #expect(found.contains("\"kind\":\"person\""), "\(kinds)")
      }
    }
  }

  @Test("Whatever may hold a person's name is marked for search engines to leave alone")
  func robots() async throws {
    try await InventedSite().visit { visitor in
      let robots = try #require(HTTPField.Name("X-Robots-Tag"))
      for path in [
        "/kontakt/fjordvik-slt", "/en/kontakt/fjordvik-slt",
        "/api/v1/designations/fjordvik-slt", "/api/v1/designations/fjordvik-slt.vcf",
        "/api/v1/organisations/fjordvik.vcf", "/api/v1/organisations/fjordvik",
        "/api/v1/functions/slt-coordinator", "/api/v1/areas/9901",
        "/api/v1/functions/slt-coordinator/designations", "/api/v1/plans/fjordvik-plan",
      ] {
        for method in [HTTPRequest.Method.get, .head] {
          let page = try await visitor.get(path, method: method)
          #expect(page.status == 200 && page.headers[robots] == "noindex", "\(path)")
        }
        let tag = try #require(try await visitor.get(path).headers[.eTag])
        let held = try await visitor.get(path, [.ifNoneMatch: tag])
        #expect(held.status == 304 && held.headers[robots] == "noindex", "\(path)")
      }
      for path in ["/sted/9901-fjordvik", "/organisasjon/fjordvik", "/"] {
        #expect(try await visitor.get(path).headers[robots] == nil, "\(path)")
      }
    }
  }
}
