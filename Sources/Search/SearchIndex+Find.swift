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
  /// Exact before folded before beginning before part before typing error; with several words all of
  /// them must fit. Fewer than three letters find only names that begin so.
  package func find(
    _ text: String, kinds: Set<Subject.Kind>? = nil, countMax: Int = 20
  ) -> [SearchHit] {
    let folded = Folded(text)
    guard !folded.compact.isEmpty else { return [] }
    var best = matches(ofWhole: folded, written: text)
    if folded.words.count > 1 {
      best.merge(matches(ofEvery: folded.words), uniquingKeysWith: min)
    }
    return hits(best, kinds: kinds, countMax: countMax)
  }

  private func matches(ofWhole folded: Folded, written: String) -> [Int: Match] {
    var best = partMatches(folded.compact)
    for index in stems[Stem.key(folded.words), default: []] {
      best[index] = min(best[index] ?? Match(.inflected), Match(.inflected))
    }
    let lower = written.lowercased()
    for (entry, match) in best where match.level == .folded {
      if entries[entry].text.lowercased() == lower { best[entry] = Match(.exact) }
    }
    return best
  }

  /// Entries in which every one of the words fits some word; the worst of them counts.
  private func matches(ofEvery words: [[UInt8]]) -> [Int: Match] {
    var common: [Int: Match]?
    for word in words {
      let found = partMatches(word)
      guard let before = common else {
        common = found
        continue
      }
      common = before.reduce(into: [:]) { both, pair in
        if let match = found[pair.key] { both[pair.key] = max(match, pair.value) }
      }
    }
    return (common ?? [:]).mapValues { max($0, Match(.part)) }
  }

  private func partMatches(_ word: [UInt8]) -> [Int: Match] {
    var best: [Int: Match] = [:]
    func note(_ term: Int, whole: Match, word: Match) {
      for use in table.uses(of: term) {
        let match = use.isWhole ? whole : word
        let entry = Int(use.entry)
        best[entry] = min(best[entry] ?? match, match)
      }
    }
    for term in table.beginning(with: word) {
      let isAll = table.term(term).count == word.count
      note(term, whole: Match(isAll ? .folded : .prefix), word: Match(.part, errors: isAll ? 0 : 1))
    }
    if word.count > 2 {
      for term in table.holding(word) {
        note(term, whole: Match(.part, errors: 2), word: Match(.part, errors: 2))
      }
    }
    if let pattern = TypoPattern(word) {
      let errorsMax = TypoPattern.errorsSuggested(length: word.count)
      for (term, errors) in table.resembling(pattern, errorsMax: errorsMax) where errors > 0 {
        note(term, whole: Match(.typo, errors: errors), word: Match(.typo, errors: errors + 1))
      }
    }
    return best
  }

  private func hits(
    _ best: [Int: Match], kinds: Set<Subject.Kind>?, countMax: Int
  ) -> [SearchHit] {
    var bySubject: [Subject: (entry: Int, match: Match)] = [:]
    for (entry, match) in best {
      let subject = entries[entry].subject
      if let kinds, !kinds.contains(subject.kind) { continue }
      if let known = bySubject[subject], !isBetter((entry, match), than: known) { continue }
      bySubject[subject] = (entry, match)
    }
    return bySubject.values.sorted { isBetter($0, than: $1) }.prefix(countMax).map {
      let entry = entries[$0.entry]
      return SearchHit(
        subject: entry.subject, text: entry.text, level: $0.match.level, errors: $0.match.errors,
        kind: entry.kind)
    }
  }

  private typealias Found = (entry: Int, match: Match)

  /// Total: level, errors, current before former, shorter names, then the entry's own place.
  private func isBetter(_ one: Found, than other: Found) -> Bool {
    if one.match != other.match { return one.match < other.match }
    let left = entries[one.entry]
    let right = entries[other.entry]
    let isLeftFormer = left.kind == .former
    if isLeftFormer != (right.kind == .former) { return !isLeftFormer }
    let lengths = (left.text.utf8.count, right.text.utf8.count)
    return lengths.0 == lengths.1 ? one.entry < other.entry : lengths.0 < lengths.1
  }
}
