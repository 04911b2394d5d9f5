import Registry

/// Remembers what lies around the places that lint asks from.
final class LintHomes {
  private let index: RoutingIndex
  private let day: Day
  private var inquiries: [ID<Area>: Inquiry] = [:]

  init(index: RoutingIndex, day: Day) {
    self.index = index
    self.day = day
  }

  func inquiry(_ question: Question) -> Inquiry {
    if let known = inquiries[question.place] { return known.asked(question) }
    let inquiry = Inquiry(question, in: index.tables)
    inquiries[question.place] = inquiry
    return inquiry
  }
}

/// What lies around and inside each area on one day.
struct LintAreas {
  /// Each area and everything around it.
  let around: [Set<Int>]
  /// Each area and everything that lies inside it, or that it was made of.
  let inside: [Set<Int>]

  init(tables: Tables, day: Day) {
    var inside = [Set<Int>](repeating: [], count: tables.areas.count)
    around = tables.areas.indices.map { area in
      let walk = Set(tables.areaWalk(from: area, on: day))
      for outward in walk { inside[outward].insert(area) }
      return walk
    }
    self.inside = inside
  }

  func areNested(_ area: Int, _ other: Int?) -> Bool {
    guard let other else { return true }
    return around[area].contains(other) || inside[area].contains(other)
  }
}
