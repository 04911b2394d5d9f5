import Foundation
import TestSupport
import Testing

@testable import varde

@Suite("The synthesise command")
struct SynthesiseTests {
  @Test("writes a country that seeds an empty registry and is refused by a real one")
  func writes() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "varde-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let line =
      "synthesise --municipalities 2 --units-per-municipality 1 --seed 1 --out \(folder)"
    let writing = CapturedConsole(environment: [:])
    #expect(await writing.run(line) == 0)
    let again = CapturedConsole(environment: [:])
    #expect(await again.run(line) == 1, "The folder is there, and nothing in it is replaced.")

    let empty = try await SeededRegistry.emptyDatabase()
    let variables = SeededRegistry.environment(empty.configuration)
    for command in ["migrate", "seed \(folder)/1-first", "seed \(folder)/2-change"] {
      let console = CapturedConsole(environment: variables)
      #expect(await console.run(command) == 0, "\(console.complaints)")
    }
    let asking = CapturedConsole(environment: variables)
    #expect(await asking.run("ask --place 6001 --concern extremism") == 0)
    #expect(asking.output.contains("(oppdiktet)"))
    let real = CapturedConsole(environment: variables)
    #expect(await real.run("seed \(SeededRegistry.checkout)Seed/national") == 1)
    #expect(real.complaints.contains("holds an invented country"))

    let seeded = try await SeededRegistry.database()
    let mixing = CapturedConsole(environment: SeededRegistry.environment(seeded.configuration))
    #expect(await mixing.run("seed \(folder)/1-first") == 1)
    #expect(mixing.complaints.contains("is invented"))
  }
}
