import Foundation
import Testing

/// A text kept beside the sources. `VARDE_GOLDENS=rewrite swift test` writes it anew.
enum Golden {
  static func expect(
    _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = root.appending(path: path)
    if ProcessInfo.processInfo.environment["VARDE_GOLDENS"] == "rewrite" {
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = zip(lines, keptLines).first { $0 != $1 }
    #expect(
      text == kept,
      """
      \(path) is not true any more; after looking at the difference, write it with \
      VARDE_GOLDENS=rewrite swift test. First: «\(difference?.0 ?? "")» was \
      «\(difference?.1 ?? "")»; \(lines.count) lines were \(keptLines.count)
      """, sourceLocation: sourceLocation)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
