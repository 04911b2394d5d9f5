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

  /// Whether `fits` holds for something that may be nested with the area on the day of `areas`.
  func contains(near area: Int, _ areas: LintAreas, where fits: (Int) -> Bool) -> Bool {
    if everywhere.contains(where: fits) { return true }
    if numbers.count < areas.inside[area].count {
      return numbers.contains { areas.areNested(area, $0.key) && $0.value.contains(where: fits) }
    }
    return areas.around[area].contains { numbers[$0]?.contains(where: fits) ?? false }
      || areas.inside[area].contains { numbers[$0]?.contains(where: fits) ?? false }
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
