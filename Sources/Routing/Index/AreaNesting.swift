package import Registry

/// What lies around and inside each area on one day.
package struct AreaNesting {
  /// Each area and everything around it.
  package let around: [Set<Int>]
  /// Each area and everything that lies inside it, or that it was made of.
  package let inside: [Set<Int>]

  package init(tables: Tables, day: Day) {
    var inside = [Set<Int>](repeating: [], count: tables.areas.count)
    around = tables.areas.indices.map { area in
      let walk = Set(tables.areaWalk(from: area, on: day))
      for outward in walk { inside[outward].insert(area) }
      return walk
    }
    self.inside = inside
  }

  package func areNested(_ area: Int, _ other: Int?) -> Bool {
    guard let other else { return true }
    return around[area].contains(other) || inside[area].contains(other)
  }
}
