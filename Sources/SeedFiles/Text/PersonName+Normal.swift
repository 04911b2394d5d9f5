import Registry

extension PersonName {
  /// The form in which two spellings are one person: the letters and digits alone, composed and
  /// small.
  ///
  /// The database has the same form, sign by sign (`varde.same_name`): what it hides for one
  /// spelling, a file must not show under another.
  package static func normal(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.compatible.unicodeScalars where !isUnseen(scalar) {
      let small = small(scalar)
      if isCounted(small) { kept.append(small) }
    }
    return String(kept)
  }

  /// The letters that `spelled` lists and no others: no locale and no version of Unicode is asked.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    let small: UInt32 =
      switch value {
      case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3A9, 0x410...0x42F:
        value + 32
      case 0x178: 0xFF
      // Pairs, the capital first; those that begin on an odd number stand between two single signs.
      case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: value | 1
      case 0x139...0x148, 0x179...0x17E: value + value % 2
      case 0x400...0x40F: value + 80
      default: value
      }
    return Unicode.Scalar(small) ?? scalar
  }

  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0xC0...0x1FFF, 0x2C00...0x2DFF, 0x3041...0xD7FF,
      0xF900...0xFDFF, 0xFE70...0xFFEF, 0x10000...0xDFFFF:
      true
    default: false
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFB,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
