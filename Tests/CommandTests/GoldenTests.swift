import Foundation
import Testing

@testable import varde

/// Texts that others rely on, kept in Goldens/.
///
/// Rewritten only by `VARDE_REWRITE_GOLDENS=1 swift test --filter GoldenTests`, never in CI.
@Suite("Goldens")
struct GoldenTests {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().path() + "Goldens/"

  private func hold(_ name: String, _ text: String) throws {
    let path = GoldenTests.folder + name
    let variables = ProcessInfo.processInfo.environment
    if variables["VARDE_REWRITE_GOLDENS"] == "1", variables["CI"] == nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == golden, "\(name) differs")
  }

  @Test(
    "the help of every command",
    arguments: [
      "", "ask", "find", "show", "seed", "check", "erase", "migrate", "serve", "cover", "diff",
      "lint",
    ])
  func help(_ command: String) async throws {
    let captured = CapturedConsole(width: 100)
    #expect(await captured.run("\(command) --help") == 0)
    try hold("help\(command.isEmpty ? "" : "-\(command)").txt", captured.output)
  }

  @Test("completion scripts are built in", arguments: ["bash", "zsh", "fish"])
  func completion(_ shell: String) async throws {
    let captured = CapturedConsole()
    #expect(await captured.run("--generate-completion-script \(shell)") == 0)
    for word in ["ask", "severity", "clarified"] { #expect(captured.output.contains(word)) }
  }

  @Test(
    "what the analyses say of the seeds",
    arguments: [
      ("lint.txt", "lint --as-of 2026-11-21"),
      ("cover.txt", "cover --place Holmestrand --as-of 2026-11-21"),
      ("cover.json", "cover --place Holmestrand --as-of 2026-11-21 --json"),
      ("diff.txt", "diff --from 2020-06-01 --to 2022-01-15 --place Trondheim"),
    ])
  func analyses(_ name: String, _ line: String) async throws {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    #expect(await captured.run(line) == 0)
    #expect(captured.complaints == "")
    try hold(name, captured.output)
  }

  @Test("one answer as JSON, one as text, one refusal and one record")
  func answers() async throws {
    let seeded = try await SeededRegistry.shared()
    let question =
      "--asker employee --workplace fritidsklubb --place Trondheim "
      + "--concern radikalisering --age 15 --severity mild --at 2021-12-01T10:00"
    let lines = [
      ("answer.json", "ask \(question) --json"), ("answer.txt", "ask \(question)"),
      (
        "acute.txt",
        "ask --place Klæbu --concern \"vold i nære relasjoner\" --severity akutt "
          + "--at 2026-11-21T23:00"
      ),
      ("refusal.json", "ask --place Våler --severity akutt --strict --json"),
      ("measure.txt", "show measure baerum-2017/10"),
      ("measure.json", "show measure baerum-2017/10 --json"),
    ]
    for (name, line) in lines {
      let captured = CapturedConsole(seeded)
      _ = await captured.run(line)
      try hold(name, captured.output + captured.complaints)
    }
  }
}
