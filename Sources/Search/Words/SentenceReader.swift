package import Registry
import Snowball

/// Reads sentences into worries: a lexicon and the registry's own names for its concerns.
package final class SentenceReader: Sendable {
  private let book: PhraseBook
  private let lexicon: Lexicon
  private let concerns: [String: ID<Concern>]
  private let kinds: [String: ID<OrganisationKind>]

  package init(_ lexicon: Lexicon, _ snapshot: Snapshot) {
    self.lexicon = lexicon
    concerns = Dictionary(
      snapshot.concerns.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    kinds = Dictionary(
      snapshot.organisationKinds.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    book = PhraseBook(lexicon, more: RegistryWords.rules(snapshot, lexicon))
  }

  /// Reads one sentence of at most 200 characters; nothing of it is kept.
  package func read(_ text: String) -> SentenceReading {
    let sentence = Sentence(
      text, norwegian: Stemmer(.norwegian), english: Stemmer(.english))
    var matcher = SentenceMatcher(book: book, sentence: sentence)
    var reading = SentenceReading()
    if let foreign = ForeignText(lexicon.languages).language(of: text, matcher) {
      reading.foreign = foreign
      return reading
    }
    let matches = SentenceMatches(&matcher)
    let ages = AgeInWords(sentence)
    reading.age = ages.age
    let ranked = matches.concerns.filter { concerns[$0.key] != nil }
    reading.concern = ranked.first.flatMap { concerns[$0.key] }
    reading.others = others(ranked)
    reading.severity = matches.severity
    reading.dangers = matches.dangers
    reading.asker = matches.role?.asker ?? ranked.first?.asker ?? matches.asker
    reading.workplace = matches.role?.workplace.flatMap { kinds[$0] }
    reading.ignored = ignored(matcher, besides: ages.places)
    return reading
  }

  /// Who somebody says they are, if all of the words say it.
  package func role(_ text: String) -> (asker: Asker, workplace: ID<OrganisationKind>?)? {
    let sentence = Sentence(
      text, norwegian: Stemmer(.norwegian), english: Stemmer(.english))
    var matcher = SentenceMatcher(book: book, sentence: sentence)
    guard let role = SentenceMatches.role(&matcher, isAlone: true) else { return nil }
    return (role.asker, role.workplace.flatMap { kinds[$0] })
  }

  /// The next readings out of the words, then those that an editor has put beside the first.
  private func others(_ ranked: [SentenceMatches.Ranked]) -> [ID<Concern>] {
    guard let first = ranked.first else { return [] }
    let keys = ranked.dropFirst().map(\.key) + (lexicon.near[first.key] ?? [])
    var seen: Set<String> = [first.key]
    return Array(keys.filter { seen.insert($0).inserted }.compactMap { concerns[$0] }.prefix(2))
  }

  private func ignored(
    _ matcher: SentenceMatcher, besides ages: Set<Int>
  ) -> [SentenceReading.Ignored] {
    let words = matcher.sentence.words
    let hasName = words.indices.contains { words[$0].isCapital && !matcher.isKnown($0) }
    let hasNumber = words.indices.contains { words[$0].isNumber && !ages.contains($0) }
    return (hasName ? [.names] : []) + (hasNumber ? [.numbers] : [])
  }
}

/// The names and synonyms that the registry has for its concerns, as rules: an editor's synonym,
/// a municipality's too, is read inside a sentence as well.
enum RegistryWords {
  static func rules(_ snapshot: Snapshot, _ lexicon: Lexicon) -> [Lexicon.Rule] {
    let concerns = Dictionary(
      snapshot.concerns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let mute = lexicon.fields.mapValues { Set($0["mute"] ?? []) }
    return snapshot.names.compactMap { name in
      guard name.subject.kind == .concern, name.plan == nil,
        let concern = concerns[ID(bits: name.subject.bits)], concern.parent != nil
      else { return nil }
      let tongue: Lexicon.Tongue = name.language == .english ? .english : .norwegian
      let words = name.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let elements = words.map(Lexicon.Element.word)
      guard !elements.isEmpty, mute[tongue]?.contains(elements) != true else { return nil }
      let isNeed = root(of: concern, concerns)?.key == "need"
      return Lexicon.Rule(
        meaning: .concern(concern.key), bonus: isNeed ? -3 : -1, pattern: [elements],
        tongue: tongue)
    }
  }

  private static func root(
    of concern: Concern, _ concerns: [ID<Concern>: Concern]
  ) -> Concern? {
    var seen: Set<ID<Concern>> = []
    var next: Concern? = concern
    while let current = next, let parent = current.parent, seen.insert(current.id).inserted {
      next = concerns[parent]
    }
    return next
  }
}
