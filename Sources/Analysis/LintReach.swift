import Routing
import Registry

/// Whether anything behind a door can fit some question that a rule's case applies to.
///
/// Areas, workplaces, concerns and askers are trees, ages are spans: two conditions have a question
/// in common when they have a value in common in each dimension.
struct LintReach {
  let tables: Tables
  let day: Day
  let areas: AreaNesting
  private let seats: [Int: AreaBuckets]
  private let units: [Int: AreaBuckets]

  init(tables: Tables, day: Day) {
    self.tables = tables
    self.day = day
    areas = AreaNesting(tables: tables, day: day)
    var seats: [Int: AreaBuckets] = [:]
    for (number, record) in tables.designations.enumerated() where record.row.valid.contains(day) {
      for remit in record.remits {
        seats[record.function, default: AreaBuckets()].add(number, in: remit.area)
      }
    }
    self.seats = seats
    var units: [Int: AreaBuckets] = [:]
    for (number, record) in tables.units.enumerated() {
      let kinds = record.forms.filter { $0.valid.contains(day) }
        .reduce(into: Set<Int>()) { kinds, form in
          form.kind.map { kinds.formUnion(tables.kinds[$0].path) }
        }
      let places =
        record.statesServices
        ? record.services.map(\.area) : record.forms.compactMap(\.location).map { $0 }
      for kind in kinds {
        for place in places { units[kind, default: AreaBuckets()].add(number, in: place) }
      }
    }
    self.units = units
  }

  /// Whether somebody holds the function, known by name or not, where the case applies.
  func isHeld(_ function: Int, from condition: Condition, in area: Int) -> Bool {
    hasSeat(of: function, condition, area) { $0.row.holding != .vacant }
  }

  /// Whether the function has a seat there that fits.
  private func hasSeat(
    of function: Int, _ condition: Condition, _ area: Int, where fits: (DesignationRecord) -> Bool
  ) -> Bool {
    seats[function]?.contains(near: area, areas) { number in
      let record = tables.designations[number]
      return fits(record) && isAlive(record.organisation)
        && record.remits.contains { meets(condition, in: area, $0) }
    } ?? false
  }

  /// How many rows a finding shows at most.
  private static let rowsMax = 3

  /// What the registry has behind doors that reach nobody near those areas: seats that are vacant,
  /// over or without a number, and organisations without one.
  func rows(behind goals: [Door.Goal], in places: [Int]) -> [LintRow] {
    var rows: [LintRow] = []
    for row in goals.flatMap({ self.rows(behind: $0, in: places) }) where !rows.contains(row) {
      rows.append(row)
    }
    return Array(rows.prefix(LintReach.rowsMax))
  }

  private func rows(behind goal: Door.Goal, in places: [Int]) -> [LintRow] {
    switch goal {
    case .function(let function):
      numbers(in: tables.seatsByArea[function], near: places)
        .map { .designation(tables.designations[$0].row.id) }
    case .unit(let unit):
      [.organisation(tables.units[unit].row.id)]
    case .kind(let kind):
      numbers(in: tables.unitsByArea[kind], near: places)
        .map { .organisation(tables.units[$0].row.id) }
    case .offering(let offering):
      [.offering(tables.offerings[offering].row.id)]
    case .ownWorkplace, .described:
      []
    }
  }

  private func numbers(in buckets: AreaBuckets, near places: [Int]) -> [Int] {
    var found: Set<Int> = []
    for place in places {
      _ = buckets.contains(near: place, areas) { number in
        found.insert(number)
        return false
      }
    }
    return found.sorted()
  }

  func reaches(_ goal: Door.Goal, from condition: Condition, in area: Int) -> Bool {
    switch goal {
    case .function(let function):
      return hasSeat(of: function, condition, area) { record in
        record.row.holding != .vacant && isUsable(record.channels, condition.asker)
      }
    case .unit(let unit):
      return isAlive(unit) && isUsable(tables.units[unit].channels, condition.asker)
    case .kind(let kind):
      return units[kind]?.contains(near: area, areas) { unit in
        serves(unit, condition, area) && isUsable(tables.units[unit].channels, condition.asker)
      } ?? false
    case .offering(let offering):
      let record = tables.offerings[offering]
      guard record.row.valid.contains(day) else { return false }
      let isFit = record.conditions.contains {
        meets(condition, in: area, $0, isAnyConcern: true)
      }
      return isFit
        && (isUsable(record.channels, condition.asker)
          || (isAlive(record.provider)
            && isUsable(tables.units[record.provider].channels, condition.asker)))
    case .ownWorkplace, .described:
      return false
    }
  }

  private func meets(
    _ condition: Condition, in area: Int, _ other: Condition, isAnyConcern: Bool = false
  ) -> Bool {
    areas.areNested(area, other.area) && areNested(condition.work, other.work)
      && (isAnyConcern || areConcernsNested(condition.concern, other.concern))
      && (condition.asker.isWithin(other.asker) || other.asker.isWithin(condition.asker))
      && doMeet(condition.ages, other.ages)
  }

  private func areNested(_ work: WorkNode, _ other: WorkNode) -> Bool {
    walk(work).contains(other) || walk(other).contains(work)
  }

  private func walk(_ work: WorkNode) -> [WorkNode] {
    switch work {
    case .anyone: [.anyone]
    case .unit(let unit): tables.workWalk(from: .unit(tables.units[unit].row.id), on: day)
    case .kind(let kind): tables.workWalk(from: .kind(tables.kinds[kind].row.id), on: day)
    }
  }

  private func areConcernsNested(_ concern: Int?, _ other: Int?) -> Bool {
    guard let concern, let other else { return true }
    return tables.concerns[concern].path.contains(other)
      || tables.concerns[other].path.contains(concern)
  }

  private func doMeet(_ ages: AgeRange?, _ other: AgeRange?) -> Bool {
    guard let ages, let other else { return true }
    return max(ages.from ?? -1, other.from ?? -1) <= min(ages.last ?? 130, other.last ?? 130)
  }

  private func isAlive(_ unit: Int) -> Bool {
    tables.units[unit].forms.contains { $0.valid.contains(day) }
  }

  private func serves(_ unit: Int, _ condition: Condition, _ area: Int) -> Bool {
    let record = tables.units[unit]
    if !record.statesServices {
      return record.forms.contains { form in
        form.valid.contains(day) && (form.location.map { areas.areNested(area, $0) } ?? false)
      }
    }
    return record.services.contains {
      $0.valid.contains(day) && areas.areNested(area, $0.area) && areNested(condition.work, $0.work)
    }
  }

  private func isUsable(_ channels: [Int], _ asker: Asker) -> Bool {
    var isUsable = false
    var walk = ViaWalk(channels)
    while !isUsable, let number = walk.next() {
      let channel = tables.channels[number]
      guard channel.row.valid.contains(day),
        channel.row.audience.isWithin(asker) || asker.isWithin(channel.row.audience)
      else { continue }
      if let onward = channel.onward {
        walk.enter(onward, in: tables)
      } else {
        isUsable = channel.row.isUsable && channel.row.canonical != nil
      }
    }
    return isUsable
  }
}
