import Registry

extension SeedReading {
  /// Two facts that cannot both hold on one day.
  func checkOverlaps() {
    let snapshot = rows.snapshot
    let kinds = Dictionary(
      (existing.areas + snapshot.areas).map { ($0.id, $0.kind) }
    ) { _, last in last }
    overlaps(snapshot.areaParents, by: { Pair($0.area, kinds[$0.parent]) }, \.valid) { _ in
      "The area has two parents of one kind"
    }
    overlaps(snapshot.areaCodes, by: { Pair($0.area, $0.scheme) }, \.valid) {
      "The area has two codes of the scheme `\($0.scheme)`"
    }
    let numbers = snapshot.areaCodes.filter { $0.scheme != AreaScheme.language }
    overlaps(numbers, by: { Pair($0.scheme, $0.code) }, \.valid) {
      "Two areas have the code `\($0.code)`"
    }
    overlaps(snapshot.postcodes, by: \.code, \.valid) {
      "The postcode `\($0.code)` is in two areas"
    }
    overlaps(snapshot.organisationForms, by: \.organisation, \.valid) { _ in
      "The organisation is two kinds of thing"
    }
    overlaps(snapshot.organisationParents, by: \.organisation, \.valid) { _ in
      "The organisation has two parents"
    }
    let official = snapshot.names.filter { $0.kind == .official && $0.plan == nil }
    overlaps(official, by: { Pair($0.subject, $0.language) }, \.valid) {
      "It has two official names in the language `\($0.language.code)`, the other `\($0.text)`"
    }
    overlaps(snapshot.absences, by: \.designation, \.valid) { _ in
      "The holder is away twice"
    }
  }

  /// Two keys as one.
  struct Pair<First: Hashable, Second: Hashable>: Hashable {
    let first: First
    let second: Second

    init(_ first: First, _ second: Second) {
      self.first = first
      self.second = second
    }
  }

  private func overlaps<Row: SeedRow, Key: Hashable>(
    _ all: [Row], by key: (Row) -> Key, _ valid: (Row) -> DayRange, _ sentence: (Row) -> String
  ) {
    for group in Dictionary(grouping: all, by: key).values where group.count > 1 {
      let ordered = group.map { ($0, rows.position(of: $0)) }.sorted { $0.1 < $1.1 }
      for (index, (row, position)) in ordered.enumerated() {
        let clash = ordered[..<index].first { valid($0.0).overlaps(valid(row)) }
        guard let (other, place) = clash else { continue }
        faults.add(
          at: position,
          "\(sentence(other)) on the same days as on \(SeedRows.place(place, from: position)); "
            + "end one with `until:` before the other begins.")
      }
    }
  }

  /// One number, address or page twice for the same owner, however it is written.
  func checkNumbers() {
    let usable = rows.snapshot.channels.filter { $0.canonical != nil && $0.kind != .visit }
    let groups = Dictionary(grouping: usable) { channel in
      Pair(
        Pair(Pair(channel.owner, channel.kind), channel.canonical),
        Pair(channel.audience, channel.label?.lowercased()))
    }
    for group in groups.values where group.count > 1 {
      let ordered = group.map { ($0, rows.position(of: $0)) }.sorted { $0.1 < $1.1 }
      for (place, (channel, position)) in ordered.enumerated() {
        let clash = ordered[..<place].first { $0.0.valid.overlaps(channel.valid) }
        guard let (other, first) = clash else { continue }
        faults.add(
          at: position,
          "`\(channel.written)` is the same as `\(other.written)` on "
            + "\(SeedRows.place(first, from: position)); keep one, or tell them apart by `label`, "
            + "`for` or days.")
      }
    }
  }

  /// Seats that are said twice, and one holder twice in one cell.
  func checkSeats() {
    let designations = Dictionary(rows.snapshot.designations.map { ($0.id, $0) }) { first, _ in
      first
    }
    let pairs = rows.snapshot.remits.compactMap { remit in
      designations[remit.designation].map { (remit, $0) }
    }
    clashes(pairs, by: { Cell($0.0) }, of: { SeatKey($0.1, holder: nil) }) { other in
      "The seat is the same as the one of `\(other.key)`: same function, organisation, order, "
        + "seat and remit on the same days; end one with `until:`, or give them `seat: 1` and "
        + "`seat: 2`, "
        + "or `order: 2` for a deputy."
    }
    let held = pairs.filter { $0.1.person != nil }
    clashes(held, by: { Cell($0.0) }, of: { SeatKey($0.1, holder: $0.1.person) }) { other in
      "The same holder has the same remit of this function in `\(other.key)` already; keep one."
    }
  }

  private struct SeatKey: Hashable {
    let function: ID<Function>
    let organisation: ID<Organisation>
    var order = 0
    var seat = 0
    var person: ID<Person>?

    init(_ designation: Designation, holder: ID<Person>?) {
      function = designation.function
      organisation = designation.organisation
      person = holder
      guard holder == nil else { return }
      order = designation.position
      seat = designation.seat
    }
  }

  private func clashes(
    _ pairs: [(Remit, Designation)], by cell: ((Remit, Designation)) -> Cell,
    of seat: ((Remit, Designation)) -> SeatKey, _ sentence: (Designation) -> String
  ) {
    let groups = Dictionary(grouping: pairs) { Pair(cell($0), seat($0)) }
    var told: Set<ID<Designation>> = []
    for group in groups.values where group.count > 1 {
      let ordered = group.map { ($0.1, rows.position(of: $0.0)) }.sorted { $0.1 < $1.1 }
      for (index, (designation, position)) in ordered.enumerated() {
        let clash = ordered[..<index].first { earlier in
          earlier.0.id != designation.id && earlier.0.valid.overlaps(designation.valid)
        }
        guard let (other, _) = clash, told.insert(designation.id).inserted else { continue }
        faults.add(at: position, sentence(other))
      }
    }
  }
}

extension Cell {
  fileprivate init(_ remit: Remit) {
    self.init(
      area: remit.area, unit: remit.unit, unitKind: remit.unitKind, concern: remit.concern,
      asker: remit.asker, severity: remit.severity, ages: remit.ages)
  }
}
