import Registry
import Presentation

/// The languages of the site that a browser asks for, most wanted first.
struct AcceptedLanguages {
  let first: Language?

  init(_ header: String?) {
    let wanted = (header ?? "").prefix(200).split(separator: ",").enumerated()
      .compactMap { place, entry -> (language: Language, weight: Double, place: Int)? in
        let parts = entry.split(separator: ";").map(\.trimmed)
        guard let tag = parts.first?.lowercased() else { return nil }
        let weight =
          parts.dropFirst().first { $0.hasPrefix("q=") }
          .flatMap { Double($0.dropFirst(2)) } ?? 1
        return Language(tag: tag).map { ($0, weight, place) }
      }
    first =
      wanted.filter { $0.weight > 0 }
      .min { ($1.weight, $0.place) < ($0.weight, $1.place) }?.language
  }
}
