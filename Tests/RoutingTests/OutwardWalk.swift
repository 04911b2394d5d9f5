import Registry

/// The walk outward from a place, written as naively as possible over the bare rows: what every
/// area lies in is added to, for all areas again and again, until nothing is added.
struct OutwardWalk {
  private let snapshot: Snapshot
  private let day: Day
  private var around: [ID<Area>: Set<ID<Area>>] = [:]

  init(_ snapshot: Snapshot, on day: Day) {
    self.snapshot = snapshot
    self.day = day
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for area in snapshot.areas {
        let grown = grown(area)
        if grown != around[area.id] {
          around[area.id] = grown
          hasGrown = true
        }
      }
    }
  }

  private func isHere(_ id: ID<Area>) -> Bool { snapshot.areas.contains { $0.id == id } }

  private func parents(of area: Area) -> [ID<Area>] {
    snapshot.areaParents.filter {
      $0.area == area.id && $0.valid.contains(day) && isHere($0.parent)
    }.map(\.parent)
  }

  /// What it was split into, or merged with; none when a part of it is not here.
  private func parts(of area: Area) -> Set<ID<Area>> {
    let parts = snapshot.areaSuccessions.filter { $0.area == area.id && $0.day <= day }
      .map(\.successor)
    return area.valid.contains(day) || !parts.allSatisfy(isHere) ? [] : Set(parts)
  }

  private func shared(by parts: Set<ID<Area>>) -> Set<ID<Area>> {
    let lies = parts.map { around[$0, default: []].subtracting([$0]) }
    guard let first = lies.first else { return [] }
    return lies.dropFirst().reduce(first) { $0.intersection($1) }
  }

  private func grown(_ area: Area) -> Set<ID<Area>> {
    var grown: Set<ID<Area>> = [area.id]
    for parent in parents(of: area) { grown.formUnion(around[parent, default: []]) }
    let parts = parts(of: area)
    if parts.count == 1 {
      for part in parts { grown.formUnion(around[part, default: []]) }
    } else {
      grown.formUnion(shared(by: parts))
    }
    return grown
  }

  /// The place, then by rank, steps and key.
  func from(_ place: ID<Area>) -> [ID<Area>] {
    guard isHere(place) else { return [] }
    var steps = [place: 0]
    var ring = [place]
    while !ring.isEmpty {
      var next: [ID<Area>] = []
      for id in ring {
        guard let area = snapshot.areas.first(where: { $0.id == id }) else { continue }
        let parts = parts(of: area)
        let onward = parents(of: area) + (parts.count == 1 ? parts : shared(by: parts))
        for other in onward where steps[other] == nil {
          steps[other] = (steps[id] ?? 0) + 1
          next.append(other)
        }
      }
      ring = next
    }
    let outer = steps.keys.filter { $0 != place }.sorted { order($0, steps) < order($1, steps) }
    return [place] + outer
  }

  private func order(_ id: ID<Area>, _ steps: [ID<Area>: Int]) -> (Int, Int, String) {
    let area = snapshot.areas.first { $0.id == id }
    let rank = snapshot.areaKinds.first { $0.id == area?.kind }?.rank
    return (rank ?? 100, steps[id] ?? 0, area?.key ?? "")
  }
}
