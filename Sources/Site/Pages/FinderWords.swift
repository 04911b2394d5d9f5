import Registry
import Search
import Presentation

/// What the finder begins with: one field for one's own words, and ten worries in people's words.
struct FinderWords {
  let language: Language

  private var words: OwnWords { .of(language) }

  /// No suggestions while it is written, no spelling help that sends it away, nothing filled in.
  var html: HTML {
    """
    <fieldset><label class="title" for="words">\(words.title)</label>
    <p class="hint" id="words-hint">\(words.hint)</p>
    <input type="text" id="words" name="words" value="" maxlength="\(String(Self.charactersMax))" \
    spellcheck="false" autocomplete="off" autocapitalize="off" \
    aria-describedby="words-hint"></fieldset>
    <fieldset id="worry" aria-describedby="worry-hint"><legend>\(words.worriesTitle)</legend>
    <p class="hint" id="worry-hint">\(words.worriesHint)</p>
    <ul class="worries">\(worries)</ul></fieldset>

    """
  }

  static let charactersMax = 200
  /// Stands after the key of a worry that is somebody's own.
  static let oneself = "/self"
  static let another = "/other"

  private var worries: [HTML] {
    Lexicon.shipped.worries.map { worry -> HTML in
      let name = worry.names[language.code] ?? worry.names["nb"] ?? worry.key
      return """
        <li><span id="worry-\(worry.key)">\(name)</span>
        <span class="choices">\(choice(worry, Self.oneself, words.oneself)) \
        \(choice(worry, Self.another, words.another))</span></li>
        """
    }
  }

  private func choice(_ worry: Lexicon.Worry, _ whose: String, _ text: String) -> HTML {
    """
    <label><input type="radio" name="worry" value="\(worry.key)\(whose)" \
    aria-describedby="worry-\(worry.key)"> \(text)</label>
    """
  }
}

extension FinderForm {
  /// Puts a chosen worry where nothing more precise was chosen.
  mutating func settleWorry() {
    defer { worry = "" }
    guard let chosen = Lexicon.shipped.worries.first(where: { worry.hasPrefix($0.key + "/") })
    else { return }
    if concern.isEmpty { concern = chosen.concern }
    if asker.isEmpty, worry.hasSuffix(FinderWords.oneself) { asker = Asker.affected.rawValue }
  }

  /// Takes over what was read out of one's own words, and forgets the words.
  mutating func settle(_ settled: QuestionText, _ reading: SentenceReading?) {
    words = ""
    self.reading = reading
    asker = settled.asker ?? ""
    workplace = settled.workplace ?? ""
    concern = settled.concern ?? ""
    age = settled.age ?? ""
    severity = settled.severity ?? ""
  }
}
