import Registry

/// What may not stand in a text, because nobody would see that it is there, or because it is not
/// what it looks like.
enum SeedSigns {
  /// The longest single line and the longest text of several sentences, in characters.
  static let lineMax = 1000
  static let proseMax = 20_000

  /// What is wrong with a text and what to do, or nil.
  ///
  /// - Parameter isProse: whether line breaks may stand in it.
  static func fault(in text: String, isProse: Bool) -> String? {
    let longest = isProse ? proseMax : lineMax
    if text.utf8.count > longest, text.count > longest {
      return "The text has \(text.count) signs, and at most \(longest) belong here; write what the "
        + "source says and no more."
    }
    if let entity = entity(in: text) {
      return "`\(entity)` is a sign of a web page's code; write the letter itself."
    }
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
    if let fault = Mojibake.fault(in: text) { return fault }
    let scalars = Array(text.precomposed.unicodeScalars)
    return hidden(in: scalars, isProse: isProse) ?? strange(in: scalars) ?? mixed(in: scalars)
  }

  /// The text with one plain space for each run of spaces of any width.
  static func spaced(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
    var kept = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = HiddenSign.isSpace(scalar) || ["\t", "\n", "\r"].contains(scalar)
      if !isSpace { kept.append(scalar) } else if !isAfterSpace { kept.append(" ") }
      isAfterSpace = isSpace
    }
    return String(kept).trimmed
  }

  /// The same text with the numbers of signs that cannot be seen, so that it may be printed.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: HiddenSign.isHidden) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      guard HiddenSign.isHidden(scalar) else {
        result.unicodeScalars.append(scalar)
        return
      }
      result += "‹\(HiddenSign.name(of: scalar).prefix { $0 != " " })›"
    }
  }

  private static func hidden(in scalars: [Unicode.Scalar], isProse: Bool) -> String? {
    for (place, scalar) in scalars.enumerated() where HiddenSign.isHidden(scalar) {
      let before = place > 0 ? scalars[place - 1] : nil
      if isProse, ["\n", "\r", "\t"].contains(scalar) { continue }
      if joins(scalar, before) { continue }
      let name = HiddenSign.name(of: scalar)
      if ["\n", "\r", "\t"].contains(scalar) {
        return "A \(scalar == "\t" ? "tab" : "line break") stands inside the text; write it on one "
          + "line with spaces."
      }
      return "The text holds an invisible control sign, \(name), \(context(scalars, place)); write "
        + "the word again by hand."
    }
    return nil
  }

  /// Signs that other scripts and pictures are joined with are no accident there.
  private static func joins(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    switch scalar.value {
    case 0x200C, 0x200D: return before.value >= 0x600 && !isSpaceOrMark(before)
    case 0xFE0F: return before.value > 0xFF && before.properties.isEmoji
    default: return false
    }
  }

  private static func isSpaceOrMark(_ scalar: Unicode.Scalar) -> Bool {
    HiddenSign.isSpace(scalar) || (0x2000...0x20FF).contains(scalar.value)
      || (0x1E00...0x1EFF).contains(scalar.value)
  }

  /// Digits and letters that only resemble those of the keyboard, and towers of marks.
  private static func strange(in scalars: [Unicode.Scalar]) -> String? {
    var marks = 0
    for (place, scalar) in scalars.enumerated() where scalar.value > 0x7F {
      let properties = scalar.properties
      if properties.generalCategory == .decimalNumber {
        return "\(HiddenSign.name(of: scalar)) is not one of the digits 0 to 9; write them."
      }
      if isDisguise(scalar) {
        let plain = String(String.UnicodeScalarView([scalar])).compatible
        return "\(HiddenSign.name(of: scalar)), \(context(scalars, place)), only looks like a "
          + "letter; write `\(plain)`."
      }
      let isAfterMark =
        place > 0 && scalars[place - 1].properties.generalCategory == .nonspacingMark
      marks = properties.generalCategory == .nonspacingMark && isAfterMark ? marks + 1 : 0
      if marks > 2 {
        return "Too many accents stand upon one letter, \(context(scalars, place)); write the "
          + "letter again by hand."
      }
    }
    return nil
  }

  /// Letters of ligatures, of full width and of formulas, which stand for a plain letter.
  private static func isDisguise(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFB00...0xFB06, 0xFF10...0xFF5E, 0x1D400...0x1D7FF, 0x24B6...0x24E9, 0x1F130...0x1F149:
      true
    default: false
    }
  }

  /// A word of letters that look alike but belong to two scripts, or a word that a reader takes for
  /// a Latin one among Latin ones.
  private static func mixed(in scalars: [Unicode.Scalar]) -> String? {
    let hasLatin = scalars.contains(where: isLatin)
    guard hasLatin else { return nil }
    var start = 0
    while start < scalars.count {
      guard isLetter(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, isLetter(scalars[end]) || isMark(scalars[end]) { end += 1 }
      let letters = scalars[start..<end].indices.filter { isLetter(scalars[$0]) }
      let others = letters.filter { !isLatin(scalars[$0]) }
      let isLookalike = others.allSatisfy { lookalikes.contains(scalars[$0]) }
      if let first = others.first, others.count < letters.count || isLookalike {
        let word = SeedSigns.word(scalars[start..<end])
        let odd =
          others.count * 2 > letters.count
          ? letters.first { isLatin(scalars[$0]) } ?? first : first
        return "The word `\(word)` holds \(HiddenSign.name(of: scalars[odd])), which only looks "
          + "like a letter of the others; write the word again by hand."
      }
      start = end
    }
    return nil
  }

  private static let lookalikes = Set(
    "АВЕЅІЈКМНОРСТУХаеоѕіјрсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲ".unicodeScalars)

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .modifierLetter: true
    default: false
    }
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      // Letters of Azerbaijani, Skolt Sami and languages of Africa; two of them look like a and g.
      0x250, 0x252...0x260, 0x262...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF:
      true
    default: false
    }
  }

  /// `after «Pr»`, so that the place is found.
  private static func context(_ scalars: [Unicode.Scalar], _ place: Int) -> String {
    let before = scalars[..<place].suffix(12)
    return before.isEmpty ? "at its beginning" : "after `\(word(before))`"
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    printable(String(String.UnicodeScalarView(scalars)))
  }

  /// The first `&oslash;` or `&#248;` of a text.
  private static func entity(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ";") else { continue }
      let name = piece[..<end]
      let body = name.hasPrefix("#") ? name.dropFirst() : name
      if (2...10).contains(name.utf8.count), !body.isEmpty,
        body.utf8.allSatisfy({ $0 < 0x80 && isLetterOrDigit($0) })
      {
        return "&\(name);"
      }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
