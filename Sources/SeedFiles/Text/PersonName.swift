import Foundation

/// What all spellings of one person's name have in common, as `varde.same_name` has it in SQL.
enum PersonName {
  /// NFKC, small letters, and of them letters and digits alone: blanks of every kind, signs that
  /// nobody sees and marks between words tell no two persons apart.
  static func spelling(_ name: String) -> String {
    let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
    var kept = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      kept.append(scalar)
    }
    return String(kept)
  }
}
