import Registry

/// What is written where a person's name belongs.
package enum PersonName {
  /// Longer than any name.
  private static let signsMax = 120

  /// Why a text is not the name of one person, and what to write; nil for a name.
  ///
  /// - Parameter isInvented: whether it stands in a seed for measuring, whose persons are numbered.
  static func fault(in name: String, isInvented: Bool = false) -> String? {
    let word = bare(name)
    // `Tom` is somebody, `tom` and `TOM` are not.
    if vacant.contains(word) || (word == "tom" && name.trimmed != "Tom") || nobody(in: word) {
      return "`\(name)` says that nobody holds the seat; write `vacant` for that, or the name."
    }
    let isName = name.unicodeScalars.contains { $0.properties.isAlphabetic }
    if unknown.contains(word) || isFormula(name) || !isName || isUnsaid(word) {
      return
        "`\(name)` is no name; write `unknown` when the source names the seat and nobody in it, "
        + "`vacant` when nobody holds it, or the name."
    }
    if name.count > signsMax {
      return "The name has \(name.count) signs; write the name alone, and put the rest where it "
        + "belongs."
    }
    let isNumbered = name.unicodeScalars.contains { ("0"..."9").contains($0) }
    if (isNumbered && !isInvented) || name.contains("@") {
      return "`\(name)` holds a number or an address; write the name alone, and the rest under "
        + "`channels`."
    }
    if isSeveral(name) {
      return "`\(name)` seems to be several persons; write an entry for each, with `seat: 1`, "
        + "`seat: 2` …, or `order: 2` for a deputy."
    }
    return nil
  }

  /// In small letters, without the signs and spaces around and between its letters' points.
  private static func bare(_ name: String) -> String {
    let small = name.compatible.lowercased()
    let words = small.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    // `n. n.` and `t.b.a.` are one word of single letters.
    guard words.allSatisfy({ $0.count == 1 }) else { return words.joined(separator: " ") }
    return words.joined()
  }

  private static let vacant: Set<String> = [
    "ingen", "ingen p t", "ingen pt", "ingen for tida", "ingen ansatt", "ingen tilsatt",
    "ingen tilsett", "none", "nobody", "no one", "noone", "vakanse", "vacancy", "vakans", "open",
    "åpen", "open stilling", "åpen stilling", "open position", "ledeg", "empty",
    "to be hired",
    "ikke ansatt", "ikke tilsatt", "ikke besatt", "ikkje tilsett", "ikkje besett", "not filled",
    "unfilled", "under tilsetting", "under tilsetjing", "under ansettelse", "under utlysning",
    "utlyst",
  ]

  private static let unknown: Set<String> = [
    "na", "n a", "null", "nil", "nan", "nn", "n n", "nomen nescio", "tba", "tbd", "tbc", "tbn",
    "x", "xx", "xxx", "xxxx", "i t", "it", "anonym", "anonymous", "unnamed", "none given", "navn",
    "namn", "name", "etternavn", "fornavn etternavn", "fornamn etternamn", "ref", "value", "verdi",
    "div 0", "undefined", "true", "false", "usikker", "usikkert", "uviss", "uavklart",
    "ikke avklart", "avklares", "avklarast", "kommer", "kjem", "kommer senere", "kjem seinare",
    "mangler", "manglar", "missing", "se under", "sjå under", "see below", "som over", "ditto",
    "samme", "same", "not applicable", "ikke aktuelt", "ikkje aktuelt", "to be announced",
    "to be decided", "to be confirmed",
  ]

  private static let vacancies: Set<String> = [
    "vakant", "vakante", "ubesatt", "ubesatte", "ubesett", "ubesette", "vacant",
  ]

  private static func nobody(in word: String) -> Bool {
    let words = word.split(separator: " ").map(String.init)
    if words.contains(where: vacancies.contains) { return true }
    // «Ledig» alone or with what is free; as a part of a name it is a name.
    let isFree = words.contains("ledig") || words.contains("ledige")
    let about: Set<String> = [
      "stilling", "stillingen", "stillinga", "er", "står", "pt", "p", "t", "for", "tiden", "tida",
      "nå", "no", "ledig", "ledige", "ikke", "plass", "sete", "verv",
    ]
    return isFree && words.allSatisfy(about.contains)
  }

  private static func isUnsaid(_ word: String) -> Bool {
    let words = word.split(separator: " ").map(String.init)
    let unsaid: Set<String> = ["ukjent", "ukjend", "unknown"]
    if words.contains(where: unsaid.contains) { return true }
    guard let first = words.first, ["ikke", "ikkje", "not", "ingen", "no"].contains(first) else {
      return false
    }
    let rest: Set<String> = [
      "oppgitt", "oppgjeven", "oppgjeve", "kjent", "kjend", "navngitt", "namngjeven", "bestemt",
      "utpekt", "peikt", "stated", "known", "named", "given", "specified", "name", "navn", "namn",
    ]
    return words.dropFirst().contains(where: rest.contains)
  }

  /// What spreadsheets leave where a name should be.
  private static func isFormula(_ name: String) -> Bool {
    guard let first = name.first else { return false }
    return "=#@+<>{}[]$%~*|\\".contains(first)
  }

  /// Signs and words between two names. A capital `Og` is a name in some languages.
  private static func isSeveral(_ name: String) -> Bool {
    if name.contains(where: { ";/&+|".contains($0) }) { return true }
    let words = name.split(separator: " ")
    if words.dropFirst().dropLast().contains(where: {
      $0 != "Og" && ["og", "and", "samt", "eller", "or"].contains($0.lowercased())
    }) {
      return true
    }
    // `Prøve, Kari` is one name turned round; `Kari Prøve, Ola Prøve` are two, and so may
    // `Prøve Dahl, Kari Anne` be: then it is to be written the other way round.
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count > 2
      || parts.count == 2 && parts.allSatisfy { $0.split(separator: " ").count > 1 }
  }
}
