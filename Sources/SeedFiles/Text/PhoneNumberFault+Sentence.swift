import Registry

extension PhoneNumberFault {
  /// What is wrong and what to write instead.
  func sentence(_ written: String) -> String {
    let keep = "or mark it `unusable: true` to keep it as the source has it"
    switch self {
    case .empty:
      return "No number stands here; write its digits."
    case .twoNumbers:
      return "`\(written)` holds two numbers; write two channels."
    case .notDigits:
      return "`\(written)` is not a telephone number\(PhoneNumberFault.odd(written)), \(keep)."
    case .notInternational:
      return "`\(written)` is not an international number; write + and the country code, \(keep)."
    case .notEightAfterCountryCode:
      return "`\(written)` has not eight digits after +47; short numbers are written without +47, "
        + "\(keep)."
    case .tooManyDigits:
      return "`\(written)` has too many digits for a Norwegian number; a foreign one begins with + "
        + "and the country code, and two numbers are two channels, \(keep)."
    case .decimal:
      return
        "`\(written)` is a decimal number, as a spreadsheet makes of a telephone number; write "
        + "its digits as text, from the source, \(keep)."
    case .hiddenSign(let scalar):
      return
        "`\(written)` holds \(HiddenSign.name(of: scalar)), so that it may be shown in another "
        + "order than it is dialled; write the digits again by hand."
    case .trunkZero:
      return "`\(written)` holds (0), which is dialled inside its own country only; leave it out."
    case .tooLong:
      return "Far too much stands here for a telephone number; write its digits alone."
    case .unknownSeries:
      return "No Norwegian number of eight digits begins as `\(written)`; compare it with its "
        + "source, \(keep)."
    case .unlistedShortNumber:
      return "`\(written)` is not one of the short numbers; compare it with its source, \(keep)."
    case .wrongNumberOfDigits(let count):
      return "`\(written)` has \(count) digits; a Norwegian number has eight (or is a short number "
        + "of three, 116xxx or 02000-09999); compare it with its source, \(keep)."
    }
  }

  /// The first sign that no number holds, and what was probably meant.
  private static func odd(_ written: String) -> String {
    let signs = written.unicodeScalars
    let digits = signs.filter { $0.properties.numericType == .decimal }.count
    let odd = signs.first { sign in
      !HiddenSign.isSpace(sign) && !"0123456789+-.()[]‐‑‒–—−".unicodeScalars.contains(sign)
    }
    guard digits >= 3, let sign = odd ?? (signs.contains("+") ? "+" : nil) else {
      return "; put words in `label:`"
    }
    switch sign {
    case "O", "o": return ": it holds the letter `\(sign)`, probably for the digit 0"
    case "l", "I", "i": return ": it holds the letter `\(sign)`, probably for the digit 1"
    case "+": return ": a + stands inside it"
    case _ where sign.value > 0x7F && !SeedSigns.isLatin(sign):
      return ": it holds \(HiddenSign.name(of: sign)); write the digits 0 to 9"
    default: return ": it holds `\(sign)`; put words in `label:`"
    }
  }
}
