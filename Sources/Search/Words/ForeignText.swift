/// Tells that a text is in a language which is not read, by its letters or its commonest words.
struct ForeignText {
  private let languages: [Lexicon.ForeignLanguage]

  init(_ languages: [Lexicon.ForeignLanguage]) {
    self.languages = languages
  }

  /// The code of the language; nil for what may be Norwegian or English.
  func language(of text: String, _ matcher: SentenceMatcher) -> String? {
    let words = matcher.sentence.words
    guard !words.isEmpty else { return nil }
    let own = words.indices.count { matcher.isKnown($0) }
    let counted = languages.map { language in
      (language.code, words.count { language.words.contains($0.text) })
    }
    guard let best = counted.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    let needed = words.count == 1 ? 1 : 2
    return best.1 >= needed && best.1 > own ? best.0 : nil
  }
}
