import Foundation
import Phrases
import Registry
import Search

/// What people write, with what is right to read in it: the tables in the folder `Phrases`.
struct PhraseTable {
  struct Row {
    let text: String
    /// Any of these; empty when no worry is to be read.
    let concerns: [String]
    let mayBeNothing: Bool
    let askers: [String]
    let age: String
    let severity: Severity?
  }

  struct Figures {
    var right = 0
    var wrong: [String] = []
    var general: [String] = []
    var policeWrong: [String] = []
    var missed: [String] = []
    var raised: [String] = []
    var askersWrong: [String] = []
    var agesWrong: [String] = []
    var count = 0

    var share: Double { count == 0 ? 0 : Double(right) / Double(count) }
    var wrongShare: Double { count == 0 ? 0 : Double(wrong.count) / Double(count) }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  /// The words as an editor keeps them.
  static let lexicon = Lexicon(
    parsing: PhraseFiles(
      folder: root.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Phrases/Files").path()
    ).texts)

  let name: String
  let rows: [Row]

  init(_ name: String) throws {
    self.name = name
    let text = try String(
      contentsOf: PhraseTable.root.appending(path: "Phrases/\(name).tsv"), encoding: .utf8)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func cell(_ place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }
      let concerns = cell(1).split(separator: "|").map(String.init)
      return Row(
        text: cell(0), concerns: concerns.filter { $0 != "-" },
        mayBeNothing: concerns.contains("-"),
        askers: cell(2).split(separator: "|").map(String.init),
        age: cell(3), severity: Severity(rawValue: cell(4)))
    }
  }

  /// Concerns whose first door is the police: nobody is led there by a wrong reading.
  private static let policeConcerns: Set<String> = [
    "serious-crime-imminent", "crime", "violence-victim", "foreign-fighter", "departure", "return",
    "tip", "police-advice", "hate-crime",
  ]

  func figures(_ reader: SentenceReader, _ index: SearchIndex) -> Figures {
    var figures = Figures()
    for row in rows {
      let reading = reader.read(row.text)
      let key = reading.concern.flatMap { index.key(of: .concern($0)) }
      let told =
        "\(row.text) → \(key ?? "-") \(reading.severity?.rawValue ?? "") "
        + "(\(row.concerns.joined(separator: "|")))"
      figures.count += 1
      if let key {
        if row.concerns.contains(key) {
          figures.right += 1
        } else {
          figures.wrong.append(told)
          if PhraseTable.policeConcerns.contains(key) { figures.policeWrong.append(told) }
        }
      } else if row.mayBeNothing {
        figures.right += 1
      } else {
        figures.general.append(told)
      }
      let read = reading.severity ?? .question
      if let least = row.severity, read < least { figures.missed.append(told) }
      if row.severity == nil, read >= .grave { figures.raised.append(told) }
      let asker = reading.asker?.rawValue ?? ""
      if !row.askers.isEmpty, !row.askers.contains(asker) {
        figures.askersWrong.append("\(row.text) → \(asker) (\(row.askers))")
      }
      let age = reading.age.map { age in
        if case .years(let years) = age { return String(years) }
        return "unborn"
      }
      if age ?? "" != row.age { figures.agesWrong.append("\(row.text) → \(age ?? "-")") }
    }
    return figures
  }
}

extension PhraseTable.Figures: CustomStringConvertible {
  var description: String {
    func list(_ title: String, _ lines: [String]) -> String {
      "\(title): \(lines.count)" + lines.map { "\n    \($0)" }.joined()
    }
    return """
      \(count) sentences, \(right) right (\(Int((share * 100).rounded())) %)
      \(list("wrong", wrong))
      \(list("answered generally", general))
      \(list("wrong and the police", policeWrong))
      \(list("severity missed", missed))
      \(list("severity raised", raised))
      \(list("asker wrong", askersWrong))
      \(list("age wrong", agesWrong))
      """
  }
}
