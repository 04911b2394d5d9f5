/// The best match of every entry so far, one byte each, so that a word that fits thousands of names
/// costs a pass over memory and no look-ups.
struct ScoreBoard {
  private var scores: [UInt8]
  private(set) var touched: [Int32] = []

  private static let unmatched: UInt8 = 0xFF
  private static let errorsMax = 7

  init(entryCount: Int) {
    scores = [UInt8](repeating: ScoreBoard.unmatched, count: entryCount)
  }

  subscript(entry: Int) -> Match? {
    let score = scores[entry]
    guard score != ScoreBoard.unmatched, let level = MatchLevel(rawValue: Int(score >> 3)) else {
      return nil
    }
    return Match(level, errors: Int(score & 7))
  }

  mutating func note(_ entry: Int32, _ match: Match) {
    note(entry, score: ScoreBoard.score(match))
  }

  mutating func note(_ entry: Int32, score: UInt8) {
    let known = scores[Int(entry)]
    guard score < known else { return }
    if known == ScoreBoard.unmatched { touched.append(entry) }
    scores[Int(entry)] = score
  }

  /// What fits both words, by the worse of the two.
  func joined(with other: ScoreBoard) -> ScoreBoard {
    var both = ScoreBoard(entryCount: scores.count)
    for entry in touched where other.scores[Int(entry)] != ScoreBoard.unmatched {
      both.note(entry, score: max(scores[Int(entry)], other.scores[Int(entry)]))
    }
    return both
  }

  /// The entries by score, best first, as groups of one score each.
  func groups(where isWanted: (Int) -> Bool) -> [(match: Match, entries: [Int])] {
    var groups = [[Int]](repeating: [], count: MatchLevel.allCases.count << 3)
    for entry in touched where isWanted(Int(entry)) {
      groups[Int(scores[Int(entry)])].append(Int(entry))
    }
    return groups.enumerated().compactMap { score, entries in
      guard !entries.isEmpty, let level = MatchLevel(rawValue: score >> 3) else { return nil }
      return (Match(level, errors: score & 7), entries)
    }
  }

  static func score(_ match: Match) -> UInt8 {
    UInt8(match.level.rawValue << 3 | min(match.errors, errorsMax))
  }
}
