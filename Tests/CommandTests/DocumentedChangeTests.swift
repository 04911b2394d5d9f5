import Foundation
import Registry
import Testing

@testable import varde

/// Trondheim's two documents against the difference between their days, change by change.
@Suite struct DocumentedChangeTests {
  private struct Change: Hashable, Comparable {
    let heading: String
    let sentence: String

    static func < (left: Change, right: Change) -> Bool {
      (left.heading, left.sentence) < (right.heading, right.sentence)
    }
  }

  private struct Ground: Hashable {
    let document: String
    let quote: String
  }

  /// The table that a reader of the documents can check: a heading, a change, what it rests on.
  private static func documented() throws -> [Change: [Ground]] {
    let text = try String(
      contentsOfFile: SeededRegistry.checkout
        + "Tests/CommandTests/Resources/trondheim-changes.txt", encoding: .utf8)
    var changes: [Change: [Ground]] = [:]
    var heading = ""
    var change: Change?
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        heading = String(line.dropFirst(3))
      } else if line.hasPrefix("  ") {
        let year = line.dropFirst(2).prefix(4)
        let quote = line.dropFirst(8).dropLast()
        let current = try #require(change)
        changes[current]?.append(
          Ground(document: "trondheim-\(year)", quote: String(quote)))
      } else {
        let next = Change(heading: heading, sentence: line)
        #expect(changes.updateValue([], forKey: next) == nil, "\(line) stands twice.")
        change = next
      }
    }
    return changes
  }

  /// What the program tells: each sentence without how many, by for whom.
  private static func told() async throws -> [(extent: String, change: Change)] {
    let captured = CapturedConsole(try await SeededRegistry.shared())
    let line = "diff --from 2020-06-01 --to 2022-01-15 --place Trondheim"
    #expect(await captured.run(line) == 0, "\(captured.complaints)")
    var told: [(extent: String, change: Change)] = []
    var heading = ""
    for line in captured.output.split(separator: "\n").map(String.init) {
      if line.hasPrefix("– ") {
        let extent = try #require(line.range(of: ": "))
        let count = try #require(line.range(of: " (", options: .backwards))
        let sentence = line[extent.upperBound..<count.lowerBound]
        told.append(
          (
            String(line[..<extent.lowerBound]),
            Change(heading: heading, sentence: String(sentence))
          ))
      } else if !line.hasPrefix(" ") {
        heading = line
      }
    }
    return told
  }

  @Test("Trondheim 2020-06-01 against 2022-01-15 shows exactly the documented changes")
  func exactly() async throws {
    let documented = try Self.documented()
    let lines = try await Self.told()
    let told = lines.map(\.change)
    #expect(told.count > 50)
    let whole = Set(lines.map { [$0.change.heading, $0.change.sentence, $0.extent] })
    #expect(whole.count == lines.count, "A change is told twice to the same people.")
    #expect(Set(told).subtracting(documented.keys).sorted() == [], "Told, and not documented.")
    #expect(Set(documented.keys).subtracting(told).sorted() == [], "Documented, and not told.")
  }

  @Test("Every documented change rests on a sentence that the seeds quote from its document")
  func quoted() async throws {
    let snapshot = try await SeededRegistry.shared().registry.snapshot
    for (change, grounds) in try Self.documented() {
      #expect(!grounds.isEmpty, "\(change.sentence)")
      for ground in grounds {
        let source = try #require(snapshot.sources.first { $0.key == ground.document })
        let isQuoted = snapshot.citations.contains {
          $0.source == source.id && $0.quote?.contains(ground.quote) == true
        }
        #expect(isQuoted, "\(ground.document): «\(ground.quote)»")
      }
    }
  }
}
