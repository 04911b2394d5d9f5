import Foundation
import Testing

@testable import varde

@Suite("112")
struct AcuteTests {
  static let strip = "Ring 112 nå hvis liv eller helse er i fare.\n"

  @Test("stands above an acute answer, and below any other")
  func order() async throws {
    let seeded = try await SeededRegistry.shared()
    for (severity, isFirst) in [("acute", true), ("mild", false)] {
      let captured = CapturedConsole(seeded)
      let status = await captured.run(
        "ask --place Trondheim --concern radikalisering --severity \(severity)")
      #expect(status == 0)
      #expect(captured.output.hasPrefix(AcuteTests.strip) == isFirst)
      #expect(captured.output.hasSuffix(AcuteTests.strip) != isFirst)
    }
  }

  @Test(
    "is shown when a name is unknown, ambiguous or malformed, and when there is no registry at all",
    arguments: [
      ("--strict --place Atlantis --severity acute", 2),
      ("--strict --place Våler --severity akutt", 2),
      ("--strict --place Trondheim --concern hekseri --severity \"fare nå\"", 2),
      ("--strict --place Trondheim --age mange --severity akut", 1),
      ("--severity acute", 1), ("--place Trondheim --at i-dag --severity acute", 1),
    ] as [(String, Int32)])
  func refusals(_ arguments: String, _ status: Int32) async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("ask \(arguments)") == status)
    #expect(captured.output == AcuteTests.strip)
    #expect(!captured.complaints.isEmpty)
  }

  @Test(
    "stands above what is answered of a question that is not understood",
    arguments: [
      "--place Atlantis --severity acute", "--place Våler --severity akutt",
      "--place Trondheim --concern hekseri --severity \"fare nå\"",
    ])
  func answered(_ arguments: String) async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("ask \(arguments)") == 0)
    #expect(captured.output.hasPrefix(AcuteTests.strip))
    #expect(captured.output.contains("Dette ble ikke forstått"))
  }

  @Test("is shown without a database")
  func withoutDatabase() async throws {
    let captured = CapturedConsole()
    #expect(await captured.run("ask --place Trondheim --severity acute") == 1)
    #expect(captured.output == AcuteTests.strip)
    let json = CapturedConsole()
    #expect(await json.run("ask --place Trondheim --severity acute --json") == 1)
    let expected =
      #"{"emergency":[{"number":"112","label":"Politi, nødnummer","dial":"tel:112"}]}"#
    #expect(json.output == expected + "\n")
  }

  @Test("is not shown for a refused question that is not acute")
  func notAcute() async throws {
    let seeded = try await SeededRegistry.shared()
    let captured = CapturedConsole(seeded)
    #expect(await captured.run("ask --strict --place Atlantis --severity mild") == 2)
    #expect(captured.output.isEmpty)
  }
}
