import TestSupport
import Testing

@testable import varde

@Suite("What is kept from the public, at the terminal")
struct EraseTests {
  private static let seats = """
    seed: secret-seats
    source: {key: secret-list, title: En oppdiktet liste, date: 2026-01-01}
    persons: [{key: hemmelig, name: Kanarine Skjultsen, visibility: desk}]
    designations:
      - {key: secret-1, function: mayor, organisation: kommune-5001, seat: 9,
         holder: {person: hemmelig}, remit: {area: "5001"},
         quote: "Ring Kanarine Skjultsen.", channels: [{phone: 420 00 093, visibility: desk}]}
    """

  @Test("seed tells the sentence that names a hidden person, erase the one that still does")
  func sentences() async throws {
    let file = try TemporaryFile(Self.seats)
    let database = try await SeededRegistry.database()
    let captured = CapturedConsole(environment: SeededRegistry.environment(database.configuration))
    #expect(await captured.run("seed \(file.path)") == 0, "\(captured.complaints)")
    #expect(captured.output.contains("Dette vises ikke"))
    #expect(captured.output.contains("\(file.path):5: citation.quote (secret-list)"))
    #expect(await captured.run("erase ingen --because test") == 2)
    #expect(await captured.run("erase hemmelig --because test") == 0, "\(captured.complaints)")
    #expect(captured.output.contains("citation.quote (secret-list) i secret-seats"))
    #expect(await captured.run("erase hemmelig --because test") == 2)
  }
}
