import Foundation
import Hummingbird
import Registry
import Testing
import Presentation
import Web

@testable import Site

/// Where addresses lead, and what is refused at the door.
@Suite struct AddressTests {
  @Test(
    "An older or shorter address leads on to the one in use",
    arguments: [
      ("/sted/9901", "/sted/9901-fjordvik"), ("/sted/9801-fjordevik", "/sted/9901-fjordvik"),
      ("/nn/sted/9901-feil-namn", "/nn/sted/9901-fjordvik"),
      ("/nb/sted/9902", "/nb/sted/9902-skogen"),
      ("/sted/utvik", "/sted/9901-fjordvik"), ("/en/sted/9805-utvik", "/en/sted/9901-fjordvik"),
      ("/sted/utvik/liste", "/sted/9901-fjordvik/liste"),
    ])
  func moved(from: String, to: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get(from)
      #expect(page.status == 301)
      #expect(page.headers[.location] == to)
    }
  }

  @Test(
    "A name of today or of before leads to the one record that has it",
    arguments: [
      ("/organisasjon/kulturetaten", "/organisasjon/kultur"),
      ("/en/organisasjon/kulturenheten", "/en/organisasjon/kultur"),
      ("/organisasjon/Fjordvik-kommune", "/organisasjon/fjordvik"),
      ("/organisasjon/den-nedlagte-klubben", "/organisasjon/nedlagt"),
      ("/funksjon/trygghetskoordinator", "/funksjon/slt-coordinator"),
    ])
  func called(from: String, to: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get(from)
      #expect(page.status == 301)
      #expect(page.headers[.location] == to)
    }
  }

  @Test("A closed organisation says when it ended, where it belonged and where to go now")
  func closed() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/organisasjon/nedlagt")
      #expect(page.status == 410)
      #expect(page.text.contains("1. januar 2025"))
      #expect(page.text.contains("href=\"/organisasjon/fjordvik\""), "what it was last part of")
      #expect(page.text.contains("href=\"/sted/9901-fjordvik\""), "the place it served")
      #expect(page.text.contains("Ungdomshuset"), "what it was called before")
      #expect(!page.text.contains("33 00 00 32"), "never its number")
    }
  }

  @Test(
    "What was divided or closed says what happened",
    arguments: [
      "/sted/delvik", "/sted/9806-delvik", "/organisasjon/nedlagt", "/kontakt/skogen-slt",
    ])
  func gone(path: String) async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get(path)
      #expect(page.status == 410)
      #expect(page.text.contains("tel:112"))
    }
  }

  @Test(
    "What does not exist is not found",
    arguments: [
      "/sted/1234-x", "/sted/nb", "/organisasjon/x", "/funksjon/x", "/plan/x", "/kontakt/x",
      "/sted/%FF", "/se", "/sted", "/svar/x",
    ])
  func missing(path: String) async throws {
    try await InventedSite().visit { visitor in
      let shown1 = try await visitor.get(path)
      #expect(shown1.status == 404)
    }
  }

  @Test("Whatever is listed has one address: a slash too many leads there, with what was posted")
  func oneSpelling() async throws {
    let site = Site(
      current: CurrentEdition(), time: try OsloTime(), build: "test", now: { InventedSite.now })
    try await InventedSite().visit { visitor in
      for route in site.routes where route.pattern != "/" {
        let path = route.pattern.replacing(#/\{[a-z]+\}/#, with: { _ in "2" })
        for other in [path + "/", "/" + path, path.replacing("/", with: "//") + "//?lang=en"] {
          let page = try await visitor.get(other, method: route.method)
          #expect(page.status == 308, "\(route.method) \(other)")
          let query = other.hasSuffix("?lang=en") ? "?lang=en" : ""
          #expect(page.headers[.location] == path + query)
        }
      }
      #expect(try await visitor.get("//").headers[.location] == "/")
      #expect(try await visitor.get("//om", method: .head).status == 308)
      for nowhere in ["/nowhere/", "//nowhere", "//example.org/om", "/om/x/"] {
        #expect(try await visitor.get(nowhere).status == 404, "\(nowhere)")
      }
      #expect(try await visitor.get("/svar/").headers[.location] == "/svar")
    }
  }

  @Test("A place speaks its municipality's written form, and the reader may choose another")
  func ownForm() async throws {
    try await InventedSite().visit { visitor in
      let own = try await visitor.get("/sted/9902-skogen")
      #expect(own.text.contains("<html lang=\"nn\">"))
      #expect(own.text.contains("href=\"/nb/sted/9902-skogen\" lang=\"nb\""))
      let chosen = try await visitor.get("/nb/sted/9902-skogen")
      #expect(chosen.text.contains("<html lang=\"nb\">"))
    }
  }

  @Test("The start page offers the browser's language and does not force it")
  func offered() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/", [.acceptLanguage: "nn-NO, nb;q=0.8"])
      #expect(page.status == 200)
      #expect(page.text.contains("<html lang=\"nb\">"))
      #expect(page.text.contains("class=\"offer\""))
      #expect(page.headers[.vary] == "Accept-Language, Accept-Encoding")
      let plain = try await visitor.get("/", [.acceptLanguage: "nb-NO, en;q=0.5"])
      #expect(!plain.text.contains("class=\"offer\""))
      #expect(plain.headers[.eTag] != page.headers[.eTag])
    }
  }

  @Test("A page that has not changed is not sent again, and HEAD sends no body")
  func unchanged() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/sted/9901-fjordvik")
      let tag = try #require(page.headers[.eTag])
      let shown2 = try await visitor.get("/sted/9901-fjordvik", [.ifNoneMatch: tag])
      #expect(shown2.status == 304)
      let head = try await visitor.get("/sted/9901-fjordvik", method: .head)
      #expect(head.status == 200 && head.text.isEmpty)
      #expect(head.headers[.contentLength] == page.headers[.contentLength])
      let shown3 = try await visitor.get("/x", method: .head)
      #expect(shown3.text.isEmpty)
    }
  }

  @Test("A stale page says when it was last read and is not kept")
  func stale() async throws {
    try await InventedSite().visit(stale: true) { visitor in
      let page = try await visitor.get("/sted/9901-fjordvik")
      #expect(page.status == 200)
      #expect(page.text.contains("1. juni 2026 09.00"))
      #expect(page.headers[.cacheControl] == "no-store")
    }
  }

  private func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test("A form is read strictly")
  func form() async throws {
    try await InventedSite().visit { visitor in
      let json = try await visitor.post("/svar", body: "{}", contentType: "application/json")
      #expect(json.status == 415)
      let many = Array(repeating: "wish=anonymous", count: 41).joined(separator: "&")
      let refused = ["place=%ZZ", "place=%FF", "place=%00", "place=" + letters(1001), many]
      for (status, bodies) in [
        (400, refused), (413, [letters(16 * 1024 + 1)]),
        (200, ["", "place=Fjordvik&ukjent=1", "place=Gamleb%C3%B8"]),
      ] {
        for body in bodies {
          let page = try await visitor.post("/svar", body: body)
          #expect(page.status == status, "\(body.prefix(40))")
        }
      }
    }
  }

  @Test("A wrong value keeps all that was typed and offers candidates that can be pressed")
  func candidates() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.post(
        "/svar",
        [("place", "Delvik"), ("concern", "extremism"), ("age", "15"), ("wish", "anonymous")])
      #expect(page.status == 200)
      #expect(page.text.contains("value=\"Delvik\"") && page.text.contains("value=\"15\""))
      #expect(page.text.contains("<option value=\"extremism\" selected>"))
      let chosen = try #require(page.text.firstMatch(of: /name="(choose-place)" value="([^"]+)"/))
      let answer = try await visitor.post(
        "/svar",
        [
          (String(chosen.output.1), String(chosen.output.2)), ("place", "Delvik"),
          ("concern", "extremism"),
        ])
      #expect(answer.status == 200)
    }
  }

  @Test("Beyond the limit the page says how long to wait")
  func limited() async throws {
    try await InventedSite().visit(burst: 1) { visitor in
      let shown4 = try await visitor.get("/om")
      #expect(shown4.status == 200)
      let page = try await visitor.get("/om")
      #expect(page.status == 429)
      #expect(page.headers[.retryAfter] != nil)
      #expect(page.headers[.rateLimitPolicy]?.hasPrefix("\"page\";q=1;w=") == true)
      let wait = try #require(page.headers[.retryAfter])
      #expect(page.headers[.rateLimit] == "\"page\";r=0;t=\(wait)")
      #expect(page.text.contains("tel:112"))
      // An answer is not refused for what was asked before it.
      let answered = try await visitor.post("/nn/svar", [("place", "Fjordvik"), ("age", "15")])
      #expect(answered.status == 200)
      let posted = try await visitor.post("/nn/svar", [("place", "Fjordvik"), ("age", "15")])
      #expect(posted.status == 429)
      #expect(posted.text.contains("action=\"/nn/svar\""))
      #expect(posted.text.contains("name=\"place\" value=\"Fjordvik\""))
      #expect(posted.text.contains("name=\"age\" value=\"15\""))
    }
  }

  @Test(
    "How long to wait is told as one says it, of one second and of many",
    arguments: [
      (Language.bokmål, 1, "Vent 1 sekund og"), (.bokmål, 2, "Vent 2 sekunder og"),
      (.nynorsk, 1, "Vent 1 sekund og"), (.nynorsk, 15, "Vent 15 sekund og"),
      (.english, 1, "Wait 1 second and"), (.english, 2, "Wait 2 seconds and"),
    ])
  func waiting(_ language: Language, _ seconds: Int, _ told: String) {
    let problem = RequestProblem(
      type: "too-many", status: 429, title: "", detail: "", retryAfterSeconds: seconds)
    let page = ErrorPage(problem: problem, language: language).html
    #expect(String(decoding: page.bytes, as: UTF8.self).contains(told))
  }

  @Test("A wrong method is told which are right; below the API as a problem in JSON")
  func methods() async throws {
    try await InventedSite().visit { visitor in
      let page = try await visitor.get("/svar", method: .put)
      #expect(page.status == 405)
      #expect(page.headers[.allow] == "GET, HEAD, OPTIONS, POST")
      let problem = try await visitor.get("/api/v1/finnes-ikke")
      #expect(problem.status == 404)
      #expect(problem.headers[.contentType] == "application/problem+json")
    }
  }

  @Test("Without a registry the pages about the site stand, and the others heal by themselves")
  func away() async throws {
    let current = CurrentEdition()
    let edition = Edition(
      compiling: try InventedSite().snapshot, on: InventedSite.today, origin: .file,
      readAt: InventedSite.now)
    try await InventedSite.visit(current) { visitor in
      let page = try await visitor.get("/sted/9901-fjordvik")
      #expect(page.status == 503)
      #expect(page.headers[.retryAfter] == "15")
      let shown5 = try await visitor.get("/om")
      #expect(shown5.status == 200)
      current.swap(to: edition)
      let shown6 = try await visitor.get("/sted/9901-fjordvik")
      #expect(shown6.status == 200)
    }
  }
}
