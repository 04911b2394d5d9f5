import Registry
import Snowball

/// A lexicon made ready: every word once with its stem, every field and every rule by number.
struct PhraseBook: Sendable {
  enum Node: Hashable, Sendable {
    case term(Int)
    case field(Int)
  }

  struct Rule: Sendable {
    let rule: Lexicon.Rule
    /// Met in any order; each in its own order.
    let parts: [[Node]]
  }

  /// A word of the lexicon that begins, ends or goes on otherwise: `nazi*`, `*gjeng`, `*hat*`.
  struct Affix: Sendable {
    let bytes: [UInt8]
    let isOpenBefore: Bool
    let isOpenAfter: Bool
    let term: Int
  }

  /// A written word that another may be a misspelling of.
  struct Form: Sendable {
    let bytes: [UInt8]
    let mask: LetterMask
    let terms: [Int]
  }

  /// Stands for the beginning of a sentence.
  static let beginning = "^"

  private(set) var termCount = 0
  /// The terms that stand for the beginning.
  private(set) var beginnings: [Int] = []
  private(set) var stems: [Lexicon.Tongue: [[UInt8]: [Int]]] = [:]
  private(set) var affixes: [Affix] = []
  private(set) var forms: [Form] = []
  /// By number, the ways to say it.
  private(set) var fields: [[[Node]]] = []
  private(set) var fieldNumbers: [Lexicon.Tongue: [String: Int]] = [:]
  private(set) var rules: [Rule] = []
  /// Folded words that carry no meaning of their own, by tongue.
  private(set) var common: [Lexicon.Tongue: Set<[UInt8]>] = [:]

  private var terms: [Lexicon.Tongue: [String: Int]] = [:]

  init(_ lexicon: Lexicon, more: [Lexicon.Rule]) {
    let norwegian = Stemmer(.norwegian)
    let english = Stemmer(.english)
    for (tongue, named) in lexicon.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for name in named.keys.sorted() {
        fieldNumbers[tongue, default: [:]][name] = fields.count
        fields.append([])
      }
    }
    for (tongue, named) in lexicon.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (name, ways) in named {
        guard let number = fieldNumbers[tongue]?[name] else { continue }
        fields[number] = ways.map { nodes($0, tongue) }
      }
      let plain = (named["common"] ?? []).flatMap { $0 }.compactMap { element -> [UInt8]? in
        if case .word(let word) = element { return Folded(word).compact }
        return nil
      }
      common[tongue] = Set(plain)
    }
    rules = (lexicon.rules + more).map { rule in
      Rule(rule: rule, parts: rule.pattern.map { nodes($0, rule.tongue) })
    }
    index(norwegian, english)
  }

  /// A field that a rule names and nobody has filled is met by nothing.
  private mutating func nodes(_ elements: [Lexicon.Element], _ tongue: Lexicon.Tongue) -> [Node] {
    elements.flatMap { element -> [Node] in
      switch element {
      case .field(let name):
        if let number = fieldNumbers[tongue]?[name] { return [.field(number)] }
        return [.term(term("@" + name, tongue))]
      case .word(let word):
        if word == PhraseBook.beginning { return [.term(term(word, tongue))] }
        let pieces = word.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "*" }
        return pieces.map { .term(term(String($0), tongue)) }
      }
    }
  }

  private mutating func term(_ word: String, _ tongue: Lexicon.Tongue) -> Int {
    if let known = terms[tongue]?[word] { return known }
    terms[tongue, default: [:]][word] = termCount
    termCount += 1
    return termCount - 1
  }

  private mutating func index(_ norwegian: Stemmer, _ english: Stemmer) {
    var byForm: [[UInt8]: [Int]] = [:]
    for (tongue, words) in terms {
      let stemmer = tongue == .norwegian ? norwegian : english
      for (word, term) in words where !word.hasPrefix("@") {
        if word == PhraseBook.beginning {
          beginnings.append(term)
          continue
        }
        if word.contains("*") {
          let bytes = Folded(word).compact
          guard !bytes.isEmpty else { continue }
          affixes.append(
            Affix(
              bytes: bytes, isOpenBefore: word.hasPrefix("*"),
              isOpenAfter: word.hasSuffix("*"), term: term))
          continue
        }
        let form = Folded(word).compact
        byForm[form, default: []].append(term)
        stems[tongue, default: [:]][stemmer.key(word), default: []].append(term)
      }
    }
    forms = byForm.filter { $0.key.count >= SentenceMatcher.typoLettersMin }.map {
      Form(bytes: $0.key, mask: LetterMask($0.key), terms: $0.value)
    }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    terms = [:]
  }
}
