package import Registry

extension TableBuilder {
  /// Every day on which something that decides a ladder begins or ends.
  package var datedDays: Set<Day> {
    var days: Set<Day> = []
    func add(_ valid: DayRange) {
      if let from = valid.from { days.insert(from) }
      if let until = valid.until { days.insert(until) }
    }
    for area in areas {
      add(area.row.valid)
      for edge in area.parents { add(edge.valid) }
      days.formUnion(area.successors.map(\.day))
    }
    for unit in units {
      for form in unit.forms { add(form.valid) }
      for edge in unit.parents { add(edge.valid) }
      for service in unit.services { add(service.valid) }
    }
    for designation in designations {
      add(designation.row.valid)
      for absence in designation.absences { add(absence) }
    }
    for channel in channels { add(channel.row.valid) }
    for plan in plans { add(plan.row.valid) }
    for rule in rules { add(rule.row.valid) }
    for offering in offerings { add(offering.row.valid) }
    return days
  }
}
