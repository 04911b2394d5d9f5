import Foundation
import Testing

/// One of the 80 questions: as it was given, and as it is asked on the command line.
struct SeedQuestion: Sendable {
  let id: String
  /// `ask`, `show` or `find`.
  let door: String
  let arguments: String
  let expectations: [String]
  let reading: String
  let given: Given

  /// A line of seed-questions.jsonl, the fields that are judged.
  struct Given: Decodable, Sendable {
    let id: String
    let phone: String
    let quote: String
  }

  /// All of them, by number.
  static func all() throws -> [SeedQuestion] {
    let given = try Dictionary(
      uniqueKeysWithValues: lines(of: "seed-questions.jsonl").map { line in
        let row = try JSONDecoder().decode(Given.self, from: Data(line.utf8))
        return (row.id, row)
      })
    let rows = try ["seed-questions-trondheim.txt", "seed-questions-others.txt"]
      .flatMap { try lines(of: $0) }.filter { !$0.hasPrefix("#") }
    return try rows.map { row in
      let columns = row.components(separatedBy: " | ")
      try #require(columns.count == 5, "not five columns: \(row)")
      return SeedQuestion(
        id: columns[0], door: columns[1], arguments: columns[2],
        expectations: columns[3].components(separatedBy: " ; ").map {
          $0.trimmingCharacters(in: .whitespaces)
        }, reading: columns[4], given: try #require(given[columns[0]], "\(columns[0])"))
    }.sorted { $0.id < $1.id }
  }

  private static func lines(of file: String) throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path()
    let text = try String(contentsOfFile: "\(folder)Resources/\(file)", encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}
