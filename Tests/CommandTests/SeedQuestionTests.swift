import Foundation
import Testing

@testable import varde

@Suite("Questions that come with seed files")
struct SeedQuestionTests {
  private func load(_ answer: String) async throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let seed = """
      seed: prove
      questions:
        - {asker: employee, workplace: fritidsklubb, place: Trondheim, concern: radikalisering,
           at: 2021-12-01, answer: \(answer)}
      """
    try seed.write(to: folder.appending(path: "prove.yaml"), atomically: true, encoding: .utf8)
    let console = CapturedConsole(environment: try await SeededRegistry.shared().variables)
    let status = await console.run("seed --dry-run \(folder.path())")
    return (status, console.complaints)
  }

  @Test("the right answer lets the file in")
  func right() async throws {
    let loaded = try await load(
      "[En kollega eller lederen din, resource-person@trondheim-kulturenheten]")
    #expect(loaded.status == 0, "\(loaded.text)")
  }

  @Test("a wrong one refuses it, with the file, the line and what would be answered")
  func wrong() async throws {
    let loaded = try await load("slt-coordinator@kommune-5001")
    #expect(loaded.status == 1)
    #expect(loaded.text.contains("prove.yaml:3: questions[1]"), "\(loaded.text)")
    #expect(loaded.text.contains("resource-person@trondheim-kulturenheten"), "\(loaded.text)")
  }

  @Test("a name that nobody knows is named")
  func unknown() async throws {
    let loaded = try await load("x, function: tulledirektør")
    #expect(loaded.status == 1)
    #expect(loaded.text.contains("tulledirektør"), "\(loaded.text)")
  }
}
