import Registry

/// One flat cell of a rule's conditions, with what decides about its rule.
struct CaseRecord {
  let rule: Int
  let condition: Condition
  let tier: Tier
  /// Rank of the plan's owner; lower speaks first.
  let level: Int
  let documentDay: Day
}

/// Finds the cases whose area, workplace and concern lie on three given walks.
///
/// A tuple-space search: cells are hashed on (area, workplace, concern), and the walks are first
/// thinned to the nodes that any case names, so that a question costs a few probes and not a scan.
struct CaseIndex {
  let cases: [CaseRecord]
  private let cells: [CellKey: [Int]]
  private let byFunction: [Int: AreaBuckets]
  private let areas: Set<Int>
  /// Cases that name no function, by area.
  private let byArea: AreaBuckets
  private let works: Set<WorkNode>
  private let concerns: Set<Int>

  private struct CellKey: Hashable {
    /// -1 stands for anything.
    let area: Int
    let work: WorkNode
    let concern: Int
  }

  init(_ cases: [CaseRecord]) {
    var cells: [CellKey: [Int]] = [:]
    var byFunction: [Int: AreaBuckets] = [:]
    var byArea = AreaBuckets()
    for (number, record) in cases.enumerated() {
      let condition = record.condition
      if let function = condition.function {
        byFunction[function, default: AreaBuckets()].add(number, in: condition.area)
      } else {
        let key = CellKey(
          area: condition.area ?? -1, work: condition.work, concern: condition.concern ?? -1)
        cells[key, default: []].append(number)
        byArea.add(number, in: condition.area)
      }
    }
    self.cases = cases
    self.cells = cells
    self.byFunction = byFunction
    self.byArea = byArea
    areas = Set(cells.keys.map(\.area))
    works = Set(cells.keys.map(\.work))
    concerns = Set(cells.keys.map(\.concern))
  }

  /// Calls `body` with every case that names no function and lies on the walks.
  ///
  /// `concernWalk` holds the concern's path; the cases for any concern are always visited.
  func visit(_ inquiry: Inquiry, concernWalk: [Int], _ body: (CaseRecord) -> Void) {
    let areaWalk = (inquiry.areaWalk + [-1]).filter { areas.contains($0) }
    let workWalk = inquiry.workWalk.filter { works.contains($0) }
    let concernWalk = (concernWalk + [-1]).filter { concerns.contains($0) }
    for area in areaWalk {
      for work in workWalk {
        for concern in concernWalk {
          for number in cells[CellKey(area: area, work: work, concern: concern)] ?? [] {
            body(cases[number])
          }
        }
      }
    }
  }

  /// Calls `body` with every case on the area walk that names that function.
  func visit(_ inquiry: Inquiry, function: Int, _ body: (CaseRecord) -> Void) {
    for number in byFunction[function]?.around(inquiry) ?? [] {
      body(cases[number])
    }
  }

  /// Every case that names no function and lies on the area walk.
  func around(_ inquiry: Inquiry) -> [CaseRecord] {
    byArea.around(inquiry).map { cases[$0] }
  }

  /// Areas that any case names.
  var namedAreas: Set<Int> {
    var named = Set(byArea.areas)
    for buckets in byFunction.values { named.formUnion(buckets.areas) }
    return named
  }

  /// Concerns that any case names.
  var namedConcerns: Set<Int> {
    concerns.subtracting([-1])
  }
}
