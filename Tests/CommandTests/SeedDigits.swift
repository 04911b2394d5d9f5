import Foundation

/// All digits that stand in the seed files, run together where only signs part them.
struct SeedDigits: Sendable {
  private let texts: [String]

  /// What may stand between the digits of one number.
  private static let signs: Set<Character> = [" ", "-", "(", ")", "[", "]", "\u{A0}", "."]

  init(folder: String) throws {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    texts = try names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.map { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return String(text.filter { !SeedDigits.signs.contains($0) })
    }
  }

  /// Whether that number stands in some file, however it is grouped there; addresses as they are.
  func hold(_ value: String) -> Bool {
    let sought = value.hasPrefix("+47") ? String(value.dropFirst(3)) : value
    let bare = String(sought.filter { !SeedDigits.signs.contains($0) })
    return texts.contains { $0.contains(bare) }
  }
}
