import Registry

/// Which plans speak of a place on a day, nearest first.
struct PlanOrder {
  private let plans: [Plan]
  private let words: [ID<Plan>: [SeverityWord]]

  init(_ snapshot: Snapshot) {
    plans = snapshot.plans
    words = Dictionary(grouping: snapshot.severityWords, by: \.plan)
  }

  /// The plans whose area contains the place and that speak that day: municipality before district
  /// before nation, later document first; of one line of versions only the newest.
  func speaking(of place: ID<Area>, on day: Day, in areas: AreaTree) -> [Plan] {
    let around = areas.outward(from: place, on: day)
    let valid = plans.filter { $0.valid.contains(day) }
    let followed = earlierVersions(of: valid)
    return valid.filter { around.contains($0.area) && !followed.contains($0.id) }
      .sorted { ($0.level.rank, $1.day, $0.id) < ($1.level.rank, $0.day, $1.id) }
  }

  func severityWords(of plan: ID<Plan>) -> [SeverityWord] {
    words[plan, default: []]
  }

  /// All that those plans follow, however far back.
  private func earlierVersions(of later: [Plan]) -> Set<ID<Plan>> {
    let follows = Dictionary(
      plans.map { ($0.id, $0.follows) }, uniquingKeysWith: { first, _ in first })
    var earlier: Set<ID<Plan>> = []
    var next = later.compactMap(\.follows)
    while let plan = next.popLast() {
      if earlier.insert(plan).inserted, let before = follows[plan] ?? nil { next.append(before) }
    }
    return earlier
  }
}
