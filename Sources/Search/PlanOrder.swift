import Registry

/// Which plans speak of a place on a day, nearest first.
struct PlanOrder {
  private let plansByArea: [ID<Area>: [Plan]]
  /// The plans that follow another.
  private let later: [Plan]
  private let follows: [ID<Plan>: ID<Plan>]
  private let words: [ID<Plan>: [SeverityWord]]

  init(_ snapshot: Snapshot) {
    plansByArea = Dictionary(grouping: snapshot.plans, by: \.area)
    later = snapshot.plans.filter { $0.follows != nil }
    follows = Dictionary(
      later.compactMap { plan in plan.follows.map { (plan.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    words = Dictionary(grouping: snapshot.severityWords, by: \.plan)
  }

  /// The plans whose area contains the place and that speak that day: municipality before district
  /// before nation, later document first; of one line of versions only the newest.
  func speaking(of place: ID<Area>, on day: Day, in areas: AreaTree) -> [Plan] {
    let around = areas.outward(from: place, on: day).flatMap { plansByArea[$0, default: []] }
    let valid = around.filter { $0.valid.contains(day) }
    guard !valid.isEmpty else { return [] }
    let followed = earlierVersions(on: day)
    return valid.filter { !followed.contains($0.id) }
      .sorted { ($0.level.rank, $1.day, $0.id) < ($1.level.rank, $0.day, $1.id) }
  }

  func severityWords(of plan: ID<Plan>) -> [SeverityWord] {
    words[plan, default: []]
  }

  /// All that the plans valid that day follow, however far back.
  private func earlierVersions(on day: Day) -> Set<ID<Plan>> {
    var earlier: Set<ID<Plan>> = []
    var next = later.filter { $0.valid.contains(day) }.compactMap(\.follows)
    while let plan = next.popLast() {
      if earlier.insert(plan).inserted, let before = follows[plan] { next.append(before) }
    }
    return earlier
  }
}
