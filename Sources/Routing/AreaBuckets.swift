/// Numbers of things by the areas that they name, so that a question looks only at what can concern
/// its place.
///
/// Whatever the registry holds elsewhere in the country costs a question nothing.
struct AreaBuckets {
  private var numbers: [Int: [Int]] = [:]
  /// Things that name no area: they concern every place.
  private var everywhere: [Int] = []

  /// Files a thing under an area; nil is everywhere. Numbers are added in rising order.
  mutating func add(_ number: Int, in area: Int?) {
    guard let area else {
      if everywhere.last != number { everywhere.append(number) }
      return
    }
    if numbers[area]?.last != number { numbers[area, default: []].append(number) }
  }

  /// What lies on the walk outward from the place, in rising order, each once.
  func around(_ inquiry: Inquiry) -> [Int] {
    merged(found(on: inquiry.areaWalk))
  }

  /// What lies on the walk outward or inside the place, in rising order, each once.
  func aroundAndInside(_ inquiry: Inquiry) -> [Int] {
    var found = found(on: inquiry.areaWalk)
    if inquiry.insideAreas.count < numbers.count {
      for area in inquiry.insideAreas { numbers[area].map { found.append($0) } }
    } else {
      for (area, members) in numbers where inquiry.insideAreas.contains(area) {
        found.append(members)
      }
    }
    return merged(found)
  }

  /// Every area that something is filed under.
  var areas: Dictionary<Int, [Int]>.Keys { numbers.keys }

  private func found(on walk: [Int]) -> [[Int]] {
    walk.compactMap { numbers[$0] } + (everywhere.isEmpty ? [] : [everywhere])
  }

  private func merged(_ lists: [[Int]]) -> [Int] {
    guard lists.count > 1 else { return lists.first ?? [] }
    var merged = lists.flatMap { $0 }
    merged.sort()
    var last: Int?
    merged.removeAll { number in
      defer { last = number }
      return number == last
    }
    return merged
  }
}
