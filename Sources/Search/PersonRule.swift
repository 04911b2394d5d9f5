import Registry

/// Who may be found by name: a person only by whoever writes whole words of the name.
///
/// The one rule for pages, API, suggestions and command line, so that nobody walks off with the
/// names of persons by typing their first letters, or a letter wrong.
struct PersonRule {
  /// Fewer letters are an initial, which is no word of a name.
  private static let lettersMin = 2

  private let named: Set<Int32>

  /// - Parameter written: the words that were written; all of them must be words of the name.
  init(_ written: [[UInt8]], in table: TermTable) {
    guard written.allSatisfy({ $0.count >= PersonRule.lettersMin }), let first = written.first
    else {
      named = []
      return
    }
    let rest = written.dropFirst()
    named = rest.reduce(into: PersonRule.bearers(of: first, in: table)) { named, word in
      named.formIntersection(PersonRule.bearers(of: word, in: table))
    }
  }

  /// Whether the name of that entry was written in whole words.
  func names(_ entry: Int) -> Bool { named.contains(Int32(entry)) }

  private static func bearers(of word: [UInt8], in table: TermTable) -> Set<Int32> {
    guard let term = table.index(of: word) else { return [] }
    return Set(table.uses(of: term).lazy.map(\.entry))
  }
}
