import Registry

/// Words that people use for the vocabularies closed in code, in nb, nn and en.
struct ClosedWords<Value: Hashable & Sendable>: Sendable {
  private let words: [(text: String, folded: Folded, value: Value)]
  private let names: [(Value, String)]

  /// The first word of each value is its name in suggestions.
  init(_ words: [(Value, [String])]) {
    self.words = words.flatMap { value, texts in texts.map { ($0, Folded($0), value) } }
    names = words.compactMap { value, texts in texts.first.map { (value, $0) } }
  }

  /// The value of that word: as written, then by its stem, then a single one by a typing error.
  func read(_ text: String, as field: QuestionField) -> Reading<Value> {
    let folded = Folded(text)
    if let value = exact(folded) { return .found(value, []) }
    let stem = Stem.key(folded.words)
    let inflected = Set(words.filter { Stem.key($0.folded.words) == stem }.map(\.value))
    if inflected.count == 1, let value = inflected.first {
      return .found(value, [understanding(text, value, field, .inflection)])
    }
    let near = resembling(folded)
    if near.count == 1, let value = near.first {
      return .found(value, [understanding(text, value, field, .typo)])
    }
    return .fault(
      NameFault(field: field, written: text, reason: .unknown, candidates: candidates(field)))
  }

  func exact(_ folded: Folded) -> Value? {
    words.first { $0.folded.compact == folded.compact }?.value
  }

  func name(of value: Value) -> String {
    names.first { $0.0 == value }?.1 ?? ""
  }

  private func candidates(_ field: QuestionField) -> [Candidate] {
    names.map {
      Candidate(field: field, subject: nil, label: $0.1, detail: nil, write: $0.1)
    }
  }

  private func resembling(_ folded: Folded) -> Set<Value> {
    guard let pattern = TypoPattern(folded.compact) else { return [] }
    let limit = TypoPattern.errorsAccepted(length: folded.compact.count)
    let near = words.map { (errors: pattern.errors(in: $0.folded.compact), value: $0.value) }
      .filter { $0.errors <= limit }
    let fewest = near.map(\.errors).min()
    return Set(near.filter { $0.errors == fewest }.map(\.value))
  }

  private func understanding(
    _ text: String, _ value: Value, _ field: QuestionField, _ reason: Understanding.Reason
  ) -> Understanding {
    Understanding(field: field, written: text, label: name(of: value), reason: reason)
  }
}

extension ClosedWords where Value == Asker {
  static let askers = ClosedWords([
    (.anyone, ["anyone", "hvem som helst", "alle", "kven som helst"]),
    (
      .employee,
      [
        "employee", "ansatt", "tilsett", "medarbeider", "kommuneansatt", "fagperson", "lærer",
        "lærar", "teacher", "helsesykepleier", "helsesjukepleiar", "nav-veileder", "veileder",
        "barnehagelærer", "miljøterapeut", "psykolog", "staff", "worker", "professional",
      ]
    ),
    (
      .manager, ["manager", "leder", "leiar", "rektor", "styrer", "styrar", "enhetsleder", "sjef"]
    ),
    (
      .authority,
      [
        "authority", "myndighet", "annen myndighet", "styresmakt", "instans", "annen instans",
        "etat", "politi", "pst", "anna styresmakt", "other authority", "agency",
      ]
    ),
    (.citizen, ["citizen", "innbygger", "innbyggjar", "privatperson", "nabo", "venn", "borger"]),
    (
      .relative,
      [
        "relative", "pårørende", "pårørande", "forelder", "forelder", "foreldre", "foresatt",
        "føresett", "mor", "far", "søsken", "bror", "søster", "verge", "familie", "familiemedlem",
        "parent",
      ]
    ),
    (
      .youngPerson,
      [
        "youngPerson", "ungdom", "ung", "barn", "elev", "ung person", "young person", "youth",
        "child",
      ]
    ),
    (
      .affected,
      [
        "affected", "utsatt", "utsett", "berørt", "rammet", "råka", "offer", "victim",
        "den det gjelder", "den det gjeld", "the affected person", "meg selv", "meg sjølv",
        "myself",
      ]
    ),
    (.witness, ["witness", "vitne"]),
    (
      .volunteer,
      [
        "volunteer", "frivillig", "idrettsleder", "trener", "trenar", "lag", "frivillig lag",
        "forening", "foreining", "organisasjon",
      ]
    ),
    (
      .faithCommunity,
      [
        "faithCommunity", "trossamfunn", "trussamfunn", "menighet", "kyrkjelyd", "kirke", "moské",
        "synagoge", "tempel", "livssynssamfunn", "faith community", "congregation",
        "tros- eller livssynssamfunn", "trus- eller livssynssamfunn",
      ]
    ),
    (.business, ["business", "næringsliv", "bedrift", "verksemd", "arbeidsgiver", "company"]),
  ])
}

extension ClosedWords where Value == Severity {
  static let severities = ClosedWords([
    (
      .question,
      [
        "question", "spørsmål", "råd", "kompetanse", "advice", "spørsmål eller behov for råd",
        "question or need of advice",
      ]
    ),
    (
      .mild,
      [
        "mild", "lav", "låg", "lett", "tidlig", "uavklart", "low", "mild bekymring", "mild uro",
        "mild worry",
      ]
    ),
    (
      .clarified,
      [
        "clarified", "avklart", "middels", "medium", "avklart bekymring", "avklart uro",
        "clarified concern", "vi er flere som er bekymret", "vi er fleire som er uroa",
        "several of us are worried",
      ]
    ),
    (
      .grave,
      [
        "grave", "alvorlig", "alvorleg", "høy", "høg", "svært alvorlig", "serious", "high",
        "alvorlig bekymring", "alvorleg uro", "grave concern",
      ]
    ),
    (
      .acute,
      [
        "acute", "akutt", "akutt fare", "acute danger", "fare nå", "fare no", "livsfare",
        "nødsituasjon", "naudsituasjon", "nød",
        "emergency",
      ]
    ),
  ])
}

extension ClosedWords where Value == Wish {
  static let wishes = ClosedWords([
    (
      .anonymous,
      ["anonymous", "anonym", "anonymt", "være anonym", "vere anonym", "stay anonymous"]
    ),
    (.inWriting, ["in-writing", "skriftlig", "skriftleg", "written", "in writing"]),
    (
      .notPolice,
      [
        "not-police", "ikke politi", "ikke politiet", "ikkje politi", "ikkje politiet",
        "uten politi", "uten politiet", "utan politi", "utan politiet", "not the police",
        "no police", "without the police",
      ]
    ),
  ])
}
