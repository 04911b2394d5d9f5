import Registry

/// Looks for what is written and can never be part of an answer.
///
/// Nothing here is certainly wrong, so a load goes on: a seat may come before its organisation.
/// Only what this load says is told, seen together with what the registry has.
struct SilentFacts {
  let reading: SeedReading
  private let written: Snapshot
  private let areas: [ID<Area>: Area]
  private let areaParents: [ID<Area>: [ID<Area>]]
  private let designations: [ID<Designation>: Designation]
  private let plans: [ID<Plan>: Plan]
  private let rules: [ID<Rule>: Rule]
  private let notices: [ID<Notice>: Notice]
  private let offerings: [ID<Offering>: Offering]
  private let keys: [ID<Organisation>: String]
  /// The days on which each organisation is known.
  private let spans: [ID<Organisation>: [DayRange]]
  private let served: [ID<Organisation>: Set<ID<Area>>]
  private let concerns: [ID<Concern>: Concern]
  private(set) var found: [SeedFault] = []

  init(_ reading: SeedReading) {
    self.reading = reading
    written = reading.rows.snapshot
    let before = reading.existing
    func all<Row: SeedRow>(_ rows: KeyPath<Snapshot, [Row]>) -> [Row] {
      let new = reading.rows.snapshot[keyPath: rows]
      let ids = Set(new.map(\.bits))
      return before[keyPath: rows].filter { !ids.contains($0.bits) } + new
    }
    areas = Dictionary(all(\.areas).map { ($0.id, $0) }) { _, last in last }
    areaParents = Dictionary(grouping: all(\.areaParents), by: \.area)
      .mapValues { $0.map(\.parent) }
    designations = Dictionary(all(\.designations).map { ($0.id, $0) }) { _, last in last }
    plans = Dictionary(all(\.plans).map { ($0.id, $0) }) { _, last in last }
    rules = Dictionary(all(\.rules).map { ($0.id, $0) }) { _, last in last }
    notices = Dictionary(all(\.notices).map { ($0.id, $0) }) { _, last in last }
    offerings = Dictionary(all(\.offerings).map { ($0.id, $0) }) { _, last in last }
    keys = Dictionary(all(\.organisations).map { ($0.id, $0.key) }) { _, last in last }
    spans = Dictionary(grouping: all(\.organisationForms), by: \.organisation)
      .mapValues { $0.map(\.valid) }
    served = Dictionary(grouping: all(\.organisationServices), by: \.organisation)
      .mapValues { Set($0.compactMap(\.area)) }
    concerns = Dictionary(all(\.concerns).map { ($0.id, $0) }) { _, last in last }
  }

  /// Every silent fact, in the order of the files.
  mutating func all() -> [SeedFault] {
    seats()
    channels()
    planMatter()
    places()
    kindsWithNobody()
    beatenRules()
    return Array(Set(found)).sorted()
  }

  private mutating func note(_ row: some SeedRow, _ sentence: String) {
    let position = reading.rows.position(of: row)
    found.append(
      SeedFault(path: position.path, line: position.line, key: position.key, sentence: sentence))
  }

  private func days(_ spans: [DayRange]) -> String {
    spans.map(SilentFacts.days).joined(separator: ", ")
  }

  private static func days(_ span: DayRange) -> String {
    switch (span.from, span.until) {
    case (let from?, let until?): "from \(from) until \(until)"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): "always"
    }
  }

  private mutating func seats() {
    for seat in written.designations {
      guard let known = spans[seat.organisation], !known.isEmpty else { continue }
      if !known.contains(where: { $0.overlaps(seat.valid) }) {
        note(
          seat,
          "The organisation `\(keys[seat.organisation] ?? "")` is known \(days(known)), so nobody "
            + "is told of this seat \(SilentFacts.days(seat.valid)); define the organisation with "
            + "the older plan, or correct the days.")
      }
    }
    for absence in written.absences {
      guard let seat = designations[absence.designation], !seat.valid.overlaps(absence.valid) else {
        continue
      }
      note(
        absence,
        "The seat is held \(SilentFacts.days(seat.valid)), so an absence "
          + "\(SilentFacts.days(absence.valid)) is never told; correct the days.")
    }
  }

  private mutating func channels() {
    for channel in written.channels {
      let owner: [DayRange]
      switch channel.owner.kind {
      case .organisation: owner = spans[ID(bits: channel.owner.bits)] ?? []
      case .designation:
        owner = [designations[ID(bits: channel.owner.bits)]?.valid].compactMap(\.self)
      case .offering: owner = [offerings[ID(bits: channel.owner.bits)]?.valid].compactMap(\.self)
      default: owner = []
      }
      guard !owner.isEmpty, !owner.contains(where: { $0.overlaps(channel.valid) }) else { continue }
      note(
        channel,
        "What it belongs to is known \(days(owner)), so this channel, "
          + "\(SilentFacts.days(channel.valid)), is never told; correct the days.")
    }
  }

  private mutating func planMatter() {
    for rule in written.rules where isOutside(rule.valid, rule.plan) {
      noteOutside(rule, rule.plan)
    }
    for step in written.steps where isOutside(step.valid, step.plan) {
      noteOutside(step, step.plan)
    }
    for notice in written.notices where isOutside(notice.valid, notice.plan) {
      noteOutside(notice, notice.plan)
    }
  }

  private func isOutside(_ valid: DayRange, _ plan: ID<Plan>) -> Bool {
    plans[plan].map { !$0.valid.overlaps(valid) } ?? false
  }

  private mutating func noteOutside(_ row: some SeedRow, _ plan: ID<Plan>) {
    let spoken = plans[plan].map { SilentFacts.days($0.valid) } ?? ""
    note(row, "The plan speaks \(spoken), so this is never told; correct the days.")
  }

  /// Areas that have ended, and remits outside what their organisation serves.
  private mutating func places() {
    for remit in written.remits {
      guard let seat = designations[remit.designation], let area = remit.area else { continue }
      if noteEnded(remit, area, seat.valid) { continue }
      guard let serves = served[seat.organisation], !serves.isEmpty else { continue }
      let around = outward(from: area)
      let isServed = !around.isDisjoint(with: serves)
      if !isServed, !serves.contains(where: { outward(from: $0).contains(area) }) {
        note(
          remit,
          "The organisation `\(keys[seat.organisation] ?? "")` does not serve "
            + "`\(areas[area]?.key ?? "")`, which this seat answers for; write it under `serves`, "
            + "or correct the area.")
      }
    }
    for service in written.organisationServices {
      if let area = service.area { noteEnded(service, area, service.valid) }
    }
    for cell in written.ruleCases {
      if let area = cell.area, let rule = rules[cell.owner] { noteEnded(cell, area, rule.valid) }
    }
    for cell in written.noticeCases {
      if let area = cell.area, let notice = notices[cell.owner] {
        noteEnded(cell, area, notice.valid)
      }
    }
  }

  @discardableResult
  private mutating func noteEnded(_ row: some SeedRow, _ area: ID<Area>, _ valid: DayRange) -> Bool
  {
    guard let place = areas[area], !place.valid.overlaps(valid) else { return false }
    note(
      row,
      "The area `\(place.key)` is there \(SilentFacts.days(place.valid)), so this, "
        + "\(SilentFacts.days(valid)), is never told; name the area that came after it, or correct "
        + "the days.")
    return true
  }

  /// The area and all that it lies in or has lain in.
  private func outward(from area: ID<Area>) -> Set<ID<Area>> {
    var reached: Set<ID<Area>> = [area]
    var queue = [area]
    while let next = queue.popLast() {
      for parent in areaParents[next] ?? [] where reached.insert(parent).inserted {
        queue.append(parent)
      }
    }
    return reached
  }

  private mutating func kindsWithNobody() {
    let kinds = reading.existing.organisationKinds + written.organisationKinds
    let parents = Dictionary(kinds.map { ($0.id, $0.parent) }) { _, last in last }
    let names = Dictionary(kinds.map { ($0.id, $0.key) }) { _, last in last }
    var peopled: Set<ID<OrganisationKind>> = []
    for form in reading.existing.organisationForms + written.organisationForms {
      var kind: ID<OrganisationKind>? = form.kind
      while let next = kind, peopled.insert(next).inserted { kind = parents[next] ?? nil }
    }
    func sentence(_ kind: ID<OrganisationKind>) -> String {
      "There is no organisation of the kind `\(names[kind] ?? "")`, so this leads to nobody; "
        + "define one, or name another kind."
    }
    for target in written.ruleTargets {
      if case .organisationKind(let kind) = target.target, !peopled.contains(kind) {
        note(target, sentence(kind))
      }
    }
    for service in written.organisationServices {
      if let kind = service.unitKind, !peopled.contains(kind) { note(service, sentence(kind)) }
    }
  }

  /// Rules beside which another of the same plan always comes first: it asks for a severity that
  /// every question about the concern has anyway.
  private mutating func beatenRules() {
    let pairs = written.ruleCases.compactMap { cell in rules[cell.owner].map { (cell, $0) } }
    let groups = Dictionary(grouping: pairs) { cell, rule in
      SeedReading.Pair(SeedReading.Pair(rule.plan, rule.tier), Cell(unordered: cell))
    }
    var beaten: Set<ID<RuleCase>> = []
    var winner: [ID<Rule>: Rule] = [:]
    for group in groups.values where group.count > 1 {
      for (cell, rule) in group {
        let least = leastSeverity(cell.concern)
        let other = group.first { other, better in
          better.id != rule.id && other.severity > cell.severity && other.severity <= least
            && covers(better.valid, rule.valid)
        }
        guard let other else { continue }
        beaten.insert(cell.id)
        winner[rule.id] = other.1
      }
    }
    let cells = Dictionary(grouping: written.ruleCases, by: \.owner)
    for rule in written.rules {
      guard let own = cells[rule.id], own.allSatisfy({ beaten.contains($0.id) }),
        let better = winner[rule.id]
      else { continue }
      note(
        rule,
        "The rule `\(better.key)` of the same plan always comes before this one, for every "
          + "question about the concern is that severe; join their ladders, or take this one away.")
    }
  }

  private func leastSeverity(_ concern: ID<Concern>?) -> Severity {
    var least = Severity.question
    var seen: Set<ID<Concern>> = []
    var next = concern
    while let id = next, seen.insert(id).inserted, let concern = concerns[id] {
      least = max(least, concern.leastSeverity ?? .question)
      next = concern.parent
    }
    return least
  }

  private func covers(_ outer: DayRange, _ inner: DayRange) -> Bool {
    let begins = outer.from.map { start in inner.from.map { start <= $0 } ?? false } ?? true
    let ends = outer.until.map { end in inner.until.map { end >= $0 } ?? false } ?? true
    return begins && ends
  }
}

extension SeedReading {
  /// What is written and can never be part of an answer.
  func warnings() -> [SeedFault] {
    var silent = SilentFacts(self)
    return silent.all()
  }
}

extension Cell {
  /// The conditions of a case but for its severity.
  fileprivate init(unordered row: RuleCase) {
    self.init(
      area: row.area, unit: row.unit, unitKind: row.unitKind, concern: row.concern,
      function: row.function, asker: row.asker, ages: row.ages, wish: row.wish)
  }
}

extension Channel {
  /// The same channel, kept from the public.
  var hidden: Channel {
    Channel(
      id: id, key: key, owner: owner, position: position, kind: kind, written: written,
      canonical: canonical, isUsable: isUsable, label: label, audience: audience, hours: hours,
      viaOrganisation: viaOrganisation, viaDesignation: viaDesignation, warning: warning,
      visibility: .desk, valid: valid, confirmedOn: confirmedOn, citation: citation)
  }
}
