import Foundation
import Hummingbird
import Registry
import Testing

@testable import Site

/// What holds for every page, whatever it shows.
@Suite struct PageTests {
  /// One page of each kind, as GET.
  static let paths = [
    "/", "/sok", "/sted/9901-fjordvik", "/sted/9901-fjordvik/liste", "/sted/9902-skogen",
    "/sted/9804-gamlebo", "/sted/990101-nord", "/organisasjon/fjordvik", "/organisasjon/kultur",
    "/organisasjon/teamet", "/organisasjon/hjelpen", "/funksjon/slt-coordinator",
    "/funksjon/police-contact", "/kontakt/fjordvik-slt", "/kontakt/pk-nord",
    "/plan/fjordvik-plan", "/plan/fjordvik-gammel", "/om", "/personvern", "/tilgjengelighet",
  ]
  static let questions: [(String, [(String, String)])] = [
    ("/svar", [("place", "Fjordvik"), ("concern", "extremism"), ("severity", "grave")]),
    ("/svar", [("place", "Nord"), ("function", "politikontakt"), ("wish", "anonymous")]),
    ("/svar", [("place", "Delvik")]),
    ("/sok", [("q", "fjordvik")]),
    ("/sok", [("q", "extremism")]),
    ("/sok", [("q", "Første Vakt")]),
  ]

  private static func everyPage(_ visitor: Visitor) async throws -> [(String, Visitor.Page)] {
    var pages: [(String, Visitor.Page)] = []
    for prefix in ["", "/nn", "/en"] {
      for path in paths {
        let address = prefix + (path == "/" && !prefix.isEmpty ? "" : path)
        pages.append((address, try await visitor.get(address)))
      }
      for (path, fields) in questions {
        pages.append((prefix + path, try await visitor.post(prefix + path, fields)))
      }
      pages.append((prefix + "/x", try await visitor.get(prefix + "/x")))
      pages.append(
        (prefix + "/sted/9806-delvik", try await visitor.get(prefix + "/sted/9806-delvik")))
    }
    return pages
  }

  @Test("Every internal link of every page answers 200")
  func links() async throws {
    try await InventedSite().visit { visitor in
      var seen: Set<String> = []
      for (address, page) in try await PageTests.everyPage(visitor) {
        for match in page.text.matches(of: /(?:href|src)="(\/[^"#]*)/) {
          let target = String(match.output.1)
          guard seen.insert(target).inserted else { continue }
          let status = try await visitor.get(target).status
          #expect(status == 200, "\(target) on \(address) answers \(status)")
        }
        for match in page.text.matches(of: /href="#([^"]+)"/) {
          #expect(
            page.text.contains("id=\"\(match.output.1)\""), "#\(match.output.1) on \(address)")
        }
      }
      #expect(seen.count > 60)
    }
  }

  @Test("Every page of a record leads to its own JSON, in its language, and every page to the API")
  func machines() async throws {
    try await InventedSite().visit { visitor in
      var count = 0
      for (address, page) in try await PageTests.everyPage(visitor) {
        #expect(page.text.contains("<link rel=\"service-desc\""), "\(address)")
        let links = page.text.matches(
          of: /<link rel="alternate" type="application\/json" href="([^"]+)">/)
        let kind = address.split(separator: "/").first { !["nn", "en"].contains($0) } ?? ""
        let isRecord = ["sted", "organisasjon", "funksjon", "kontakt", "plan"].contains(kind)
        guard isRecord, page.status == 200 else {
          #expect(links.isEmpty, "\(address)")
          continue
        }
        try #require(links.count == 1, "\(address)")
        let target = String(links[0].output.1)
        #expect(page.text.contains("<a href=\"\(target)\">"), "\(address): for people too")
        let isEnglish = address.hasPrefix("/en")
        #expect(target.hasSuffix("?lang=en") == isEnglish, "\(address)")
        let json = try await visitor.get(target)
        #expect(json.status == 200 && json.headers[.contentType] == "application/json")
        count += 1
      }
      #expect(count > 30)
    }
  }

  @Test(
    "Every contact that is shown can be saved as a vCard",
    arguments: [
      ("/organisasjon/fjordvik", ["organisations/fjordvik", "designations/fjordvik-slt"]),
      ("/funksjon/slt-coordinator", ["designations/fjordvik-slt"]),
      (
        "/sted/9901-fjordvik",
        ["designations/fjordvik-slt", "designations/pk-nord", "organisations/fjordvik"]
      ),
      ("/kontakt/pk-nord", ["designations/pk-nord"]),
    ])
  func cards(path: String, owners: [String]) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get(path)
      let answer = try await visitor.post("/svar", [("place", "Nord"), ("concern", "extremism")])
      for owner in owners {
        #expect(page.text.contains("href=\"/api/v1/\(owner).vcf\""), "\(owner) on \(path)")
      }
      for owner in ["designations/fjordvik-slt", "organisations/hjelpen"] {
        #expect(answer.text.contains("href=\"/api/v1/\(owner).vcf\""), "\(owner)")
      }
    }
  }

  @Test("Every page carries the emergency numbers, one heading, its language and its headers")
  func frame() async throws {
    try await InventedSite().visit { visitor in
      for (address, page) in try await PageTests.everyPage(visitor) {
        #expect(page.text.contains("href=\"tel:112\""), "\(address)")
        #expect(page.text.matches(of: /<h1[ >]/).count == 1, "\(address)")
        let language =
          address.hasPrefix("/nn") || address == "/sted/9902-skogen"
          ? "nn" : address.hasPrefix("/en") ? "en" : "nb"
        #expect(page.text.contains("<html lang=\"\(language)\">"), "\(address)")
        #expect(page.headers[.contentSecurityPolicy] != nil)
        #expect(page.headers[.cacheControl] != nil)
        #expect(page.headers[.setCookie] == nil)
        #expect(!page.text.contains(" style=") && !page.text.contains("<style"), "\(address)")
        #expect(page.text.matches(of: /<script(?![^>]*src=)/).isEmpty, "\(address)")
      }
    }
  }

  @Test("Ids are unique and every label has its field on every page")
  func ids() async throws {
    try await InventedSite().visit { visitor in
      for (address, page) in try await PageTests.everyPage(visitor) {
        let ids = page.text.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(address): \(ids)")
        for match in page.text.matches(of: /\sfor="([^"]+)"/) {
          #expect(ids.contains(String(match.output.1)), "\(address)")
        }
      }
    }
  }

  @Test("At acute 112 stands before everything else, also when the place is not understood")
  func acute() async throws {
    try await InventedSite().visit { visitor in
      for place in ["Fjordvik", "qqqqqqqqq"] {
        let page = try await visitor.post("/svar", [("place", place), ("severity", "acute")])
        let number = try #require(page.text.range(of: "<b>112</b>"))
        let heading = try #require(page.text.range(of: "<h1"))
        #expect(number.lowerBound < heading.lowerBound)
        #expect(!page.text[..<heading.lowerBound].contains("02800"))
      }
    }
  }

  @Test("Nothing of the question comes into an address or may be kept")
  func question() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/svar", [("place", "Fjordvik"), ("concern", "extremism"), ("function", "kanarifugl")])
      #expect(page.headers[.cacheControl] == "no-store")
      #expect(page.text.contains("value=\"kanarifugl\""))
      for match in page.text.matches(of: /(?:href|action)="([^"]*)"/) {
        let target = match.output.1
        #expect(!target.contains("kanarifugl"))
        // What is sent to oneself is a text message: no server sees it.
        #expect(!target.contains("?") || target.hasPrefix("sms:?"))
      }
    }
  }

  @Test("What is not public is on no page, in no answer and in no search result")
  func hidden() async throws {
    try await InventedSite().visit { visitor in
      var pages = try await PageTests.everyPage(visitor)
      for asked in ["KANARI", "KANARI PERSON", "KANARI UTPEKT", "hemmelighetsvokter", "33999999"] {
        pages.append((asked, try await visitor.post("/sok", [("q", asked)])))
      }
      pages.append(
        (
          "mentor",
          try await visitor.post("/svar", [("place", "Fjordvik"), ("function", "mentor")])
        ))
      pages.append(("", try await visitor.get("/funksjon/mentor")))
      pages.append(("", try await visitor.get("/funksjon/secret-keeper")))
      pages.append(("", try await visitor.get("/kontakt/skjult-mentor")))
      for (address, page) in pages {
        let shown = page.text.replacing(/value="[^"]*"/, with: "").replacing(/«[^»]*»/, with: "")
        #expect(!shown.contains("KANARI"), "\(address)")
        #expect(!shown.contains("33 99 99 99"), "\(address)")
        #expect(!shown.contains("900 00 010"), "\(address)")
      }
      let shown1 = try await visitor.get("/kontakt/kanari-utpeking")
      #expect(shown1.status == 404)
      let planted = try await visitor.get("/kontakt/fjordvik-slt")
      #expect(planted.text.contains("Første Vakt"), "The control: a public name is shown.")
    }
  }

  @Test("Lists carry functions and organisations, never persons")
  func lists() async throws {
    try await InventedSite().visit { visitor in
      for path in [
        "/sted/9901-fjordvik", "/sted/9901-fjordvik/liste", "/organisasjon/fjordvik",
        "/funksjon/slt-coordinator",
      ] {
        let shown2 = try await visitor.get(path)
        #expect(!shown2.text.contains("Første Vakt"), "\(path)")
      }
      let shown3 = try await visitor.post("/sok", [("q", "Førs")])
      #expect(!shown3.text.contains("Første Vakt"))
      let shown4 = try await visitor.post("/sok", [("q", "Første Vakt")])
      #expect(shown4.text.contains("Første Vakt"))
    }
  }

  @Test("A confirmation older than a year is told as a warning wherever the contact is listed")
  func confirmations() async throws {
    let site = try InventedSite { $0.replacing("date: 2026-", with: "date: 2024-") }
    let paths = [
      "/sted/9901-fjordvik", "/sted/9901-fjordvik/liste", "/organisasjon/fjordvik",
      "/kontakt/fjordvik-slt",
    ]
    try await site.visit { visitor in
      for path in paths {
        let page = try await visitor.get(path)
        #expect(page.text.contains("Ikke bekreftet siden"), "\(path)")
      }
    }
    try await InventedSite().visit { visitor in
      for path in paths {
        let page = try await visitor.get(path)
        #expect(!page.text.contains("Ikke bekreftet siden"), "\(path)")
      }
    }
  }
}
