/// A sought word prepared for counting typing errors against many others.
///
/// Errors are insertions, omissions, exchanges of one letter and swaps of two neighbours (optimal
/// string alignment), counted bit-parallel after Hyyrö 2003; a pattern is 1 to 64 bytes.
struct TypoPattern {
  static let bytesMax = 64

  let length: Int
  let mask: LetterMask
  private let places: [UInt64]
  private let digits: [UInt8]

  /// nil when the word is empty or longer than 64 bytes: nobody mistypes such a name by hand.
  init?(_ word: [UInt8]) {
    guard !word.isEmpty, word.count <= TypoPattern.bytesMax else { return nil }
    var places = [UInt64](repeating: 0, count: 256)
    for (index, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(index) }
    self.places = places
    length = word.count
    mask = LetterMask(word)
    digits = word.filter(TypoPattern.isDigit)
  }

  /// Whether the digits are the same: a number is right or wrong, never mistyped.
  func hasDigits(of word: ArraySlice<UInt8>) -> Bool {
    word.lazy.filter(TypoPattern.isDigit).elementsEqual(digits)
  }

  /// The number of typing errors between the pattern and that word.
  func errors(in word: some Sequence<UInt8>) -> Int {
    let lastBit: UInt64 = 1 << UInt64(length - 1)
    var vertical: UInt64 = ~0
    var verticalLess: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    var errors = length
    for byte in word {
      let match = places[Int(byte)]
      let swap = ((~diagonal & match) << 1) & previous
      diagonal = (((match & vertical) &+ vertical) ^ vertical) | match | verticalLess | swap
      let more = verticalLess | ~(diagonal | vertical)
      let less = diagonal & vertical
      if more & lastBit != 0 { errors += 1 }
      if less & lastBit != 0 { errors -= 1 }
      let shifted = more << 1 | 1
      vertical = less << 1 | ~(diagonal | shifted)
      verticalLess = shifted & diagonal
      previous = match
    }
    return errors
  }

  /// How many errors are forgiven when a name is resolved: none in the shortest.
  static func errorsAccepted(length: Int) -> Int {
    switch length {
    case ..<4: 0
    case 4...6: 1
    default: 2
    }
  }

  /// How many errors a suggestion may have.
  static func errorsSuggested(length: Int) -> Int {
    switch length {
    case ..<3: 0
    case 3...4: 1
    case 5...7: 2
    default: 3
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// Which letters a word holds, once or more than once, as bits; a cheap bound on typing errors.
struct LetterMask: Hashable {
  let bits: UInt64

  init(_ word: some Sequence<UInt8>) {
    var bits: UInt64 = 0
    for byte in word {
      let once = LetterMask.bit(byte)
      bits |= bits & once == 0 ? once : once << 32
    }
    self.bits = bits
  }

  /// One error changes at most two bits: a letter goes and another comes.
  func isBeyond(_ errors: Int, of other: LetterMask) -> Bool {
    (bits ^ other.bits).nonzeroBitCount > 2 * errors
  }

  /// Whether every letter here stands in the other at least once.
  func isPart(of other: LetterMask) -> Bool {
    (bits & 0xFFFF_FFFF) & ~other.bits == 0
  }

  private static func bit(_ byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << (26 + UInt64(byte % 5))
    default: 1 << 31
    }
  }
}
