import Testing

@testable import Search

@Suite("Spelling")
struct FoldTests {
  @Test(
    "spellings of one name fold to the same letters",
    arguments: [
      ("Bærum", "baerum"), ("Bærum", "BÄRUM"), ("Tromsø", "tromso"), ("Tromsø", "Tromsoe"),
      ("Tromsø", "Tromsö"), ("Ålesund", "Aalesund"), ("Ålesund", "alesund"),
      ("Ålesund", "A\u{30A}lesund"), ("Bærum", "Ba\u{308}rum"),
      ("SLT-koordinator", "slt koordinator"),
      ("fritidsklubb", "fritids klubb"), ("Guovdageaidnu", "GUOVDAGEAIDNU"),
      ("Kárášjohka", "karasjohka"),
      ("St. Olavs", "st olavs"), ("Øst-Finnmark", "ØSTFINNMARK"),
    ])
  func folds(_ one: String, _ other: String) {
    #expect(Folded(one).compact == Folded(other).compact)
  }

  @Test(
    "different names stay different", arguments: [("Hol", "Hole"), ("Bø", "Bu"), ("5001", "5002")])
  func keepsApart(_ one: String, _ other: String) {
    #expect(Folded(one).compact != Folded(other).compact)
  }

  @Test("letters of other scripts are kept, signs are not")
  func otherScripts() {
    #expect(Folded("Осло!").compact == Array("осло".utf8))
    #expect(Folded("112 … !").words == [Array("112".utf8)])
    #expect(Folded("  ").compact.isEmpty)
  }

  @Test(
    "endings are cut to one stem",
    arguments: [
      ("radikaliserte", "radikalisering"), ("fritidsklubben", "fritidsklubb"),
      ("politikontakten", "politikontakt"), ("barneverntjenesten", "barneverntjeneste"),
      ("valdeleg", "valdelig"), ("ungdomsskolene", "ungdomsskole"),
    ])
  func stems(_ one: String, _ other: String) {
    #expect(Stem.key(Folded(one).words) == Stem.key(Folded(other).words))
  }

  @Test("a stem keeps at least four letters")
  func stemLength() {
    #expect(Stem.stem(Array("leder".utf8)) == Array("leder".utf8))
    #expect(Stem.stem(Array("politi".utf8)) == Array("politi".utf8))
  }
}

@Suite("Typing errors")
struct TypoPatternTests {
  @Test(
    "errors are counted as people make them",
    arguments: [
      ("trondheim", "trondheim", 0), ("tronheim", "trondheim", 1), ("trondhiem", "trondheim", 1),
      ("torndhiem", "trondheim", 2), ("xrondheim", "trondheim", 1), ("oslo", "moss", 3),
    ])
  func counts(_ word: String, _ other: String, _ errors: Int) throws {
    let pattern = try #require(TypoPattern(Array(word.utf8)))
    #expect(pattern.errors(in: Array(other.utf8)) == errors)
  }

  @Test(
    "the bit-parallel count equals the textbook count, and the letter mask never rejects a match")
  func agreesWithOracle() throws {
    var random = SplitMix(seed: 20_261_121)
    for _ in 0..<4000 {
      let one = random.word(lengthMax: 14)
      let other = random.bool() ? random.word(lengthMax: 14) : random.mistype(one)
      let pattern = try #require(TypoPattern(one))
      let errors = pattern.errors(in: other)
      #expect(errors == textbook(one, other), "seed 20261121: \(one) \(other)")
      #expect(
        !pattern.mask.isBeyond(errors, of: LetterMask(other)), "seed 20261121: \(one) \(other)")
    }
  }

  @Test("a word beyond 64 bytes has no typing errors, and an empty one neither")
  func bounds() {
    #expect(TypoPattern([]) == nil)
    #expect(TypoPattern([UInt8](repeating: 97, count: 65)) == nil)
    #expect(TypoPattern([UInt8](repeating: 97, count: 64))?.errors(in: []) == 64)
  }

  private func textbook(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for i in 0...one.count { rows[i][0] = i }
    for j in 0...other.count { rows[0][j] = j }
    for i in 1...max(1, one.count) where !one.isEmpty {
      for j in 1...max(1, other.count) where !other.isEmpty {
        let same = one[i - 1] == other[j - 1] ? 0 : 1
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[one.count][other.count]
  }
}

/// A seeded source of small words over few letters, so that chance finds near misses.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func bool() -> Bool { next() & 1 == 0 }

  mutating func word(lengthMax: Int) -> [UInt8] {
    (0...below(lengthMax)).map { _ in UInt8(97 + below(5)) }
  }

  mutating func mistype(_ word: [UInt8]) -> [UInt8] {
    var word = word
    let place = below(word.count)
    switch below(4) {
    case 0: word.remove(at: place)
    case 1: word.insert(UInt8(97 + below(5)), at: place)
    case 2: word[place] = UInt8(97 + below(5))
    default: if place + 1 < word.count { word.swapAt(place, place + 1) }
    }
    return word
  }
}
