package import Registry

extension TableBuilder {
  /// Every day on which something that decides a ladder begins or ends.
  package var datedDays: Set<Day> {
    var days = surroundingDays
    for designation in designations {
      days.add(designation.row.valid)
      for absence in designation.absences { days.add(absence) }
    }
    for channel in channels { days.add(channel.row.valid) }
    for plan in plans { days.add(plan.row.valid) }
    for rule in rules { days.add(rule.row.valid) }
    for offering in offerings { days.add(offering.row.valid) }
    return days
  }

  /// Every day on which the hierarchies that an answer walks through change.
  package var surroundingDays: Set<Day> {
    var days: Set<Day> = []
    for area in areas {
      days.add(area.row.valid)
      for edge in area.parents { days.add(edge.valid) }
      days.formUnion(area.successors.map(\.day))
    }
    for unit in units {
      for form in unit.forms { days.add(form.valid) }
      for edge in unit.parents { days.add(edge.valid) }
      for service in unit.services { days.add(service.valid) }
    }
    return days
  }

  /// Every day on which anything is called otherwise.
  package var nameDays: Set<Day> {
    var days: Set<Day> = []
    for name in snapshot.names { days.add(name.valid) }
    return days
  }
}

extension Set<Day> {
  fileprivate mutating func add(_ valid: DayRange) {
    if let from = valid.from { insert(from) }
    if let until = valid.until { insert(until) }
  }
}

extension [Day] {
  /// Of days in order, the first that is later.
  package func first(after day: Day) -> Day? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > day { high = middle } else { low = middle + 1 }
    }
    return low < count ? self[low] : nil
  }
}
