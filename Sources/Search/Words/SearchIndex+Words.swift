import Registry

extension SearchIndex {
  /// What a question's own words say, put where nothing was chosen; the words themselves go no
  /// further.
  ///
  /// A choice always wins. A severity that was only read is put in where neither a severity nor a
  /// wish was chosen, since whoever asks for something of their own is not to be overruled.
  package func settled(_ text: QuestionText) -> (text: QuestionText, reading: SentenceReading?) {
    var settled = text
    settled.words = nil
    guard let words = text.words, words.contains(where: { !$0.isWhitespace }) else {
      return (settled, nil)
    }
    var reading = sentences.read(words)
    if text.concern != nil || text.function != nil { reading.concern = nil }
    if text.asker != nil { reading.asker = nil }
    if text.asker != nil || text.workplace != nil { reading.workplace = nil }
    if text.age != nil { reading.age = nil }
    if text.severity != nil || !text.wishes.isEmpty { reading.severity = nil }
    settled.concern = text.concern ?? reading.concern.flatMap { key(of: .concern($0)) }
    settled.asker = text.asker ?? reading.asker?.rawValue
    settled.workplace =
      text.workplace ?? reading.workplace.flatMap { key(of: .organisationKind($0)) }
    settled.age = text.age ?? reading.age.map(SearchIndex.written)
    settled.severity = text.severity ?? reading.severity?.rawValue
    return (settled, reading)
  }

  private static func written(_ age: Age) -> String {
    switch age {
    case .years(let years): String(years)
    case .unborn: "unborn"
    }
  }
}
