import Presentation

/// Markup that is made once and filled each time: what stands in its gaps is told when it is used,
/// and is not kept.
struct Mould: Sendable {
  /// Everything but the gaps.
  private let whole: HTML
  /// Where in it the gaps of each name stand.
  private let places: [String: [Int]]

  init(_ gapped: HTML) {
    (whole, places) = gapped.parted
    let all = places.values.joined()
    precondition(Set(all).count == all.count, "Two gaps of a mould touch: which one is first?")
  }

  typealias Fillings = [(name: String, piece: HTML)]

  /// A gap that is not named closes; a name without a gap is let pass.
  func fill(_ fillings: Fillings, on page: inout HTML) {
    var pieces: [(place: Int, piece: HTML)] = []
    pieces.reserveCapacity(fillings.count + 1)
    for (name, piece) in fillings where !piece.isEmpty {
      guard let places = places[name] else { continue }
      for place in places { pieces.append((place, piece)) }
    }
    pieces.sort { $0.place < $1.place }
    whole.write(with: pieces, on: &page)
  }

  /// The same as markup of its own.
  func filled(_ fillings: Fillings) -> HTML {
    HTML { fill(fillings, on: &$0) }
  }
}
