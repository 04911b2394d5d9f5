import Registry

/// A whole name that fits what was written.
struct WholeMatch: Hashable {
  let entry: Int
  let match: Match
}

extension SearchIndex {
  /// The whole names of those kinds that fit, best level only: exact, else folded, else inflected,
  /// else the fewest typing errors.
  func wholeMatches(
    _ text: String, kinds: Set<Subject.Kind>, isWanted: (SearchEntry) -> Bool = { _ in true }
  ) -> [WholeMatch] {
    let folded = Folded(text)
    guard !folded.compact.isEmpty else { return [] }
    func isFit(_ entry: Int) -> Bool {
      kinds.contains(entries[entry].subject.kind) && isWanted(entries[entry])
    }
    let same = sameNames(folded, text, isFit)
    if !same.isEmpty { return same }
    let inflected = stems[Stem.key(folded.words), default: []].filter(isFit)
    if !inflected.isEmpty {
      return inflected.map { WholeMatch(entry: $0, match: Match(.inflected)) }
    }
    return mistyped(folded, isFit: isFit)
  }

  /// The entries of those kinds that are called exactly so, else so once spellings are folded.
  func sameNames(
    _ text: String, kinds: Set<Subject.Kind>, isWanted: (SearchEntry) -> Bool = { _ in true }
  ) -> [Int] {
    let folded = Folded(text)
    guard !folded.compact.isEmpty else { return [] }
    return sameNames(folded, text) {
      kinds.contains(entries[$0].subject.kind) && isWanted(entries[$0])
    }.map(\.entry)
  }

  private func sameNames(
    _ folded: Folded, _ text: String, _ isFit: (Int) -> Bool
  ) -> [WholeMatch] {
    let same = wholeUses(of: folded.compact).filter(isFit)
    let lower = text.lowercased()
    let exact = same.filter { entries[$0].text.lowercased() == lower }
    if !exact.isEmpty { return exact.map { WholeMatch(entry: $0, match: Match(.exact)) } }
    return same.map { WholeMatch(entry: $0, match: Match(.folded)) }
  }

  /// The entries whose whole name is that term.
  func wholeUses(of term: [UInt8]) -> [Int] {
    guard let index = table.index(of: term) else { return [] }
    return table.uses(of: index).filter(\.isWhole).map { Int($0.entry) }
  }

  private func mistyped(_ folded: Folded, isFit: (Int) -> Bool) -> [WholeMatch] {
    guard let pattern = TypoPattern(folded.compact) else { return [] }
    let limit = TypoPattern.errorsAccepted(length: folded.compact.count)
    let near = table.resembling(pattern, errorsMax: limit).flatMap { term in
      table.uses(of: term.index).filter { $0.isWhole && isFit(Int($0.entry)) }
        .map { WholeMatch(entry: Int($0.entry), match: Match(.typo, errors: term.errors)) }
    }
    let best = near.map(\.match).min()
    return near.filter { $0.match == best }
  }
}
