/// Cuts Norwegian endings off folded words, so that `radikaliserte` meets `radikalisering`.
///
/// Deliberately coarse: what it conflates only counts after every exact reading has failed.
enum Stem {
  private static let lettersLeftMin = 4
  private static let endings: [[UInt8]] = [
    "ingene", "ingane", "ingen", "inger", "ingar", "inga", "ande", "ende", "ing", "ene", "ane",
    "en", "et", "er", "ar", "te", "a", "e", "t", "s",
  ].map { Array($0.utf8) }
  private static let nynorsk = Array("leg".utf8)
  private static let bokmål = Array("lig".utf8)

  /// The stems of the words, run together.
  static func key(_ words: [[UInt8]]) -> [UInt8] {
    words.flatMap(stem)
  }

  static func stem(_ word: [UInt8]) -> [UInt8] {
    var word = word[...]
    while let ending = endings.first(where: { canCut($0, off: word) }) {
      word = word.dropLast(ending.count)
    }
    if word.count > lettersLeftMin, word.last == UInt8(ascii: "j") { word = word.dropLast() }
    if word.count > lettersLeftMin, word.suffix(3).elementsEqual(nynorsk) {
      return Array(word.dropLast(3)) + bokmål
    }
    return Array(word)
  }

  private static func canCut(_ ending: [UInt8], off word: ArraySlice<UInt8>) -> Bool {
    word.count >= ending.count + lettersLeftMin && word.suffix(ending.count).elementsEqual(ending)
  }
}
