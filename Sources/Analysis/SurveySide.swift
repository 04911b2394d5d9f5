import Routing
import Registry

/// One registry at one moment, as a survey asks it.
struct SurveySide {
  let index: RoutingIndex
  let moment: Moment
  var tables: Tables { index.tables }

  /// What the rules can tell apart about a place: which of the areas that anything names lie on its
  /// walk, and which inside it.
  func key(of place: ID<Area>) -> PlaceKey {
    let inquiry = inquiry(at: place)
    let named = tables.namedAreas
    return PlaceKey(
      isNamed: inquiry.areaWalk.first.map(named.contains) ?? false,
      walk: inquiry.areaWalk.filter(named.contains),
      inside: inquiry.insideAreas.filter(named.contains),
      looksInsideForKinds: inquiry.place.looksInsideForKinds)
  }

  func inquiry(at place: ID<Area>) -> Inquiry {
    Inquiry(Question(place: place, moment: moment), in: tables)
  }

  /// Cases that can match there on the day, for a question without a wish or an asked function.
  func candidates(_ inquiry: Inquiry) -> [CaseRecord] {
    tables.cases.around(inquiry).filter { record in
      let rule = tables.rules[record.rule]
      return record.condition.wish == nil && rule.row.valid.contains(moment.day)
        && tables.plans[rule.plan].row.valid.contains(moment.day)
    }
  }
}

/// Two places with equal keys answer every question alike.
struct PlaceKey: Hashable {
  /// Whether the place itself is the first of the walk.
  let isNamed: Bool
  let walk: [Int]
  let inside: Set<Int>
  let looksInsideForKinds: Bool
}

/// What the rules can tell apart about a concern.
struct ConcernKey: Hashable {
  let isUnknown: Bool
  let path: [Int]
  let least: Severity
}

/// Everything about the asker's side of a question that the doors of a decision can tell apart.
struct DoorContext {
  var askers: Set<Asker> = []
  var kinds: Set<Int> = []
  var concerns: Set<Int> = []
  /// First ages of the spans between which nothing changes.
  var ages: Set<Int> = []
  var severities: Set<Severity> = [.acute]

  mutating func add(_ condition: Condition) {
    if condition.asker != .anyone { askers.insert(condition.asker) }
    if case .kind(let kind) = condition.work { kinds.insert(kind) }
    if let concern = condition.concern { concerns.insert(concern) }
    if condition.severity != .question { severities.insert(condition.severity) }
    add(condition.ages)
  }

  /// The ends of the firm part and of the extended one both matter: beyond the first, a condition
  /// follows.
  mutating func add(_ range: AgeRange?) {
    guard let range else { return }
    if let from = range.from { ages.insert(from) }
    if let through = range.through { ages.insert(through + 1) }
    if let last = range.last { ages.insert(last + 1) }
  }

  mutating func merge(_ other: DoorContext) {
    askers.formUnion(other.askers)
    kinds.formUnion(other.kinds)
    concerns.formUnion(other.concerns)
    ages.formUnion(other.ages)
    severities.formUnion(other.severities)
  }
}

extension SurveySide {
  /// What can make a difference behind one door, asked from that place.
  func context(of goal: Door.Goal, _ inquiry: Inquiry) -> DoorContext {
    var context = DoorContext()
    switch goal {
    case .function(let function):
      for number in tables.seatsByArea[function].aroundAndInside(inquiry) {
        let record = tables.designations[number]
        for remit in record.remits { context.add(remit) }
        addAudiences(record.channels, to: &context)
      }
    case .unit(let unit):
      addAudiences(tables.units[unit].channels, to: &context)
    case .kind(let kind):
      for unit in tables.unitsByArea[kind].aroundAndInside(inquiry) {
        for service in tables.units[unit].services {
          if case .kind(let kind) = service.work { context.kinds.insert(kind) }
        }
        addAudiences(tables.units[unit].channels, to: &context)
      }
    case .offering(let offering):
      let record = tables.offerings[offering]
      for condition in record.conditions { context.add(condition) }
      addAudiences(record.channels, to: &context)
      addAudiences(tables.units[record.provider].channels, to: &context)
    case .ownWorkplace:
      context.askers.insert(.manager)
    case .described:
      break
    }
    return context
  }

  private func addAudiences(_ channels: [Int], to context: inout DoorContext) {
    var walk = ViaWalk(channels)
    while let number = walk.next() {
      let channel = tables.channels[number]
      if channel.row.audience != .anyone { context.askers.insert(channel.row.audience) }
      if let onward = channel.onward { walk.enter(onward, in: tables) }
    }
  }
}
