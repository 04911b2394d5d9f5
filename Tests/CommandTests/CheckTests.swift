import TestSupport
import Testing

@testable import varde

@Suite("The check of the data")
struct CheckTests {
  @Test("groups what it finds, and a finding is no failure")
  func groups() async throws {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    #expect(await captured.run("check --at 2026-11-21") == 0)
    for text in [
      "Tvil (", "Uten nummer (", "Lenker uten adresse (", "Ikke bekreftet på lenge (",
      "– Politiets tipsløsning på nett",
      "varde show organisation politiets-tipslosning", "telefon 478 92 261 (2022-02-10)",
    ] { #expect(captured.output.contains(text), "\(text)") }
  }

  @Test("with --strict a rule that leads nowhere is a failure, and only that")
  func strict() async throws {
    let file = try TemporaryFile(
      """
      seed: nowhere
      functions: [{key: nobody, name: ingen rolle}]
      plan: {key: nowhere-2026, level: municipality, area: "5001", title: Tom, date: 2026-01-01}
      rules:
        - {key: lost, when: {concern: work}, ladder: {function: nobody}, text: Fører ingen steder.}
      """)
    let database = try await SeededRegistry.database()
    let variables = SeededRegistry.environment(database.configuration)
    let before = CapturedConsole(environment: variables)
    #expect(await before.run("check --strict --at 2026-11-21") == 0, "\(before.complaints)")
    let seeding = CapturedConsole(environment: variables)
    #expect(await seeding.run("seed \(file.path)") == 0, "\(seeding.complaints)")
    let after = CapturedConsole(environment: variables)
    #expect(await after.run("check --strict --at 2026-11-21") == 1)
    #expect(after.output.contains("Fører ingen steder."))
    #expect(await after.run("check --at 2026-11-21") == 0)
  }
}
