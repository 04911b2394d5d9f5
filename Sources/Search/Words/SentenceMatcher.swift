import Registry

/// Finds the words, fields and rules of a phrase book in one sentence.
struct SentenceMatcher {
  /// Some words of the sentence that fit, by their places as bits.
  struct Occurrence: Hashable {
    var first: Int
    var last: Int
    var places: UInt64
    var weight: Int
  }

  /// A shorter word with a letter wrong is as often another word.
  static let typoLettersMin = 5
  /// Words that may stand between two of one way to say it, and between parts of a rule.
  private static let fieldGapMax = 1
  private static let ruleGapMax = 2
  private static let spanMax = 14
  /// More ways to place one pattern in a sentence are not tried.
  private static let occurrencesMax = 24

  let book: PhraseBook
  let sentence: Sentence
  let tongues: Set<Lexicon.Tongue>
  private let termHits: [[Occurrence]]
  private var memo: [Int: [Occurrence]] = [:]

  init(book: PhraseBook, sentence: Sentence) {
    self.book = book
    self.sentence = sentence
    let counts = [Lexicon.Tongue.norwegian, .english].map { tongue in
      sentence.words.count { book.common[tongue]?.contains($0.folded) ?? false }
    }
    tongues =
      counts[0] > counts[1]
      ? [.norwegian] : counts[1] > counts[0] ? [.english] : [.norwegian, .english]
    termHits = SentenceMatcher.hits(book, sentence)
  }

  func isCommon(_ place: Int) -> Bool {
    tongues.contains { book.common[$0]?.contains(sentence.words[place].folded) ?? false }
  }

  /// Whether any word of the lexicon fits that place.
  func isKnown(_ place: Int) -> Bool {
    isCommon(place) || termHits.contains { $0.contains { $0.first == place } }
  }

  mutating func occurrences(ofField name: String) -> [Occurrence] {
    tongues.flatMap { tongue -> [Occurrence] in
      book.fieldNumbers[tongue]?[name].map { occurrences(of: .field($0)) } ?? []
    }
  }

  /// The best way in which a rule is met, and all ways of it; nil when it is not.
  mutating func best(_ rule: PhraseBook.Rule) -> Occurrence? {
    guard tongues.contains(rule.rule.tongue) else { return nil }
    var found: [Occurrence]?
    for part in rule.parts {
      // A figure of speech is one only word by word.
      let gapMax = rule.rule.meaning == .nothing ? 0 : SentenceMatcher.ruleGapMax
      let own = sequence(part[...], gapMax: gapMax)
      guard !own.isEmpty else { return nil }
      found = found.map { joined($0, own) } ?? own
      if found?.isEmpty == true { return nil }
    }
    return found?.max { $0.weight < $1.weight }
  }

  private func joined(_ left: [Occurrence], _ right: [Occurrence]) -> [Occurrence] {
    var all: [Occurrence] = []
    for one in left {
      for other in right where one.places & other.places == 0 {
        let (first, last) = (min(one.first, other.first), max(one.last, other.last))
        guard last - first <= SentenceMatcher.spanMax else { continue }
        all.append(
          Occurrence(
            first: first, last: last, places: one.places | other.places,
            weight: one.weight + other.weight))
        if all.count == SentenceMatcher.occurrencesMax { return all }
      }
    }
    return all
  }

  private mutating func occurrences(of node: PhraseBook.Node) -> [Occurrence] {
    switch node {
    case .term(let term): return termHits[term]
    case .field(let number):
      if let known = memo[number] { return known }
      // A field that names itself is met by nothing there.
      memo[number] = []
      var all: Set<Occurrence> = []
      for way in book.fields[number] {
        all.formUnion(sequence(way[...], gapMax: SentenceMatcher.fieldGapMax))
      }
      let sorted = all.sorted {
        ($0.first, $0.weight, $0.places) < ($1.first, $1.weight, $1.places)
      }
      memo[number] = sorted
      return sorted
    }
  }

  private mutating func sequence(
    _ nodes: ArraySlice<PhraseBook.Node>, gapMax: Int
  ) -> [Occurrence] {
    guard let node = nodes.first else { return [] }
    var found = occurrences(of: node)
    for node in nodes.dropFirst() where !found.isEmpty {
      let next = occurrences(of: node)
      var longer: [Occurrence] = []
      for one in found {
        for other in next where follows(other, one, gapMax) {
          longer.append(
            Occurrence(
              first: one.first, last: other.last, places: one.places | other.places,
              weight: one.weight + other.weight))
        }
      }
      found = Array(longer.prefix(SentenceMatcher.occurrencesMax))
    }
    return found
  }

  private func follows(_ next: Occurrence, _ one: Occurrence, _ gapMax: Int) -> Bool {
    if one.last < 0 { return next.first == 0 }
    return next.first > one.last && next.first - one.last <= gapMax + 1
      && sentence.words[next.first].clause == sentence.words[one.last].clause
  }
}

// MARK: the words of the sentence

extension SentenceMatcher {
  private static let contentWeight = 10
  private static let commonWeight = 4
  private static let errorWeight = 3

  /// Where each word of the book stands: by its stem, its beginning or ending, else by a typing
  /// error.
  private static func hits(_ book: PhraseBook, _ sentence: Sentence) -> [[Occurrence]] {
    var hits = [[Occurrence]](repeating: [], count: book.termCount)
    for term in book.beginnings {
      hits[term] = [Occurrence(first: -1, last: -1, places: 0, weight: 0)]
    }
    for (place, word) in sentence.words.enumerated() {
      let isCommon = book.common.values.contains { $0.contains(word.folded) }
      func note(_ terms: [Int], less: Int = 0) {
        let weight = (isCommon ? commonWeight : contentWeight) - less
        for term in terms {
          hits[term].append(
            Occurrence(first: place, last: place, places: 1 << UInt64(place), weight: weight))
        }
      }
      let own =
        (book.stems[.norwegian]?[word.norwegian] ?? [])
        + (book.stems[.english]?[word.english] ?? [])
      let wider = book.affixes.filter { isMet($0, by: word.folded) }.map(\.term)
      note(own)
      note(wider, less: 1)
      guard own.isEmpty, !isCommon, !word.isNumber else { continue }
      let (errors, terms) = mistyped(word.folded, book)
      note(terms, less: errors * errorWeight)
    }
    return hits
  }

  private static func isMet(_ affix: PhraseBook.Affix, by word: [UInt8]) -> Bool {
    guard word.count >= affix.bytes.count else { return false }
    switch (affix.isOpenBefore, affix.isOpenAfter) {
    case (false, _): return word.starts(with: affix.bytes)
    case (true, false): return word.suffix(affix.bytes.count).elementsEqual(affix.bytes)
    case (true, true):
      return word.indices.dropLast(affix.bytes.count - 1).contains {
        word[$0...].starts(with: affix.bytes)
      }
    }
  }

  /// The words with the fewest typing errors, the first letter being right.
  private static func mistyped(_ word: [UInt8], _ book: PhraseBook) -> (Int, [Int]) {
    guard word.count >= typoLettersMin, let pattern = TypoPattern(word) else { return (0, []) }
    let limit = TypoPattern.errorsAccepted(length: word.count)
    var best = limit + 1
    var terms: [Int] = []
    for form in book.forms {
      guard form.bytes.first == word.first, abs(form.bytes.count - word.count) <= limit,
        !pattern.mask.isBeyond(limit, of: form.mask)
      else { continue }
      let errors = pattern.errors(in: form.bytes)
      if errors < best {
        (best, terms) = (errors, form.terms)
      } else if errors == best, errors <= limit {
        terms += form.terms
      }
    }
    return best <= limit ? (best, terms) : (0, [])
  }
}
