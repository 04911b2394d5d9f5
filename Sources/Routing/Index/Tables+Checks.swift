import Registry

extension Tables {
  /// Stops at a number that is no row's: read as another row's, it would give a wrong contact with
  /// a source, and nobody would see it. Once for each index; an answer pays nothing.
  package func checkNumbers() {
    for record in cases.cases {
      precondition(rules.indices.contains(record.rule), "A case is of no rule.")
      check(record.condition)
    }
    for seat in designations {
      precondition(functions.indices.contains(seat.function), "A seat has no function.")
      precondition(units.indices.contains(seat.organisation), "A seat is in no organisation.")
      for remit in seat.remits { check(remit) }
      check(seat.channels)
    }
    for unit in units {
      for service in unit.services {
        check(service.area, in: areas.count)
        check(service.work)
      }
      check(unit.channels)
    }
    for offering in offerings {
      precondition(units.indices.contains(offering.provider), "An offering has no provider.")
      for condition in offering.conditions { check(condition) }
      check(offering.channels)
    }
    for notice in notices {
      precondition(plans.indices.contains(notice.plan), "A notice is of no plan.")
      for condition in notice.conditions { check(condition) }
    }
    for channel in channels {
      check(channel.viaUnit, in: units.count)
      check(channel.viaDesignation, in: designations.count)
    }
    for rule in rules {
      precondition(plans.indices.contains(rule.plan), "A rule is of no plan.")
      for door in rule.rungs.joined() { check(door.goal) }
    }
    for plan in plans { check(plan.area, in: areas.count) }
  }

  private func check(_ condition: Condition) {
    check(condition.area, in: areas.count)
    check(condition.work)
    check(condition.concern, in: concerns.count)
    check(condition.function, in: functions.count)
  }

  private func check(_ work: WorkNode) {
    switch work {
    case .anyone: break
    case .unit(let unit): check(unit, in: units.count)
    case .kind(let kind): check(kind, in: kinds.count)
    }
  }

  private func check(_ goal: Door.Goal) {
    switch goal {
    case .function(let function): check(function, in: functions.count)
    case .unit(let unit): check(unit, in: units.count)
    case .kind(let kind): check(kind, in: kinds.count)
    case .offering(let offering): check(offering, in: offerings.count)
    case .ownWorkplace, .described: break
    }
  }

  private func check(_ owned: [Int]) {
    for number in owned { check(number, in: channels.count) }
  }

  private func check(_ number: Int?, in count: Int) {
    guard let number else { return }
    precondition(number >= 0 && number < count, "A number is no row's.")
  }
}
