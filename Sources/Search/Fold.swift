/// Turns what somebody wrote into bytes that compare equal however it was spelled.
///
/// Case, accents and combining marks go; `æ` `ä` `ae` are one, `ø` `ö` `o` `oe` are one, `å` `a` `aa`
/// are one; hyphens, points and slashes part words; letters of other scripts are kept lower-cased.
struct Folded: Hashable {
  /// The words apart, in order.
  let words: [[UInt8]]
  /// All words run together, so that `fritids klubb` meets `fritidsklubb`.
  let compact: [UInt8]

  init(_ text: String) {
    var joined = FoldedBytes()
    var parted: [FoldedBytes] = []
    var isInsideWord = false
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch Folded.reading(of: scalar, after: previous) {
      case .nothing: break
      case .wordBreak: isInsideWord = false
      case .letters(let letters):
        if !isInsideWord { parted.append(FoldedBytes()) }
        isInsideWord = true
        for byte in letters.utf8 {
          joined.append(byte)
          parted[parted.count - 1].append(byte)
        }
      }
      previous = scalar
    }
    words = parted.map(\.bytes)
    compact = joined.bytes
  }

  private enum Reading {
    case nothing, wordBreak
    case letters(String)
  }

  private static func reading(
    of scalar: Unicode.Scalar, after previous: Unicode.Scalar
  ) -> Reading {
    switch scalar {
    case "a"..."z", "0"..."9": return .letters(String(scalar))
    case "A"..."Z": return .letters(scalar.properties.lowercaseMapping)
    case "\u{308}": return previous == "a" || previous == "A" ? .letters("e") : .nothing
    case "\u{300}"..."\u{36F}", "'", "’", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{FEFF}":
      return .nothing
    default: break
    }
    let lower = scalar.properties.lowercaseMapping
    if let latin = latin[lower] { return .letters(latin) }
    let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return isLetter ? .letters(lower) : .wordBreak
  }

  private static let latin: [String: String] = [
    "æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "œ": "o", "å": "a", "é": "e", "è": "e", "ê": "e",
    "ë": "e", "á": "a", "à": "a", "â": "a", "ã": "a", "í": "i", "ì": "i", "î": "i", "ï": "i",
    "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u", "ý": "y",
    "ñ": "n", "ŋ": "n", "ń": "n", "ç": "c", "č": "c", "ć": "c", "đ": "d", "ð": "d", "š": "s",
    "ś": "s", "ŧ": "t", "þ": "t", "ž": "z", "ź": "z", "ż": "z", "ł": "l", "ß": "ss",
  ]
}

/// Bytes in which `aa` has become `a` and `oe` has become `o`.
private struct FoldedBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) {
    let last = bytes.last
    let isSecondA = byte == UInt8(ascii: "a") && last == UInt8(ascii: "a")
    let isOldO = byte == UInt8(ascii: "e") && last == UInt8(ascii: "o")
    if !isSecondA && !isOldO { bytes.append(byte) }
  }
}
