import Foundation
import Registry
import TestSupport
import Testing

@testable import varde

@Suite("What is asked")
struct PrivacyTests {
  @Test("leaves no trace in the database, its log or its files")
  func noTrace() async throws {
    let seeded = try await SeededRegistry.shared()
    let words = ["qzxvplace", "qzxvconcern", "qzxvworkplace"]
    let captured = CapturedConsole(environment: seeded.variables)
    #expect(
      await captured.run(
        "ask --place \(words[0]) --concern \(words[1]) --workplace \(words[2]) --asker ansatt") == 0
    )
    for word in words { #expect(captured.output.contains(word), "told back, and kept nowhere") }
    #expect(await captured.run("find \(words[1])") == 2)
    let cluster = try await SeededRegistry.cluster()
    let names = FileManager.default.enumerator(atPath: cluster.directory)
    let files = names?.compactMap { $0 as? String } ?? []
    #expect(!files.isEmpty)
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: "\(cluster.directory)/\(file)") else {
        continue
      }
      for word in words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file)") }
    }
    let after = try await OpenRegistry.read(on: captured.console)
    #expect(after.snapshot.generation == seeded.registry.snapshot.generation)
  }

  @Test("a hidden holder and a hidden number are in no answer, search or record")
  func hidden() async throws {
    let database = try await SeededRegistry.database()
    let captured = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await captured.run("seed \(SeededRegistry.checkout)Seed/example") == 0)
    let asked = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    for line in [
      "show organisation tranvik-familie", "show function tranvik-contact",
      "show designation tranvik-safety", "ask --place Tranvik --concern ensomhet --age 15",
    ] { #expect(await asked.run(line) == 0) }
    #expect(asked.output.contains("25 00 03 01"))
    for secret in ["420 00 013", "privat", "Ola Nordmann"] {
      #expect(!asked.output.contains(secret), "\(secret)")
    }
    let found = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await found.run("find 42000013 --json") == 0)
    #expect(found.output.contains("\"whose\":[]"))
    _ = await found.run("find \"Ola Nordmann\"")
    #expect(!found.output.contains("Ola Nordmann"))
  }
}
