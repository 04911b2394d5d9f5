import Foundation

/// Whether one name comes before another in Norwegian order, with Æ, Ø and Å last.
func norwegian(_ left: String, _ right: String) -> Bool {
  left.compare(right, options: [.caseInsensitive], range: nil, locale: norway)
    == .orderedAscending
}

private let norway = Locale(identifier: "nb_NO")
