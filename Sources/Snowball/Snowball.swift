import CLibStemmer

// Snowball's stems of words, through Debian's libstemmer.
//
// Snowball must never know what a word means, keep a word, or hand a stemmer to two threads.

/// The languages whose endings are cut; `norwegian` serves both written forms.
package enum StemLanguage: String, Hashable, Sendable, CaseIterable {
  case norwegian, english
}

/// Cuts the endings of words in one language.
///
/// Invariant: the C stemmer belongs to this value alone, is made and freed with it, and is not
/// `Sendable`, so that no two threads ever share its buffer.
package final class Stemmer {
  private let stemmer: OpaquePointer?

  package init(_ language: StemLanguage) {
    stemmer = sb_stemmer_new(language.rawValue, "UTF_8")
  }

  deinit {
    if let stemmer { sb_stemmer_delete(stemmer) }
  }

  /// The stem of a lower-case word; the word itself where the library lacks the language.
  package func stem(_ word: String) -> String {
    guard let stemmer else { return word }
    let bytes = Array(word.utf8)
    guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return word }
    let length = Int(sb_stemmer_length(stemmer))
    return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
  }
}
