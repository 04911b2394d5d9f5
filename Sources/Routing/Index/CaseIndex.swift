package import Registry

/// One flat cell of a rule's conditions, with what decides about its rule.
package struct CaseRecord {
  package let rule: Int
  package let condition: Condition
  package let tier: Tier
  /// Rank of the plan's owner; lower speaks first.
  package let level: Int
  package let documentDay: Day
  package let ruleValid: DayRange
  package let planValid: DayRange
}

/// Finds the cases whose area, workplace and concern lie on three given walks.
///
/// A tuple-space search: the cases of each tier lie in cells of (area, workplace, concern), so that
/// a question costs a few looks and not a scan.
package struct CaseIndex {
  package let cases: [CaseRecord]
  /// Cases that name no function, by the rank of their tier.
  private let grids: [CaseGrid]
  private let byFunction: [Int: AreaBuckets]
  /// Cases that name no function, by area.
  private let byArea: AreaBuckets

  package init(_ cases: [CaseRecord]) {
    var byTier = [[Int]](repeating: [], count: Tier.allCases.count)
    var byFunction: [Int: AreaBuckets] = [:]
    var byArea = AreaBuckets()
    for (number, record) in cases.enumerated() {
      let condition = record.condition
      if let function = condition.function {
        byFunction[function, default: AreaBuckets()].add(number, in: condition.area)
      } else {
        byTier[record.tier.rank].append(number)
        byArea.add(number, in: condition.area)
      }
    }
    self.cases = cases
    grids = byTier.map { CaseGrid(cases, $0) }
    self.byFunction = byFunction
    self.byArea = byArea
  }

  /// The cases of a tier that name no function.
  package func grid(_ tier: Tier) -> CaseGrid { grids[tier.rank] }

  /// Calls `body` with every case on the area walk that names that function.
  package func visit(_ inquiry: Inquiry, function: Int, _ body: (CaseRecord) -> Void) {
    for number in byFunction[function]?.around(inquiry) ?? [] {
      body(cases[number])
    }
  }

  /// Every case that names no function and lies on the area walk.
  package func around(_ inquiry: Inquiry) -> [CaseRecord] {
    byArea.around(inquiry).map { cases[$0] }
  }

  /// Areas that any case names.
  package var namedAreas: Set<Int> {
    var named = Set(byArea.areas)
    for buckets in byFunction.values { named.formUnion(buckets.areas) }
    return named
  }
}
