import Registry

/// What is filed by area, computed from the finished records.
extension TableBuilder {
  package var seatsByArea: [AreaBuckets] {
    var buckets = [AreaBuckets](repeating: AreaBuckets(), count: functions.count)
    for (number, record) in designations.enumerated() {
      for remit in record.remits { buckets[record.function].add(number, in: remit.area) }
    }
    return buckets
  }

  /// An organisation that states nothing serves where it lies.
  package var unitsByArea: [AreaBuckets] {
    var buckets = [AreaBuckets](repeating: AreaBuckets(), count: kinds.count)
    for (number, unit) in units.enumerated() {
      let areas =
        unit.statesServices
        ? unit.services.map(\.area) : unit.forms.compactMap(\.location).map(Optional.some)
      for kind in Set(unit.forms.compactMap(\.kind).flatMap { kinds[$0].path }) {
        for area in areas { buckets[kind].add(number, in: area) }
      }
    }
    return buckets
  }

  package var offeringsByArea: AreaBuckets {
    var buckets = AreaBuckets()
    for (number, record) in offerings.enumerated() {
      for condition in record.conditions { buckets.add(number, in: condition.area) }
    }
    return buckets
  }

  package var noticesByArea: AreaBuckets {
    var buckets = AreaBuckets()
    for (number, record) in notices.enumerated() {
      for condition in record.conditions { buckets.add(number, in: condition.area) }
    }
    return buckets
  }

  package var plansByArea: AreaBuckets {
    var buckets = AreaBuckets()
    for (number, plan) in plans.enumerated() { buckets.add(number, in: plan.area) }
    return buckets
  }
}
