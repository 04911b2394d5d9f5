import Registry
import TestSupport
import Testing

@testable import varde

@Suite("A new municipality")
struct ExampleMunicipalityTests {
  @Test("is added by files alone, and routes")
  func routes() async throws {
    let database = try await SeededRegistry.database()
    let variables = SeededRegistry.environment(database.configuration)
    let dry = CapturedConsole(environment: variables)
    #expect(await dry.run("seed --dry-run \(SeededRegistry.checkout)Seed/example") == 0)
    #expect(dry.output.hasPrefix("Dette ville blitt endret:"))
    let unknown = CapturedConsole(environment: variables)
    #expect(await unknown.run("ask --strict --place Tranvik") == 2)
    let seeding = CapturedConsole(environment: variables)
    #expect(await seeding.run("seed \(SeededRegistry.checkout)Seed/example") == 0)
    let registry = try await OpenRegistry.read(on: seeding.console)
    for (arguments, expected) in ExampleMunicipalityTests.questions {
      let question = SeedQuestion(
        id: "", door: "ask", arguments: "--place Tranvik --at 2026-06-01 \(arguments)",
        expectations: [], reading: "", given: SeedQuestion.Given(id: "", phone: "–", quote: ""))
      let outcome = try Outcome(question, in: registry)
      let meeting = Meeting(expected, outcome)
      #expect(meeting.isMet, "\(arguments): \(meeting.found)")
    }
  }

  /// What Tranvik's own rules say, read from its plan.
  private static let questions = [
    (
      "--asker employee --concern radikalisering",
      "ordinary: \"Din leder eller en kollega\" > slt-coordinator@kommune-9901"
    ),
    ("--asker manager --concern radikalisering", "ordinary: slt-coordinator@kommune-9901"),
    ("--concern \"på ville veier\"", "ordinary: slt-coordinator@kommune-9901"),
    (
      "--concern radikalisering --wish not-police",
      "ordinary: slt-coordinator@kommune-9901 > @tranvik-familie"
    ),
    (
      "--concern ensomhet --age 15",
      "ordinary: tranvik-contact@tranvik-familie > offering:tranvik-open-house"
    ),
    ("--concern ensomhet --age 40", "ordinary: @tranvik-familie"),
    ("--function \"forebyggende koordinator\"", "ordinary: slt-coordinator@kommune-9901"),
    ("--concern radikalisering --severity høy", "serious: @tranvik-politi"),
    (
      "--asker employee --workplace fritidsklubb --concern radikalisering",
      "ordinary: resource-person@tranvik-klubb (vacant) > slt-coordinator@kommune-9901"
    ),
    ("--concern radikalisering", "fallback: @kommune-9901"),
    ("--asker employee --concern \"barn i fare\"", "notice: duty"),
    ("--asker employee --concern radikalisering --severity bekymret", "step: tranvik-2026/2"),
  ]
}
