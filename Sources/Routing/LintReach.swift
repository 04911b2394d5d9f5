import Registry

/// Whether anything behind a door can fit some question that a rule's case applies to.
///
/// Areas, workplaces, concerns and askers are trees, ages are spans: two conditions have a question
/// in common when they have a value in common in each dimension.
struct LintReach {
  let tables: Tables
  let day: Day
  private let seats: [Int: [Int]]

  init(tables: Tables, day: Day) {
    self.tables = tables
    self.day = day
    seats = Dictionary(
      grouping: tables.designations.indices.filter {
        tables.designations[$0].row.valid.contains(day)
      }, by: { tables.designations[$0].function })
  }

  /// Whether somebody holds the function, known by name or not, where the case applies.
  func isHeld(_ function: Int, from condition: Condition, in area: Int) -> Bool {
    seats(of: function, condition, area).contains {
      tables.designations[$0].row.holding != .vacant
    }
  }

  /// Whether the function has a seat at all there, held or not.
  func seats(of function: Int, _ condition: Condition, _ area: Int) -> [Int] {
    (seats[function] ?? []).filter { number in
      let record = tables.designations[number]
      return isAlive(record.organisation)
        && record.remits.contains { meets(condition, in: area, $0) }
    }
  }

  func reaches(_ goal: Door.Goal, from condition: Condition, in area: Int) -> Bool {
    switch goal {
    case .function(let function):
      return seats(of: function, condition, area).contains { number in
        let record = tables.designations[number]
        return record.row.holding != .vacant && isUsable(record.channels, condition.asker)
      }
    case .unit(let unit):
      return isAlive(unit) && isUsable(tables.units[unit].channels, condition.asker)
    case .kind(let kind):
      return tables.units.indices.contains { unit in
        isOfKind(unit, kind) && serves(unit, condition, area)
          && isUsable(tables.units[unit].channels, condition.asker)
      }
    case .offering(let offering):
      let record = tables.offerings[offering]
      guard record.row.valid.contains(day) else { return false }
      let isFit =
        record.conditions.isEmpty
        || record.conditions.contains { meets(condition, in: area, $0, isAnyConcern: true) }
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
    areNested(area, other.area) && areNested(condition.work, other.work)
      && (isAnyConcern || areConcernsNested(condition.concern, other.concern))
      && (condition.asker.isWithin(other.asker) || other.asker.isWithin(condition.asker))
      && doMeet(condition.ages, other.ages)
  }

  private func areNested(_ area: Int, _ other: Int?) -> Bool {
    guard let other else { return true }
    return tables.areaWalk(from: area, on: day).contains(other)
      || tables.areaWalk(from: other, on: day).contains(area)
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
    let forms = tables.units[unit].forms
    return forms.isEmpty || forms.contains { $0.valid.contains(day) }
  }

  private func isOfKind(_ unit: Int, _ kind: Int) -> Bool {
    tables.units[unit].forms.contains {
      $0.valid.contains(day) && tables.kinds[$0.kind].path.contains(kind)
    }
  }

  private func serves(_ unit: Int, _ condition: Condition, _ area: Int) -> Bool {
    let record = tables.units[unit]
    if record.services.isEmpty {
      return record.forms.contains { form in
        form.valid.contains(day) && (form.location.map { areNested(area, $0) } ?? false)
      }
    }
    return record.services.contains {
      $0.valid.contains(day) && areNested(area, $0.area) && areNested(condition.work, $0.work)
    }
  }

  private func isUsable(_ channels: [Int], _ asker: Asker, depth: Int = 0) -> Bool {
    channels.contains { number in
      let channel = tables.channels[number]
      guard channel.row.valid.contains(day),
        channel.row.audience.isWithin(asker) || asker.isWithin(channel.row.audience)
      else { return false }
      if let unit = channel.viaUnit {
        return depth < Resolver.viaDepthMax
          && isUsable(tables.units[unit].channels, asker, depth: depth + 1)
      }
      if let designation = channel.viaDesignation {
        return depth < Resolver.viaDepthMax
          && isUsable(tables.designations[designation].channels, asker, depth: depth + 1)
      }
      return channel.row.isUsable && channel.row.canonical != nil
    }
  }
}
