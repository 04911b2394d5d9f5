import Foundation
import Registry
import SeedFiles

/// The texts that the five plans are read from, and what the seeds make of them.
enum Documents {
  static let keys = [
    "trondheim-2020", "trondheim-2021", "sandefjord-2015", "holmestrand-2021", "baerum-2017",
  ]

  /// A text with its white space as single spaces; of Bærum's the page numbers are taken out.
  static func text(_ key: String) throws -> String {
    var text = try String(
      contentsOfFile: "\(Checkout.root)/Tests/SeedFilesTests/Documents/\(key).txt",
      encoding: .utf8)
    if key == "baerum-2017" {
      text = text.replacingOccurrences(
        of: " [0-9]{1,2}(\\n\\n|\\s*$)", with: "$1", options: .regularExpression)
    }
    return folded(text)
  }

  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All seeds, read once.
  static let seeds = Result {
    try SeedReader(existing: Snapshot())
      .read(Checkout.texts(["Seed/national", "Seed/plans"])).snapshot
  }

  /// The document's own pieces, one for each measure that the seeds number; between the headings.
  static func measures(of key: String, in snapshot: Snapshot) throws -> [(Measure, String)] {
    let text = try text(key)
    let plan = snapshot.plans.first { $0.key == key }?.id
    let rows = snapshot.measures.filter { $0.plan == plan }.sorted { $0.position < $1.position }
    var pieces: [(Measure, String)] = []
    var from = text.startIndex
    if key == "trondheim-2020",
      let start = text.range(of: "Tiltakene Tiltak 1 ", options: .backwards)
    {
      from = start.lowerBound
    }
    for (place, row) in rows.enumerated() {
      guard let begin = heading(row, key, in: text, from: from) else { continue }
      var end = text.endIndex
      if place + 1 < rows.count,
        let next = heading(rows[place + 1], key, in: text, from: begin.upperBound)
      {
        end = next.lowerBound
      }
      pieces.append((row, String(text[begin.upperBound..<end])))
      from = begin.upperBound
    }
    return pieces
  }

  private static func heading(
    _ row: Measure, _ key: String, in text: String, from: String.Index
  ) -> Range<String.Index>? {
    let title = folded(row.title).replacing(" – kompetanse", with: " -kompetanse")
    for joint in ["Tiltak \(row.number) ", "Tiltak\(row.number) ", "Tiltak \(row.number): "] {
      if let range = text.range(of: joint + title, range: from..<text.endIndex) { return range }
    }
    return nil
  }
}
