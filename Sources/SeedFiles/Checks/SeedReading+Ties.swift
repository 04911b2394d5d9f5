import Registry

extension SeedReading {
  /// Rules that are too mild for their tier, and rules between which nothing decides.
  func checkRules() {
    let rules = Dictionary(rows.snapshot.rules.map { ($0.id, $0) }) { first, _ in first }
    let pairs = rows.snapshot.ruleCases.compactMap { cell in rules[cell.owner].map { (cell, $0) } }
    checkSeriousness(pairs)
    checkTies(pairs)
  }

  private func checkSeriousness(_ pairs: [(RuleCase, Rule)]) {
    var least: [ID<Concern>: Concern] = [:]
    for concern in existing.concerns + rows.snapshot.concerns { least[concern.id] = concern }
    func isGrave(_ cell: RuleCase) -> Bool {
      if cell.severity >= .grave { return true }
      var next = cell.concern
      var steps = 0
      while let id = next, let concern = least[id], steps < 100 {
        if let severity = concern.leastSeverity, severity >= .grave { return true }
        (next, steps) = (concern.parent, steps + 1)
      }
      return false
    }
    var told: Set<ID<Rule>> = []
    for (cell, rule) in pairs where rule.tier == .serious && !isGrave(cell) {
      guard told.insert(rule.id).inserted else { continue }
      faults.add(
        at: rows.position(of: cell),
        "A rule of the tier `serious` needs `severity: grave` (or acute) in `when`; write it, or "
          + "another tier.")
    }
  }

  private func checkTies(_ pairs: [(RuleCase, Rule)]) {
    let groups = Dictionary(grouping: pairs) { cell, rule in
      var decisive = Cell(cell)
      decisive.ages = nil
      return Pair(Pair(rule.plan, rule.tier), decisive)
    }
    var told: Set<Pair<ID<Rule>, ID<Rule>>> = []
    for group in groups.values where group.count > 1 {
      let ordered = group.map { ($0.0, $0.1, rows.position(of: $0.0)) }.sorted { $0.2 < $1.2 }
      for (index, (cell, rule, position)) in ordered.enumerated() {
        for (otherCell, other, place) in ordered[..<index]
        where other.id != rule.id && other.valid.overlaps(rule.valid)
          && SeedReading.isTie(cell.ages, otherCell.ages)
        {
          guard told.insert(Pair(other.id, rule.id)).inserted else { continue }
          faults.add(
            at: position,
            "Nothing decides between this rule `\(rule.key)` and `\(other.key)` on "
              + "\(SeedRows.place(place, from: position)): same tier and conditions; join their "
              + "ladders, or make one narrower.")
        }
      }
    }
  }

  /// Two ranges of ages between which narrowness does not decide, and that share an age.
  private static func isTie(_ left: AgeRange?, _ right: AgeRange?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    let from = max(left.from ?? -1, right.from ?? -1)
    let last = min(left.last ?? 130, right.last ?? 130)
    return left.width == right.width && from <= last
  }
}

extension Cell {
  fileprivate init(_ row: RuleCase) {
    self.init(
      area: row.area, unit: row.unit, unitKind: row.unitKind, concern: row.concern,
      function: row.function, asker: row.asker, severity: row.severity, wish: row.wish)
  }
}
