/// Text that was read in another encoding than it was written in: `BjÃ¸rn` for `Bjørn`.
enum Mojibake {
  /// What is wrong, with what it should probably be; nil for text that is sound.
  static func fault(in text: String) -> String? {
    if text.unicodeScalars.contains("\u{FFFD}") {
      return "The text holds U+FFFD (replacement character): a letter was lost when it was saved; "
        + "write it again from its source."
    }
    guard let sound = repaired(text) else { return nil }
    return "`\(text)` was saved in one encoding and read in another; it should probably be "
      + "`\(sound)`. Write that, and save the file as UTF-8."
  }

  /// The text as it was before, or nil when nothing in it was decoded twice.
  private static func repaired(_ text: String) -> String? {
    var current = text
    for _ in 0..<3 {
      guard let earlier = encodings.lazy.compactMap({ once(current, $0) }).first else { break }
      current = earlier
    }
    return current == text ? nil : current
  }

  /// The byte above 7F that each sign of an encoding stands for.
  private typealias Encoding = [Unicode.Scalar: UInt8]

  /// Those that bytes of UTF-8 are often taken for.
  private static let encodings: [Encoding] = [windows, macintosh, dos]

  /// Windows-1252, and Latin-1 where that has no sign.
  private static let windows: Encoding = {
    let signs = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    var bytes = numbered(signs)
    for byte in UInt8(0x80)...UInt8(0xFF) { bytes[Unicode.Scalar(byte)] = byte }
    return bytes
  }()

  private static let macintosh: Encoding = numbered(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊"
      + "ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}"
      + "ÒÚÛÙı\u{2C6}\u{2DC}¯\u{2D8}\u{2D9}\u{2DA}¸\u{2DD}\u{2DB}\u{2C7}"
  )

  private static func numbered(_ signs: String) -> Encoding {
    Dictionary(zip(signs.unicodeScalars, UInt8(0x80)...UInt8(0xFF))) { first, _ in first }
  }

  /// The signs of code page 850 that bytes of Norwegian letters in UTF-8 come out as.
  private static let dos: Encoding = [
    "\u{252C}": 0xC2, "\u{251C}": 0xC3, "\u{2500}": 0xC4, "\u{253C}": 0xC5, "\u{A9}": 0xB8,
    "\u{D1}": 0xA5, "\u{AA}": 0xA6, "\u{E5}": 0x86, "\u{C5}": 0x8F, "\u{E0}": 0x85,
    "\u{D8}": 0x9D, "\u{D7}": 0x9E, "\u{FF}": 0x98, "\u{F8}": 0x9B, "\u{AE}": 0xA9,
    "\u{F1}": 0xA4, "\u{C2}": 0xB6, "\u{C1}": 0xB5, "\u{BC}": 0xAC, "\u{C0}": 0xB7,
  ]

  /// The first bytes of Western letters, of punctuation, of a byte order mark and of pictures:
  /// other runs are too rare to be told from words that end in a letter and a quotation mark.
  private static let leads: Set<UInt8> = [0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xEF, 0xF0]

  /// The text with each run that is UTF-8 by that encoding read as it; nil when there is none.
  private static func once(_ text: String, _ encoding: Encoding) -> String? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    var isChanged = false
    while place < scalars.count {
      if let (scalar, length) = decoded(scalars[place...], encoding) {
        result.append(scalar)
        place += length
        isChanged = true
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return isChanged ? String(result) : nil
  }

  private static func decoded(
    _ scalars: ArraySlice<Unicode.Scalar>, _ encoding: Encoding
  ) -> (Unicode.Scalar, Int)? {
    guard let first = scalars.first, let lead = encoding[first], leads.contains(lead) else {
      return nil
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let bytes = scalars.prefix(length).compactMap { encoding[$0] }
    guard bytes.count == length,
      let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first
    else { return nil }
    return length == 2 && isSound(scalars.prefix(3)) ? nil : (scalar, length)
  }

  /// An Å or Ä before a dash, or before a quotation mark that ends a word: «Å”, A–Å.
  private static func isSound(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, ["\u{C4}", "\u{C5}"].contains(first) else { return false }
    let rest = Array(scalars.dropFirst())
    guard let sign = rest.first else { return false }
    if ["–", "—"].contains(sign) { return true }
    let isQuotation = "‘’“”„‚…†‡•‹›«»´¨".unicodeScalars.contains(sign)
    return isQuotation && (rest.count == 1 || !SeedSigns.isLatin(rest[1]))
  }
}
