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

  /// Whether that number stands in some file, however it is grouped there; an address with
  /// or without its scheme, which the loader adds.
  func hold(_ value: String) -> Bool {
    let prefixes = ["+47", "https://", "http://"]
    let prefix = prefixes.first { value.hasPrefix($0) } ?? ""
    let sought = value.dropFirst(prefix.count)
    let bare = String(sought.filter { !SeedDigits.signs.contains($0) })
    return texts.contains { $0.contains(bare) }
  }
}
