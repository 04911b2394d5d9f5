/// Finds the known words that somebody most likely meant.
package enum Nearest {
  /// The end of a sentence about an unknown word: suggestions, or the short list of all.
  static func ending(
    _ word: String, among known: some Collection<String>, else introduction: String? = nil
  ) -> String {
    let near = words(near: word, among: known)
    if !near.isEmpty {
      return "; did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    }
    if let introduction, (1...40).contains(known.count) {
      return "; \(introduction) \(known.sorted().joined(separator: ", "))."
    }
    return "."
  }

  /// At most three words, nearest first.
  package static func words(near word: String, among known: some Collection<String>) -> [String] {
    let wanted = Array(word.lowercased().utf8)
    let limit = max(1, min(3, wanted.count / 3))
    var found: [(distance: Int, word: String)] = []
    for candidate in known {
      let bytes = Array(candidate.utf8)
      if abs(bytes.count - wanted.count) <= limit,
        let distance = distance(wanted, bytes, limit: limit)
      {
        found.append((distance, candidate))
      } else if wanted.count >= 4, candidate.contains(word) || isPart(candidate, of: word) {
        found.append((limit + 1, candidate))
      }
    }
    return found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
  }

  private static func isPart(_ candidate: String, of word: String) -> Bool {
    candidate.utf8.count >= 4 && word.contains(candidate)
  }

  /// Letters to change, add, take away or swap; nil when there are more than the limit.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      if current.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, current)
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
