import Registry

/// Where the walk outward from an area goes on, one step.
package struct AreaSteps {
  /// What it lies in, and what it has become where that is one area.
  package let around: [Int]
  /// What it was split into, rising; empty when it was not.
  package let parts: [Int]
}

extension Tables {
  /// One step outward. A place that has ended goes on through its successor; one that was split
  /// lies only in what all its successors lie in, because no weight may choose between them.
  package func areaSteps(from number: Int, on days: inout SteadyDays) -> AreaSteps {
    let area = areas[number]
    let parents = area.parents.filter { days.holds($0.valid) }.map(\.number)
    let past = area.successors.filter { days.isFrom($0.day) }.map(\.number)
    guard !days.holds(area.row.valid), !past.isEmpty else {
      return AreaSteps(around: parents, parts: [])
    }
    let known = past.compactMap(\.self)
    // A part that is not in the registry may lie anywhere: then nothing is shared by all.
    guard known.count == past.count else { return AreaSteps(around: parents, parts: []) }
    let parts = Set(known).sorted()
    return parts.count == 1
      ? AreaSteps(around: parents + parts, parts: [])
      : AreaSteps(around: parents, parts: parts)
  }

  /// What all parts of a split area lie in.
  ///
  /// An area lies in itself, in what its steps lead to, and in what every part of it lies in. In
  /// splits inside splits and in rings (a merger that was split back) these sets rest on each
  /// other. So they grow together, from nothing, until nothing is added: a ring proves nothing
  /// about itself, and an area is only looked at again when something it rests on has grown. One
  /// walk for each part in turn would never end in a ring, and would double with every split
  /// inside a split.
  package func sharedAround(_ split: Int, on days: inout SteadyDays) -> [Int] {
    var growth = AreaGrowth()
    var found = [split]
    var next = 0
    while next < found.count {
      let number = found[next]
      next += 1
      let steps = areaSteps(from: number, on: &days)
      for other in growth.add(number, steps) { found.append(other) }
    }
    growth.grow(from: found)
    return growth.shared(by: growth.parts(of: split)).sorted()
  }
}

/// The areas that can be come to from one, and what each is known to lie in so far.
private struct AreaGrowth {
  private var steps: [Int: AreaSteps] = [:]
  private var around: [Int: Set<Int>] = [:]
  /// The areas that rest on one.
  private var resting: [Int: [Int]] = [:]
  private var seen: Set<Int> = []

  /// Notes an area and tells which others are come to for the first time.
  mutating func add(_ number: Int, _ steps: AreaSteps) -> [Int] {
    seen.insert(number)
    self.steps[number] = steps
    return (steps.around + steps.parts).filter { other in
      resting[other, default: []].append(number)
      return seen.insert(other).inserted
    }
  }

  func parts(of number: Int) -> [Int] { steps[number]?.parts ?? [] }

  /// - Parameter found: every area, the farthest last: it is looked at first, so that without a
  ///   ring each is looked at about once.
  mutating func grow(from found: [Int]) {
    var waiting = found
    var isWaiting = Set(found)
    while let number = waiting.popLast() {
      isWaiting.remove(number)
      guard let steps = steps[number] else { continue }
      var grown: Set<Int> = [number]
      for other in steps.around { grown.formUnion(around[other] ?? []) }
      if !steps.parts.isEmpty { grown.formUnion(shared(by: steps.parts)) }
      guard grown.count != around[number]?.count else { continue }
      around[number] = grown
      for other in resting[number] ?? [] where isWaiting.insert(other).inserted {
        waiting.append(other)
      }
    }
  }

  /// What every one of them lies in; none lies in itself here.
  func shared(by parts: [Int]) -> Set<Int> {
    var shared: Set<Int>?
    for part in parts {
      var lies = around[part] ?? []
      lies.remove(part)
      shared = shared?.intersection(lies) ?? lies
    }
    return shared ?? []
  }
}
