/// Numbers of things by the areas that they name, so that a question looks only at what can concern
/// its place.
///
/// Whatever the registry holds elsewhere in the country costs a question nothing.
package struct AreaBuckets {
  private var numbers: [Int: [Int]] = [:]
  /// Things that name no area: they concern every place.
  private var everywhere: [Int] = []

  package init() {}

  /// Files a thing under an area; nil is everywhere. Numbers are added in rising order.
  package mutating func add(_ number: Int, in area: Int?) {
    guard let area else {
      AreaBuckets.add(number, to: &everywhere)
      return
    }
    AreaBuckets.add(number, to: &numbers[area, default: []])
  }

  private static func add(_ number: Int, to list: inout [Int]) {
    guard let last = list.last else { return list.append(number) }
    // A single list is handed on as it is: out of order, the order of an answer would be wrong.
    precondition(last <= number, "Things are filed in rising order.")
    if last != number { list.append(number) }
  }

  /// What lies on the walk outward from the place, in rising order, each once.
  package func around(_ inquiry: Inquiry) -> [Int] {
    guard !isEmpty else { return [] }
    var found = Found(everywhere)
    for area in inquiry.areaWalk { found.add(numbers[area]) }
    return found.merged
  }

  /// What lies on the walk outward or inside the place, in rising order, each once.
  package func aroundAndInside(_ inquiry: Inquiry) -> [Int] {
    guard !isEmpty else { return [] }
    var found = Found(everywhere)
    for area in inquiry.areaWalk { found.add(numbers[area]) }
    if inquiry.insideAreas.count < numbers.count {
      for area in inquiry.insideAreas { found.add(numbers[area]) }
    } else {
      for (area, members) in numbers where inquiry.insideAreas.contains(area) {
        found.add(members)
      }
    }
    return found.merged
  }

  private var isEmpty: Bool { numbers.isEmpty && everywhere.isEmpty }

  /// Whether `fits` holds for something that may be nested with the area on the day of `areas`.
  package func contains(near area: Int, _ areas: AreaNesting, where fits: (Int) -> Bool) -> Bool {
    if everywhere.contains(where: fits) { return true }
    if numbers.count < areas.inside[area].count {
      return numbers.contains { areas.areNested(area, $0.key) && $0.value.contains(where: fits) }
    }
    return areas.around[area].contains { numbers[$0]?.contains(where: fits) ?? false }
      || areas.inside[area].contains { numbers[$0]?.contains(where: fits) ?? false }
  }

  /// Every area that something is filed under.
  package var areas: Dictionary<Int, [Int]>.Keys { numbers.keys }

  /// Lists as they are found; a single one is handed on as it is.
  private struct Found {
    private var all: [Int]
    private var lists: Int

    init(_ everywhere: [Int]) {
      all = everywhere
      lists = everywhere.isEmpty ? 0 : 1
    }

    mutating func add(_ list: [Int]?) {
      guard let list, !list.isEmpty else { return }
      if lists == 0 { all = list } else { all += list }
      lists += 1
    }

    /// In rising order, each once.
    var merged: [Int] {
      guard lists > 1 else { return all }
      let sorted = all.sorted()
      var merged: [Int] = []
      merged.reserveCapacity(sorted.count)
      for number in sorted where merged.last != number { merged.append(number) }
      return merged
    }
  }
}
