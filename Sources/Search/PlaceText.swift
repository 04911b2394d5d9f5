/// How people write a place: qualified, with a word for its kind, as a number, or as an address.
enum PlaceText {
  enum Number: Equatable {
    /// Either, as far as the text tells.
    case any(String)
    case official(String)
    case postcode(String)
  }

  /// An address with a postcode in it.
  struct Address: Equatable {
    let code: String
    /// What stands right after the code, up to the next comma.
    let town: String
    let street: String
    /// Whether the code has the country before it, as on letters from abroad.
    let isMarked: Bool
  }

  /// Without the blanks around it, and with one blank for several.
  static func tidied(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func wordCount(_ text: String) -> Int {
    text.split { $0 == " " || marks.contains($0) }.count
  }

  /// The parts of `A/B`, `B, A`, `B (A)`, `A - B - C`; a word for a kind stays with its name.
  static func parts(_ text: String) -> [String] {
    let spread = text.replacing(" - ", with: "|")
    let parts = spread.split(whereSeparator: marks.contains).map { tidied(String($0)) }
      .filter { !$0.isEmpty }
    return parts.reduce(into: []) { parts, part in
      if isKindWord(part), let name = parts.popLast() {
        parts.append("\(name) \(part)")
      } else {
        parts.append(part)
      }
    }
  }

  /// What a small word parts: `Heimdal ved Trondheim`.
  static func pieces(_ text: String) -> [String]? {
    let words = text.split(separator: " ").map(String.init)
    let cuts = words.indices.filter { nearWords.contains(words[$0].lowercased()) }
    if let cut = cuts.last, cut > 0, cut < words.count - 1 {
      return [words[..<cut], words[(cut + 1)...]].map { $0.joined(separator: " ") }
    }
    return nil
  }

  /// What a hyphen parts: two names of one place, or else only half of one name.
  static func hyphened(_ text: String) -> [String] {
    text.split(separator: "-").map { tidied(String($0)) }
  }

  /// The name without the word for its kind, and the keys of the kinds that the word may mean.
  static func kindAndName(_ text: String) -> (name: String, kinds: Set<String>)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    if let kinds = kinds(words[0]) {
      return (words.dropFirst().joined(separator: " "), kinds)
    }
    if let kinds = kinds(words[words.count - 1]) {
      return (words.dropLast().joined(separator: " "), kinds)
    }
    return nil
  }

  static func isKindWord(_ text: String) -> Bool {
    kinds(text) != nil
  }

  /// Whether a post town bears the name of a place: `Sande i Vestfold` that of Sande.
  static func isTown(_ town: String, of name: String) -> Bool {
    let whole = Folded(town).words
    let own = Folded(name).words
    return whole == own || (whole.count == own.count + 2 && whole.starts(with: own))
  }

  /// What stands before the small word of a post town: `Mo` of `Mo i Rana`; nil without one.
  static func townHead(_ town: String) -> String? {
    let words = town.split(separator: " ").map(String.init)
    guard let cut = words.firstIndex(where: { ["i", "på"].contains($0.lowercased()) }), cut > 0,
      cut < words.count - 1
    else { return nil }
    return words[..<cut].joined(separator: " ")
  }

  static func isNumber(_ text: String) -> Bool { isDigits(text) }

  /// Whether every town has one: such a word alone says nothing of where it is.
  static func isGeneric(_ text: String) -> Bool { genericNames.contains(text.lowercased()) }

  /// Whether it has the number of a house.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  static func number(_ text: String) -> Number? {
    if isDigits(text) { return .any(text) }
    if let digits = marked(text) { return .postcode(digits) }
    let words = text.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "." })
      .map { $0.lowercased() }
    guard let last = words.last, (1...2).contains(words.count), isDigits(last) else { return nil }
    if words.count == 1 { return .any(last) }
    if postcodeWords.contains(words[0]) { return .postcode(last) }
    if officialWords.contains(words[0]) { return .official(last) }
    return words.allSatisfy(isDigits) ? .any(words.joined()) : nil
  }

  /// The last word of four digits, with what stands around it.
  static func coded(_ text: String) -> Address? {
    let words = text.replacing(",", with: " , ").replacing("/", with: " , ")
      .split(separator: " ").map(String.init)
    let isCode = { (word: String) in
      (isDigits(word) && word.utf8.count == 4) || marked(word) != nil
    }
    guard words.count > 1, let place = words.lastIndex(where: isCode) else { return nil }
    let after = words[(place + 1)...].drop { $0 == "," }.prefix { $0 != "," }
    let before = words[..<place].split(separator: ",").last ?? []
    let street = before.filter { !postcodeWords.contains($0.lowercased()) }
    return Address(
      code: marked(words[place]) ?? words[place], town: after.joined(separator: " "),
      street: street.joined(separator: " "), isMarked: marked(words[place]) != nil)
  }

  /// The digits of `N-7030` and `NO-7030`.
  private static func marked(_ word: String) -> String? {
    let parts = word.split(separator: "-")
    guard parts.count == 2, ["N", "NO", "NOR"].contains(parts[0].uppercased()),
      isDigits(parts[1]), parts[1].utf8.count == 4
    else { return nil }
    return String(parts[1])
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func kinds(_ word: String) -> Set<String>? {
    kindWords[word.lowercased()]
  }

  private static let marks: Set<Character> = ["/", ",", ";", "(", ")", "|", "–", "—", "·"]
  private static let genericNames: Set<String> = ["sentrum", "marka", "byen", "bygda"]
  private static let nearWords: Set<String> = [
    "i", "på", "ved", "nær", "utenfor", "utanfor", "in", "at", "near",
  ]
  private static let postcodeWords: Set<String> = [
    "postnr", "postnummer", "postkode", "postcode", "post",
  ]
  private static let officialWords: Set<String> = [
    "kommune", "kommunenr", "kommunenummer", "municipality", "fylke", "fylkesnummer", "fylkesnr",
    "county", "bydel", "bydelsnummer", "district",
  ]
  private static let municipality: Set<String> = ["municipality", "former-municipality"]
  private static let place: Set<String> = ["place", "former-municipality", "municipality"]
  /// In bokmål, nynorsk, English; Northern, Lule and Southern Sami; Kven.
  private static let kindWords: [String: Set<String>] = [
    "kommune": municipality, "kommunen": municipality, "municipality": municipality,
    "herad": municipality, "heradet": municipality, "suohkan": municipality,
    "suohkana": municipality, "gielda": municipality, "tjïelte": municipality,
    "tjielte": municipality, "komuuni": municipality, "kommuuni": municipality,
    "by": place.union(["district"]), "sted": place, "stad": place, "poststed": place,
    "poststad": place, "tettsted": place, "tettstad": place,
    "fylke": ["county"], "fylket": ["county"], "fylkeskommune": ["county"],
    "county": ["county"], "fylka": ["county"], "fylkka": ["county"], "fylhke": ["county"],
    "bydel": ["district"], "bydelen": ["district"], "district": ["district"],
    "politidistrikt": ["police-district"],
  ]
}
