import Snowball

/// One written sentence as words with their stems, in memory only.
struct Sentence {
  struct Word {
    /// Lower case, as written.
    let text: String
    let folded: [UInt8]
    let norwegian: [UInt8]
    let english: [UInt8]
    /// Which of the parts between full stops, commas and «men» it stands in.
    let clause: Int
    let isNumber: Bool
    /// Written with a capital that its place in the sentence does not ask for.
    let isCapital: Bool
  }

  /// More is not read: nobody says what it is about in so many words.
  static let wordsMax = 64
  static let charactersMax = 200

  let words: [Word]

  init(_ text: String, norwegian: Stemmer, english: Stemmer) {
    var words: [Word] = []
    var clause = 0
    var isStart = true
    var written = ""
    func close() {
      guard !written.isEmpty, words.count < Sentence.wordsMax else { return written = "" }
      let lower = written.lowercased()
      if ["men", "but"].contains(lower) { clause += 1 }
      words.append(
        Word(
          text: lower, folded: Folded(lower).compact,
          norwegian: norwegian.key(lower),
          english: english.key(lower), clause: clause,
          isNumber: lower.allSatisfy(\.isNumber),
          isCapital: !isStart && written.first?.isUppercase == true))
      isStart = false
      written = ""
    }
    for character in text.prefix(Sentence.charactersMax) {
      if character.isLetter || character.isNumber {
        written.append(character)
      } else if !["'", "’", "\u{AD}"].contains(character) {
        close()
        if ",.;:!?\n".contains(character) {
          clause += 1
          isStart = character != "," || isStart
        }
      }
    }
    close()
    self.words = words
  }
}

extension Stemmer {
  /// The folded stem that two words share when they are forms of one.
  ///
  /// A stem of fewer than four letters counts only where it lacks a short ending: Snowball makes
  /// `far` of `farlig` and `for` of `forlovet`, which are other words.
  func key(_ word: String) -> [UInt8] {
    let stem = stem(word)
    let isOtherWord = stem.count < 4 && word.count - stem.count > 2
    return Folded(isOtherWord ? word : stem).compact
  }
}
