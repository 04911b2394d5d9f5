package import Registry

/// Something found, by its best-fitting wording.
package struct SearchHit: Hashable, Sendable {
  package let subject: Subject
  /// The wording that fitted.
  package let text: String
  package let level: MatchLevel
  package let errors: Int
  /// Whether it is called so today.
  package let kind: NameKind
}

extension SearchIndex {
  /// What fits those words, best first, one hit a thing.
  ///
  /// Exact before folded before beginning before part before typing error; with several words all
  /// of them must fit, and with more than ``wordsMax`` only a name as a whole does. Fewer than four
  /// letters find only words that begin so. More than ``bytesMax`` bytes fit nothing. A person is
  /// found only as ``PersonRule`` says, whatever kinds are asked for.
  package func find(
    _ text: String, kinds: Set<Subject.Kind>? = nil, countMax: Int = 20
  ) -> [SearchHit] {
    var work = 0
    return find(text, groups: [(kinds, countMax)], work: &work).first ?? []
  }

  /// As ``find(_:kinds:countMax:)`` for several groups of kinds, at the cost of one search.
  package func find(
    _ text: String, groups: [(kind: Subject.Kind, countMax: Int)]
  ) -> [[SearchHit]] {
    var work = 0
    return find(text, groups: groups.map { (kinds: [$0.kind], countMax: $0.countMax) }, work: &work)
  }

  /// - Parameter work: grows by every term that is looked at and every use of one that is noted: by
  ///   at most ``workMax(words:)`` for so many words.
  func find(
    _ text: String, groups: [(kinds: Set<Subject.Kind>?, countMax: Int)], work: inout Int
  ) -> [[SearchHit]] {
    guard text.utf8.count <= SearchIndex.bytesMax else { return groups.map { _ in [] } }
    let folded = Folded(text)
    guard !folded.compact.isEmpty else { return groups.map { _ in [] } }
    var board = self.board(ofWhole: folded, written: text, &work)
    if (2...SearchIndex.wordsMax).contains(folded.words.count) {
      let every = self.board(ofEvery: folded.words, &work)
      let least = ScoreBoard.score(Match(.part))
      for entry in every.touched {
        guard let match = every[Int(entry)] else { continue }
        board.note(entry, score: max(least, ScoreBoard.score(match)))
      }
    }
    return groups.map { hits(board, folded, kinds: $0.kinds, countMax: $0.countMax) }
  }

  /// What is written by who looks for something is shorter; a search runs where answers are made.
  package static let bytesMax = 1_000
  /// No name has more words that anybody would write.
  package static let wordsMax = 16

  /// Three looks at each term and each use of it, for each word that counts and for all together.
  func workMax(words: Int) -> Int {
    (min(words, SearchIndex.wordsMax) + 1) * 3 * (table.count + table.usesCount)
  }

  /// What may have been meant: what fits all the words, else what fits some longer one of them.
  func suggestions(
    _ text: String, kinds: Set<Subject.Kind>, countMax: Int
  ) -> [SearchHit] {
    let hits = find(text, kinds: kinds, countMax: countMax)
    let words = text.split { $0 == " " || $0 == "-" || $0 == "/" }
    guard hits.isEmpty, words.count > 1 else { return hits }
    var seen: Set<Subject> = []
    let longer = words.filter { $0.count >= SearchIndex.partLettersMin }
    return longer.flatMap { find(String($0), kinds: kinds, countMax: countMax) }
      .filter { seen.insert($0.subject).inserted }
      .sorted { ($0.level, $0.errors) < ($1.level, $1.errors) }
      .prefix(countMax).map { $0 }
  }

  private func board(
    ofWhole folded: Folded, written: String, _ work: inout Int
  ) -> ScoreBoard {
    var board = self.board(of: folded.compact, &work)
    for entry in stems[Stem.key(folded.words), default: []] {
      board.note(Int32(entry), Match(.inflected))
    }
    let lower = written.lowercased()
    for entry in wholeUses(of: folded.compact) where entries[entry].text.lowercased() == lower {
      board.note(Int32(entry), Match(.exact))
    }
    return board
  }

  /// Entries in which every one of the words fits some word; the worst of them counts.
  private func board(ofEvery words: [[UInt8]], _ work: inout Int) -> ScoreBoard {
    var every: ScoreBoard?
    for word in Set(words) {
      let board = board(of: word, &work)
      every = every?.joined(with: board) ?? board
      // Of what fits no word nothing fits all.
      if board.touched.isEmpty { break }
    }
    return every ?? ScoreBoard(entryCount: entries.count)
  }

  /// Fewer letters stand inside nearly every word.
  private static let partLettersMin = 4

  private func board(of word: [UInt8], _ work: inout Int) -> ScoreBoard {
    var board = ScoreBoard(entryCount: entries.count)
    func note(_ term: Int, whole: Match, word: Match) {
      let scores = (ScoreBoard.score(whole), ScoreBoard.score(word))
      work += table.uses(of: term).count
      for use in table.uses(of: term) {
        board.note(use.entry, score: use.isWhole ? scores.0 : scores.1)
      }
    }
    let beginning = table.beginning(with: word)
    work += beginning.count
    for term in beginning {
      let isAll = table.term(term).count == word.count
      note(term, whole: Match(isAll ? .folded : .prefix), word: Match(.part, errors: isAll ? 0 : 1))
    }
    if word.count >= SearchIndex.partLettersMin {
      work += table.count
      for term in table.holding(word) {
        note(term, whole: Match(.part, errors: 2), word: Match(.part, errors: 2))
      }
    }
    if let pattern = TypoPattern(word) {
      let errorsMax = TypoPattern.errorsSuggested(length: word.count)
      work += table.count
      for (term, errors) in table.resembling(pattern, errorsMax: errorsMax) where errors > 0 {
        note(term, whole: Match(.typo, errors: errors), word: Match(.typo, errors: errors + 1))
      }
    }
    return board
  }

  /// Sorts only as far as is asked for: the groups of one score stand in order already.
  private func hits(
    _ board: ScoreBoard, _ folded: Folded, kinds: Set<Subject.Kind>?, countMax: Int
  ) -> [SearchHit] {
    var seen: Set<Subject> = []
    var hits: [SearchHit] = []
    let mayBePersons = kinds.map { $0.contains(.person) } ?? true
    let persons = PersonRule(mayBePersons ? folded.words : [], in: table)
    let groups = board.groups { entry in
      let kind = entries[entry].subject.kind
      return (kinds.map { $0.contains(kind) } ?? true)
        && (kind != .person || persons.names(entry))
    }
    for group in groups where hits.count < countMax {
      for index in group.entries.sorted(by: isBetter) where hits.count < countMax {
        let entry = entries[index]
        guard seen.insert(entry.subject).inserted else { continue }
        hits.append(
          SearchHit(
            subject: entry.subject, text: entry.text, level: group.match.level,
            errors: group.match.errors, kind: entry.kind))
      }
    }
    return hits
  }

  /// Total among entries that fit alike: what is called so before what a post town of that name
  /// lies in, current before former, shorter names, then the own place.
  private func isBetter(_ one: Int, than other: Int) -> Bool {
    let (left, right) = (entries[one], entries[other])
    if left.isPostTown != right.isPostTown { return !left.isPostTown }
    let isLeftFormer = left.kind == .former
    if isLeftFormer != (right.kind == .former) { return !isLeftFormer }
    let lengths = (left.text.utf8.count, right.text.utf8.count)
    return lengths.0 == lengths.1 ? one < other : lengths.0 < lengths.1
  }
}
