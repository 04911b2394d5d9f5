import Testing
import Web

@testable import Site

/// What the pages over the real seeds may not claim of the five plans.
@Suite struct PlanClaimTests {
  private func text(_ path: String) async throws -> String {
    let said = Said()
    try await RealSeedTests.visit { visitor, _ in
      let page = try await visitor.get(path)
      #expect(page.status == 200, "\(path)")
      await said.take(page.text)
    }
    return await said.text
  }

  private actor Said {
    private(set) var text = ""
    func take(_ text: String) { self.text = text }
  }

  @Test(arguments: [
    ("/plan/sandefjord-2015", "Hovedansvarlig"), ("/en/plan/sandefjord-2015", "Main responsible"),
    ("/nn/plan/sandefjord-2015", "Hovudansvarleg"),
  ])
  func `A plan that says that the first is the main one is taken at its word`(
    path: String, word: String
  ) async throws {
    #expect(try await text(path).contains(word))
  }

  @Test(
    arguments: [
      "trondheim-2020", "baerum-2017", "holmestrand-2021",
    ], ["/plan/", "/nn/plan/", "/en/plan/"])
  func `Other plans have nobody as the main one`(plan: String, folder: String) async throws {
    let page = try await text(folder + plan)
    for word in ["Hovedansvarlig", "Hovudansvarleg", "Main responsible"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `The guide of 2021 is not said to replace the plan`() async throws {
    #expect(try await text("/plan/trondheim-2021").contains("Erstatter") == false)
    #expect(try await text("/plan/trondheim-2020").contains("erstattet av") == false)
  }

  @Test func `A plan whose period is over is said to be unconfirmed, and no more`() async throws {
    let page = try await text("/plan/holmestrand-2021")
    #expect(page.contains("Etter det er den ikke bekreftet"))
    #expect(!page.contains("til noe nyere finnes"))
  }

  @Test func `A proposal is not told as what became of it`() async throws {
    let page = try await text("/plan/baerum-2017")
    #expect(page.contains("foreslås videreført"))
    #expect(!page.contains("Hva det ble til"))
  }

  @Test func `A number that is doubted for a contact is not put on the wall as theirs`()
    async throws
  {
    let page = try await text("/sted/5001-trondheim/liste")
    #expect(page.contains("952 63 621"))
    #expect(!page.contains("politikontakt"))
    #expect(!page.contains("Heimdal politistasjon"))
  }

  @Test func `An age limit is told of what it limits`() async throws {
    let page = try await text("/sted/5001-trondheim")
    let line = try #require(
      page.split(separator: "\n").first { $0.contains("952 63 621") && $0.contains("12–18") })
    let limited = try #require(
      line.split(separator: "; ").first { $0.contains("12–18") }?.split(separator: "</p>").last {
        $0.contains("12–18")
      })
    #expect(limited.contains("kriminalitet"))
    #expect(!limited.contains("radikalisering"))
  }
}
