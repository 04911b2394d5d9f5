/// A telephone number that can be dialled from Norway, read from what a source wrote.
///
/// Eight digits become `+47…`; short numbers (three listed digits, 116xxx, 02000-09999) are not
/// E.164 and stay as digits; foreign numbers need `+` or `00` and their country code. Nothing is
/// guessed: `2800`, letters, decimals and numbers cut off are refused.
package struct PhoneNumber: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case mobile, landline, service, emergency, abroad
    /// Three digits, from a closed list.
    case threeDigits
    /// 02000 to 09999.
    case fiveDigits
    /// 116xxx, the numbers harmonised in Europe.
    case harmonised
  }

  package let kind: Kind
  /// E.164 with its `+`, or the digits of a short number.
  package let canonical: String

  /// The most that is looked at, in bytes.
  private static let bytesMax = 200

  /// Reads spaces and dashes of every width, points, brackets and `+47` or `0047` in front, and
  /// reads over hidden signs that leave the digits in order; a canonical form reads as itself.
  package init(_ written: String) throws(PhoneNumberFault) {
    if let kind = PhoneNumber.kind(ofCanonical: written) {
      (self.kind, canonical) = (kind, written)
      return
    }
    guard written.utf8.count <= PhoneNumber.bytesMax else { throw .tooLong }
    var (text, isInternational) = try PhoneNumber.digits(of: written)
    guard !text.isEmpty else { throw .empty }
    guard !PhoneNumber.isDecimal(written) else { throw .decimal }
    // Shorter ones are cut off, whatever they begin with.
    if !isInternational, text.hasPrefix("00"), text.utf8.count >= 9 {
      (text, isInternational) = (String(text.dropFirst(2)), true)
    }
    if isInternational, !text.hasPrefix("47") {
      guard !written.filter({ !$0.isWhitespace }).contains("(0)") else { throw .trunkZero }
      guard (7...15).contains(text.utf8.count), !text.hasPrefix("0") else {
        throw .notInternational
      }
      (kind, canonical) = (.abroad, "+" + text)
    } else {
      let national = isInternational ? String(text.dropFirst(2)) : text
      (kind, canonical) = try PhoneNumber.national(national, isInternational: isInternational)
    }
  }

  /// The digits of what was written, and whether a `+` stands in front of them.
  private static func digits(
    of written: String
  ) throws(PhoneNumberFault) -> (text: String, isInternational: Bool) {
    var digits: [UInt8] = []
    var isInternational = false
    for scalar in written.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(UInt8(scalar.value))
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      case "-", "\u{2010}"..."\u{2014}", "\u{2212}", ".", "(", ")", "[", "]": continue
      case _ where HiddenSign.isSpace(scalar): continue
      case _ where HiddenSign.isHidden(scalar):
        let isHarmless =
          scalar.value >= 0xA0 && scalar.properties.generalCategory == .format
          && !HiddenSign.isReversing(scalar)
        guard isHarmless else { throw .hiddenSign(scalar) }
      default: throw PhoneNumber.isTwo(written) ? .twoNumbers : .notDigits
      }
    }
    return (String(decoding: digits, as: UTF8.self), isInternational)
  }

  /// `2500010.0` is what a spreadsheet makes of a number: one point, and only zeros after it.
  private static func isDecimal(_ written: String) -> Bool {
    let parts = written.unicodeScalars.filter { $0 == "." || $0.properties.numericType != nil }
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let fraction = parts.last else { return false }
    return !fraction.isEmpty && fraction.allSatisfy { $0 == "0" }
  }

  /// As people in Norway write it: 952 63 621, 73 89 90 90, 116 117, 02800.
  package var display: String {
    switch kind {
    case .emergency, .threeDigits, .fiveDigits, .abroad: canonical
    case .harmonised: PhoneNumber.grouped(canonical[...], [3, 3])
    case .mobile, .service: PhoneNumber.grouped(canonical.dropFirst(3), [3, 2, 3])
    case .landline: PhoneNumber.grouped(canonical.dropFirst(3), [2, 2, 2, 2])
    }
  }

  /// The address of a telephone link: `tel:+4795263621`, `tel:02800`, `tel:116117`.
  package var dial: String {
    "tel:" + canonical
  }

  /// The kind of a number that is canonical already, as those of the registry are, so that what
  /// every answer shows is not read anew; nil for other texts and for numbers of three digits.
  private static func kind(ofCanonical text: String) -> Kind? {
    var text = text
    return text.withUTF8 { text in
      guard let first = text.first, (5...16).contains(text.count) else { return nil }
      let isInternational = first == UInt8(ascii: "+")
      let digits = UnsafeBufferPointer(rebasing: text[(isInternational ? 1 : 0)...])
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        return nil
      }
      if !isInternational { return shortKind(digits) }
      if digits.starts(with: "47".utf8) {
        guard digits.count == 10 else { return nil }
        switch digits[2] {
        case UInt8(ascii: "4"), UInt8(ascii: "9"): return .mobile
        case UInt8(ascii: "8"): return .service
        case UInt8(ascii: "0"), UInt8(ascii: "1"): return nil
        default: return .landline
        }
      }
      return digits.count >= 7 && digits[0] != UInt8(ascii: "0") ? .abroad : nil
    }
  }

  private static func shortKind(_ digits: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch digits.count {
    case 5 where digits[0] == UInt8(ascii: "0") && digits[1] >= UInt8(ascii: "2"): .fiveDigits
    case 6 where digits.starts(with: "116".utf8): .harmonised
    default: nil
    }
  }

  private static func national(
    _ digits: String, isInternational: Bool
  ) throws(PhoneNumberFault) -> (Kind, String) {
    if digits.utf8.count == 8 {
      switch digits.utf8.first {
      case UInt8(ascii: "4"), UInt8(ascii: "9"): return (.mobile, "+47" + digits)
      case UInt8(ascii: "8"): return (.service, "+47" + digits)
      case UInt8(ascii: "0"), UInt8(ascii: "1"): throw .unknownSeries
      default: return (.landline, "+47" + digits)
      }
    }
    guard !isInternational else { throw .notEightAfterCountryCode }
    switch digits.utf8.count {
    case 3 where emergency.contains(digits): return (.emergency, digits)
    case 3 where listed.contains(digits): return (.threeDigits, digits)
    case 3: throw .unlistedShortNumber
    case 5 where digits.hasPrefix("0") && digits >= "02000": return (.fiveDigits, digits)
    case 6 where digits.hasPrefix("116"): return (.harmonised, digits)
    case 9...15: throw .tooManyDigits
    default: throw .wrongNumberOfDigits(digits.utf8.count)
    }
  }

  private static let emergency: Set<String> = ["110", "112", "113"]

  /// The other three-digit numbers between 100 and 179 that the numbering plan has in use.
  private static let listed: Set<String> = [
    "119", "120", "124", "128", "145", "149", "175", "177",
  ]

  /// Whether what stopped the reading is a sign or a word between two numbers.
  private static func isTwo(_ written: String) -> Bool {
    let parts = written.split { !$0.isNumber && !" .-()[]+\u{A0}".contains($0) }
    return parts.filter { $0.filter(\.isNumber).count >= 3 }.count > 1
  }

  private static func grouped(_ digits: Substring, _ sizes: [Int]) -> String {
    var text = ""
    var left = sizes[0]
    var size = 0
    for digit in digits.unicodeScalars {
      if left == 0, size + 1 < sizes.count {
        size += 1
        left = sizes[size]
        text.unicodeScalars.append(" ")
      }
      text.unicodeScalars.append(digit)
      left -= 1
    }
    return text
  }
}

/// Why something written is not a telephone number.
package enum PhoneNumberFault: Error, Hashable, Sendable {
  case empty, twoNumbers, notDigits, notInternational, notEightAfterCountryCode, tooManyDigits
  /// Eight digits that begin with 0 or 1.
  case unknownSeries
  case unlistedShortNumber
  case wrongNumberOfDigits(Int)
  /// A point and only zeros after it, as a spreadsheet writes numbers.
  case decimal
  /// A line break, or a sign that shows the digits in another order.
  case hiddenSign(Unicode.Scalar)
  /// `(0)` inside a foreign number, which is dialled in its own country only.
  case trunkZero
  case tooLong
}
