/// Signs that leave no mark of their own on a screen, or that turn the text beside them round.
///
/// Whoever copies a number or a name from a web page, a PDF or a spreadsheet brings them along
/// without knowing; what a person cannot see must never decide what is dialled or who is meant.
package enum HiddenSign {
  /// Whether a sign is a control, a format or a separator sign, or none that has a meaning.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F else { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
    }
  }

  /// Whether a sign shows digits and groups beside it in another order than they are written.
  package static func isReversing(_ scalar: Unicode.Scalar) -> Bool {
    [0x061C, 0x200F, 0x202B, 0x202E, 0x2067].contains(scalar.value)
  }

  /// Whether a sign is a space, of whatever width; tabs and line breaks are none.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " "
      || (scalar.value >= 0xA0 && scalar.properties.generalCategory == .spaceSeparator)
  }

  /// Such as `U+200B (zero width space)`.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return "\(code) (line break)"
    case "\t": return "\(code) (tab)"
    default:
      let name = scalar.properties.name ?? scalar.properties.nameAlias
      return name.map { "\(code) (\($0.lowercased()))" } ?? code
    }
  }
}
