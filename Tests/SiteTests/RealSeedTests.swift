import Foundation
import HTTPTypes
import Registry
import SeedFiles
import Testing
import Presentation
import Web

@testable import Site

/// The pages over the real seeds: whatever the plans and registers hold, every page stands.
@Suite struct RealSeedTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Read once for all tests.
  private static let edition = Task {
    let folders = ["Seed/national", "Seed/plans"].map { root.appending(path: $0).path() }
    let texts = try SeedFolder.texts(at: folders)
    return Edition(
      compiling: try SeedReader(existing: Snapshot()).read(texts).snapshot, on: InventedSite.today,
      origin: .file,
      readAt: InventedSite.now)
  }

  static func visit(
    _ test: @escaping @Sendable (Visitor, Edition) async throws -> Void
  ) async throws {
    let edition = try await edition.value
    try await InventedSite.visit(CurrentEdition(edition)) { try await test($0, edition) }
  }

  @Test("Every plan, function and contact of the seeds has a page that leads to its JSON")
  func records() async throws {
    try await RealSeedTests.visit { visitor, edition in
      let directory = edition.directory
      let day = try OsloTime().moment(at: InventedSite.now).day
      let paths =
        directory.plans.values.map { "/plan/\($0.key)" }
        + directory.functions.values.map { "/funksjon/\($0.key)" }
        + directory.designations.values.filter { $0.valid.contains(day) }
        .map { "/kontakt/\($0.key)" }
      for path in paths.sorted() {
        let page = try await visitor.get(path)
        #expect(page.status == 200, "\(path)")
        let json = try #require(
          page.text.firstMatch(of: /rel="alternate" type="application\/json" href="([^"]+)"/),
          "\(path)")
        let answer = try await visitor.get(String(json.output.1))
        #expect(answer.status == 200, "\(json.output.1)")
      }
      #expect(paths.count > 90)
    }
  }

  @Test("A plan of the seeds shows its rules with whom, about what, the doors and the sentence")
  func rules() async throws {
    try await RealSeedTests.visit { visitor, edition in
      let page = try await visitor.get("/plan/trondheim-2021")
      let start = try #require(page.text.range(of: "id=\"regler\""))
      let rule = try #require(
        page.text[start.lowerBound...].range(
          of: "Ansatte på kulturhus og fritidsklubber drøfter på arbeidsplassen og med"))
      let card = page.text[rule.lowerBound...].prefix(2500)
      for told in [
        "<dt>Hvem spør</dt><dd>ansatt</dd>", "<dt>Arbeidsplass</dt>", "<dt>Bekymring</dt>",
        "href=\"/funksjon/resource-person\"", "href=\"/funksjon/radicalisation-coordinator\"",
        "Kulturenheten har oppnevnt en ressursperson",
      ] {
        #expect(card.contains(told), "\(told)")
      }
      let today = try OsloTime().moment(at: InventedSite.now).day
      for plan in edition.directory.plans.values {
        let day = plan.valid.until.map { min($0 + -1, today) } ?? today
        let count = edition.directory.rules(of: plan.id).filter { $0.valid.contains(day) }.count
        let shown = try await visitor.get("/plan/\(plan.key)")
        #expect(shown.text.matches(of: /<ol class="way">/).count == count, "\(plan.key)")
      }
    }
  }

  @Test("An answer of the seeds tells two sentences on top and folds the rest")
  func answer() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post(
        "/svar",
        [
          ("asker", "employee"), ("place", "Trondheim"), ("workplace", "Kulturenheten"),
          ("concern", "extremism"), ("age", "15"),
        ])
      #expect(page.status == 200)
      let lists = page.text.split(separator: "<ul class=\"told\">").dropFirst()
      let top = try #require(lists.first)
      #expect(
        top.prefix(upTo: try #require(top.range(of: "</ul>")).lowerBound)
          .matches(of: /<li>/).count == NoticeList.shownMax)
      #expect(page.text.contains("Mer som er verdt å vite ("))
    }
  }

  @Test("A seat without a number that was confirmed long ago says both")
  func oldWithoutNumber() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post(
        "/svar", [("asker", "employee"), ("place", "Sandefjord"), ("concern", "extremism")])
      let door = try #require(
        page.text.split(separator: "</article>").first {
          $0.contains("nummer ikke oppgitt") && $0.contains("14. april 2015")
        })
      #expect(door.contains("Ikke bekreftet siden 14. april 2015"))
      #expect(!door.contains("Bekreftet 14. april 2015"))
    }
  }

  @Test("Organisations and places of the seeds stand, with their tree and what they became")
  func organisations() async throws {
    try await RealSeedTests.visit { visitor, edition in
      let some = edition.directory.organisations.values.map(\.key).sorted()
        .enumerated().filter { $0.offset % 20 == 0 }.map { "/organisasjon/\($0.element)" }
      var closed = 0
      for path in some + ["/sted/5001-trondheim", "/sted/5001-trondheim/liste"] {
        let page = try await visitor.get(path)
        #expect(page.status == 200 || page.status == 410, "\(path)")
        guard page.status == 410 else { continue }
        closed += 1
        #expect(page.text.contains("href=\"/sted/"), "\(path) says where to go now")
      }
      #expect(closed > 0)
      let page = try await visitor.get("/organisasjon/kommune-5001")
      #expect(page.text.contains("<strong aria-current=\"true\"><bdi>Trondheim kommune</bdi>"))
      #expect(page.text.contains("Kulturenheten i Trondheim kommune"))
      let moved = try await visitor.get("/sted/1601")
      #expect(moved.status == 301)
      #expect(moved.headers[.location] == "/sted/5001-trondheim")
      let own = try await visitor.get("/sted/1577-volda")
      #expect(own.text.contains("<html lang=\"nn\">"))
    }
  }
}

/// Places that are not clear, over the real seeds.
@Suite struct UnclearPlaceTests {
  @Test("An unclear place is asked with one tap each, its county beside it, and doors meanwhile")
  func asked() async throws {
    try await RealSeedTests.visit { visitor, _ in
      for (place, write, detail) in [
        ("Sande", "Holmestrand/Sande", "Holmestrand, Vestfold"),
        ("Sande", "Møre og Romsdal/Sande", "Møre og Romsdal"),
        ("Lade", "Østfold/Råde", "Østfold"), ("Frogner", "Lillestrøm/Frogner", "Akershus"),
        ("3201", "postnr 3201", "Vestfold"), ("Troms og Finnmark", "55", "fylke 55"),
        ("7030 Oslo", "Trøndelag/Trondheim", "Trøndelag"),
      ] {
        let page = try await visitor.post("/svar", [("place", place), ("age", "15")])
        #expect(page.status == 200, "\(place)")
        let button = try #require(
          page.text.split(separator: "<button").first {
            $0.contains("name=\"choose-place\" value=\"\(write)\"")
          }, "\(place) offers \(write)")
        #expect(button.prefix { $0 != "\n" }.contains(detail), "\(place): \(button.prefix(200))")
        for told in ["tel:112", "Disse kan du kontakte uten å velge", "class=\"door\""] {
          #expect(page.text.contains(told), "\(place): \(told)")
        }
        let numbers = page.text.matches(of: /class="number[^"]*" href="([^"]+)"/).map { $0.1 }
        #expect(Set(numbers).count == numbers.count, "\(place) tells a number once: \(numbers)")
        let meanwhile = try #require(page.text.range(of: "class=\"door\"")?.lowerBound)
        #expect(
          page.text[..<meanwhile].contains("name=\"choose-place\" value=\"\(write)\""),
          "\(place): what may be chosen stands first")
        let chosen = try await visitor.post(
          "/svar", [("place", place), ("age", "15"), ("choose-place", write)])
        #expect(chosen.status == 200, "\(place) → \(write)")
      }
    }
  }

  @Test("A choice that belongs in another field empties the one in which the word stood")
  func elsewhere() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let asked = [("place", "Trondheim"), ("concern", "SLT-koordinator"), ("age", "15")]
      let page = try await visitor.post("/svar", asked)
      #expect(page.status == 200)
      let buttons = page.text.matches(of: /name="(choose-function-concern)" value="([^"]+)"/)
      #expect(buttons.count == 1, "above the answer that is given without it")
      let button = try #require(buttons.first)
      let chosen = try await visitor.post(
        "/svar", asked + [(String(button.1), String(button.2))])
      #expect(chosen.status == 200)
    }
  }

  @Test("An answer says the place, its municipality and its county")
  func told() async throws {
    try await RealSeedTests.visit { visitor, _ in
      for (place, line) in [
        ("Heimdal", "Heimdal i Trondheim, Trøndelag"), ("7080 Heimdal", "Heimdal i Trondheim"),
        ("Holmestrand/Sande", "Sande i Holmestrand, Vestfold"),
        ("Møre og Romsdal/Sande", "Sande, Møre og Romsdal"), ("Oslo", "Oslo · innbygger"),
        ("Drøbak", "Frogn, Akershus"),
      ] {
        let page = try await visitor.post("/svar", [("place", place)])
        let lead = try #require(page.text.firstMatch(of: #/<p class="lead">(.*?)<a /#))
        let text = String(lead.output.1).replacing(/<[^>]*>/, with: "")
        #expect(text.hasPrefix(line), "\(place): \(text)")
      }
      let page = try await visitor.post("/svar", [("place", "Drøbak")])
      #expect(page.text.contains("Poststedet Drøbak ligger i Frogn"))
    }
  }

  @Test("A municipality's own name is answered, and the post town elsewhere is one tap away")
  func besides() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post("/svar", [("place", "Kvam"), ("age", "15")])
      #expect(page.status == 200)
      #expect(page.text.contains("name=\"choose-place\" value=\"Nord-Fron/Kvam\""))
      let fields = [("place", "Kvam"), ("age", "15"), ("choose-place", "Nord-Fron/Kvam")]
      let other = try await visitor.post("/svar", fields)
      #expect(other.text.contains("<bdi>Nord-Fron</bdi>, <bdi>Innlandet</bdi> · "))
    }
  }

  @Test("What a suggestion sends is what was chosen")
  func suggestions() async throws {
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.post(
        "/api/v1/search", body: #"{"text": "Sande", "kinds": ["area"]}"#,
        contentType: "application/json")
      let results = try JSONReader.value(of: Array(page.text.utf8))["results"]?.items ?? []
      let writes = results.compactMap { $0["write"]?.text }
      #expect(Set(writes).count == writes.count)
      #expect(writes.contains("Holmestrand/Sande") && writes.contains("Møre og Romsdal/Sande"))
    }
  }
}
