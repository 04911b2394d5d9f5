/// How people write a place: qualified, with a word for its kind, or as a number.
enum PlaceText {
  enum Number: Equatable {
    /// Either, as far as the text tells.
    case any(String)
    case official(String)
    case postcode(String)
  }

  /// Outer and inner name of `A/B`, `B, A` and `B (A)`.
  static func qualified(_ text: String) -> (outer: String, inner: String)? {
    if let slash = text.firstIndex(of: "/") {
      return pair(text[..<slash], text[text.index(after: slash)...])
    }
    if let comma = text.lastIndex(of: ",") {
      return pair(text[text.index(after: comma)...], text[..<comma])
    }
    if let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return pair(text[text.index(after: open)..<close], text[..<open])
    }
    return nil
  }

  /// The name without the word for its kind, and the keys of the kinds that the word may mean.
  static func kindAndName(_ text: String) -> (name: String, kinds: Set<String>)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    if let kinds = kindWords[words[0].lowercased()] {
      return (words.dropFirst().joined(separator: " "), kinds)
    }
    if let kinds = kindWords[words[words.count - 1].lowercased()] {
      return (words.dropLast().joined(separator: " "), kinds)
    }
    return nil
  }

  static func isKindWord(_ text: String) -> Bool {
    kindWords[text.lowercased()] != nil
  }

  static func number(_ text: String) -> Number? {
    if isDigits(text) { return .any(text) }
    let words = text.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "." })
      .map { $0.lowercased() }
    guard let last = words.last, (1...2).contains(words.count), isDigits(last) else { return nil }
    if words.count == 1 { return .any(last) }
    if postcodeWords.contains(words[0]) { return .postcode(last) }
    if officialWords.contains(words[0]) { return .official(last) }
    return words.allSatisfy(isDigits) ? .any(words.joined()) : nil
  }

  private static func pair(
    _ outer: Substring, _ inner: Substring
  ) -> (outer: String, inner: String)? {
    let names = [outer, inner].map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    return names.contains("") ? nil : (names[0], names[1])
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static let postcodeWords: Set<String> = [
    "postnr", "postnummer", "postkode", "postcode", "post",
  ]
  private static let officialWords: Set<String> = [
    "kommune", "kommunenr", "kommunenummer", "municipality", "fylke", "fylkesnummer", "fylkesnr",
    "county", "bydel", "bydelsnummer", "district",
  ]
  private static let kindWords: [String: Set<String>] = [
    "kommune": ["municipality", "former-municipality"], "kommunen": ["municipality"],
    "municipality": ["municipality", "former-municipality"], "by": ["municipality"],
    "fylke": ["county"], "fylkeskommune": ["county"], "county": ["county"],
    "bydel": ["district"], "bydelen": ["district"], "district": ["district"],
    "politidistrikt": ["police-district"], "sted": ["place"], "stad": ["place"],
  ]
}
