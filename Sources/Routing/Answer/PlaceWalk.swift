package import Registry

/// What lies around a place and inside it on a day.
package final class PlaceWalk: Sendable {
  /// The place itself, then the areas around it, in the fixed order of area kinds.
  package let outward: [Int]
  /// Areas inside the place; empty when it is wider than a county.
  package let inside: Set<Int>
  /// Whether organisations of a kind are looked for inside the place: not in a whole county, where
  /// every municipality would stand side by side.
  package let looksInsideForKinds: Bool

  fileprivate init(from start: Int?, in tables: Tables, on days: inout SteadyDays) {
    outward = tables.areaWalk(from: start, on: &days)
    inside = tables.insideAreas(of: start, on: &days)
    looksInsideForKinds =
      start.map { tables.areas[$0].rank <= PlaceWalk.widestRankLookedIntoForKinds } ?? true
  }

  /// Rank of a municipality.
  private static let widestRankLookedIntoForKinds = 40
}

extension Tables {
  package func placeWalk(from start: Int?, on day: Day) -> PlaceWalk {
    guard let start else {
      var days = SteadyDays(day)
      return PlaceWalk(from: nil, in: self, on: &days)
    }
    return placeWalks.value(start, on: day) { PlaceWalk(from: start, in: self, on: &$0) }
  }

  /// The area itself, then everything around it valid that day, by rank, distance and key.
  ///
  /// A place that has ended goes on through its only successor.
  package func areaWalk(from start: Int, on day: Day) -> [Int] {
    var days = SteadyDays(day)
    return areaWalk(from: start, on: &days)
  }

  fileprivate func areaWalk(from start: Int?, on days: inout SteadyDays) -> [Int] {
    guard let start else { return [] }
    // A walk is a handful of areas: looking through them costs less than a table.
    var steps = [(number: start, rank: areas[start].rank, distance: 0)]
    var next = 0
    while next < steps.count {
      let (number, _, distance) = steps[next]
      next += 1
      let onward = areaSteps(from: number, on: &days)
      let shared = onward.parts.isEmpty ? [] : sharedAround(number, on: &days)
      for outward in onward.around + shared
      where !steps.contains(where: { $0.number == outward }) {
        steps.append((outward, areas[outward].rank, distance + 1))
      }
    }
    steps[1...].sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.distance != right.distance { return left.distance < right.distance }
      return areas[left.number].row.key < areas[right.number].row.key
    }
    return steps.map(\.number)
  }

  /// Rank of the widest kind of area, a county, whose parts are looked into for contacts.
  private static let widestRankLookedInto = 60

  /// The areas inside a place that day; none for places wider than a county.
  fileprivate func insideAreas(of place: Int?, on days: inout SteadyDays) -> Set<Int> {
    guard let place, areas[place].rank <= Tables.widestRankLookedInto else { return [] }
    var inside: Set<Int> = []
    var queue = [place]
    while let number = queue.popLast() {
      for child in areas[number].children where days.holds(child.valid) {
        // A ring of parts leads back to the place, which is no part of itself.
        guard child.number != place, inside.insert(child.number).inserted else { continue }
        queue.append(child.number)
      }
    }
    return inside
  }
}
