import Foundation
import Registry
import Testing
import Presentation
import Web

@testable import Site

/// Names that try to be markup, to turn the text around, or to hide a quotation mark.
@Suite struct HostileTests {
  /// Markup, an attribute breaker with a combining mark and a template.
  static let hostile =
    "</title><script>alert(1)</script><img src=x onerror=alert(2)>\\\"\u{301} onfocus=alert(3) "
    + "x=\\\"{{7*7}}"
  /// What no seed file brings past the loader, and another writer may.
  static let hidden = "\u{202E}snu\u{2066}\u{200F}&amp;"

  private static func site() throws -> InventedSite {
    let names = [
      "Fjordvik kommune", "Kulturenheten", "Politiet", "Storskolen", "SLT-koordinator",
      "Klubbkveld", "Kurs for ansatte", "Del bekymringen", "Fjordevik",
      "Gamlebø", "Uttalelser", "Om kommunen", "sentralbord", "Ordfører",
      "Ansatte drøfter først på egen arbeidsplass.", "Du kan drøfte saken anonymt.",
      "Plan for trygge oppvekstvilkår (oppdiktet)", "Sentralbordet er oppdiktet.",
    ]
    return try InventedSite(
      { text in
        names.reduce(text) { text, name in
          [",", "}", "\n"].reduce(text) { text, end in
            text.replacing(": \(name)\(end)", with: ": \"\(name) \(hostile)\"\(end)")
          }
        }
      },
      renamed: {
        if $0 == "Første Vakt" { return "\($0) \(hostile)\(hidden)" }
        return $0.contains("<script>") ? $0 + hidden : $0
      })
  }

  @Test("Stored markup, bidi controls and combining marks come out inert on every page")
  func inert() async throws {
    let site = try HostileTests.site()
    let shown = site.snapshot.names.filter { $0.text.contains("<script>") }
    #expect(shown.count > 5, "The control: the names are in the registry.")
    try await site.visit { visitor in
      var pages: [(String, Visitor.Page)] = []
      for prefix in ["", "/en"] {
        for path in [
          "", "/sted/gamlebo", "/sted/9901-fjordvik", "/sted/9901-fjordvik/liste",
          "/organisasjon/fjordvik", "/organisasjon/kultur", "/organisasjon/teamet",
          "/funksjon/slt-coordinator", "/kontakt/fjordvik-slt", "/plan/fjordvik-plan",
          "/sted/9806-delvik", "/organisasjon/nedlagt",
        ] {
          let address = prefix + path
          pages.append((address, try await visitor.get(address.isEmpty ? "/" : address)))
        }
        for (path, fields) in [
          ("/svar", [("place", "9901"), ("concern", "extremism"), ("severity", "grave")]),
          ("/svar", [("place", "9901"), ("asker", "employee"), ("concern", "extremism")]),
          ("/svar", [("place", HostileTests.hostile), ("age", HostileTests.hostile)]),
          ("/sok", [("q", "kommune")]), ("/sok", [("q", HostileTests.hostile)]),
        ] {
          pages.append((prefix + path, try await visitor.post(prefix + path, fields)))
        }
      }
      for (address, page) in pages {
        HostileTests.expectInert(page.text, address)
      }
      #expect(pages.contains { $0.1.text.contains("&lt;script&gt;") })
    }
  }

  private static func expectInert(_ text: String, _ address: String) {
    #expect(text.matches(of: /<script(?! src="\/assets\/)/).isEmpty, "\(address)")
    #expect(!text.contains("<img"), "\(address)")
    // Bytes, because a combining mark hides the quotation mark from Character.
    let bytes = Array(text.utf8)
    #expect(!contains(bytes, Array("\"\u{301}".utf8)), "\(address)")
    for control in ["\u{202E}", "\u{2066}", "\u{200F}"] {
      #expect(!contains(bytes, Array(control.utf8)), "\(address)")
    }
    // No attribute of our own begins with `on`: every tag is looked through.
    for tag in text.matches(of: /<[a-z][^>]*>/) {
      let bare = String(tag.output).replacing(/"[^"]*"/, with: "")
      #expect(bare.firstMatch(of: /\son[a-z]+=/) == nil, "\(address): \(tag.output)")
    }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == wanted[0] && Array(bytes[$0..<($0 + wanted.count)]) == wanted
    }
  }

  @Test("Only addresses that are safe to follow become links")
  func dial() throws {
    let visit = try HostileTests.visit()
    let text = ChannelText(kind: .web, value: "javascript:alert(1)", written: "javascript:alert(1)")
    let shown = HTML { ChannelLines.value(text, kind: .web, visit: visit, on: &$0) }
    #expect(!String(decoding: shown.bytes, as: UTF8.self).contains("href"))
    let safe = ChannelText(kind: .phone, value: "+4733000001", written: "33 00 00 01")
    let link = HTML { ChannelLines.value(safe, kind: .phone, visit: visit, on: &$0) }
    #expect(String(decoding: link.bytes, as: UTF8.self).contains("href=\"tel:+4733000001\""))
  }

  private static func visit() throws -> Visit {
    let edition = Edition(compiling: Snapshot(), on: InventedSite.today, origin: .file, readAt: 0)
    let time = try OsloTime()
    return Visit(
      edition: edition, time: time, moment: time.moment(at: InventedSite.now), language: .bokmål,
      stale: nil, build: "test")
  }
}
