import Foundation

/// The alphabet with æ, ø and å last, which plain comparison gets wrong.
package enum NorwegianOrder {
  private static let locale = Locale(identifier: "nb_NO")

  package static func precedes(_ one: String, _ other: String) -> Bool {
    let order = one.compare(other, options: [.caseInsensitive], range: nil, locale: locale)
    return order == .orderedSame ? one < other : order == .orderedAscending
  }
}
