import Registry

/// Who holds a seat.
struct Holder {
  let holding: Holding
  var person: ID<Person>?
  var visibility: Visibility = .public
}

/// A seat before its cells and channels are read.
struct Seat {
  let key: String
  let function: ID<Function>
  let organisation: ID<Organisation>
  let holder: Holder
  let seat: Int
  let order: Int
  let visibility: Visibility
}

extension SeedReading {
  static let seatFields: Set<String> = [
    "key", "function", "organisation", "holder", "seats", "seat", "order", "visibility",
  ]

  func readDesignation(_ value: SeedValue, _ document: SeedDocument) {
    let own: Set<String> = ["add-to", "remit", "absent", "channels", "links"]
    guard
      let entry = value.entry(own.union(SeedReading.seatFields).union(Provenance.fields))
    else { return }
    let provenance = provenance(entry, within: document.provenance)
    if let target = entry["add-to"] {
      addToDesignation(entry, target, provenance, document)
      return
    }
    guard let function = entry.required("function").flatMap({ index.functions.resolve($0) }),
      let organisation = entry.required("organisation")
        .flatMap({ index.organisations.resolve($0) }),
      let key = document.designationKeys[SeedDocument.place(value)],
      index.designations.isDefined(key, at: entry["key"] ?? value),
      let holder = readHolder(entry, document)
    else { return }
    let cells = remitCells(entry, organisation, document)
    for seat in seats(entry, key, function, organisation, holder) {
      guard let id = addDesignation(seat, provenance, document, at: value) else { continue }
      addRemits(cells, of: id, document)
      readAbsences(entry, of: id, provenance, document)
      readChannels(
        entry, of: ChannelOwner(subject: .designation(id), key: "designation-\(seat.key)"),
        provenance, document, visibility: seat.visibility)
      readLinks(entry, about: .designation(id), provenance, document)
      readDoubts(entry, about: .designation(id), provenance, document)
    }
  }

  private func addToDesignation(
    _ entry: SeedEntry, _ target: SeedValue, _ provenance: Provenance, _ document: SeedDocument
  ) {
    for field in SeedReading.seatFields.sorted() {
      entry[field]?.fault(
        "`add-to` says more about a designation that is there; it cannot change `\(field)`.")
    }
    guard let id = index.designations.resolve(target), let key = target.plainText else { return }
    let remits = entry.items("remit").flatMap { value -> [(Cell, SeedValue)] in
      guard let remit = value.entry(SeedReading.remitFields) else { return [] }
      return cells(remit, areas: document.planFacts?.area.map { [$0] } ?? []).map { ($0, value) }
    }
    addRemits(remits, of: id, document)
    readAbsences(entry, of: id, provenance, document)
    readChannels(
      entry, of: ChannelOwner(subject: .designation(id), key: "designation-\(key)"), provenance,
      document, visibility: visibility(of: .designation(id)))
    readLinks(entry, about: .designation(id), provenance, document)
    readDoubts(entry, about: .designation(id), provenance, document)
  }

  /// One seat, or several equal unnamed ones.
  func seats(
    _ entry: SeedEntry, _ key: String, _ function: ID<Function>,
    _ organisation: ID<Organisation>, _ holder: Holder
  ) -> [Seat] {
    let visibility: Visibility = entry.choice("visibility") ?? .public
    let order = entry["order"]?.number(1...20) ?? 1
    var count = entry["seats"]?.number(1...50) ?? 1
    let first = entry["seat"]?.number(1...50) ?? 1
    if let field = entry["seats"], entry.has("seat") || holder.person != nil {
      count = 1
      field.fault(
        "`seats` counts equal seats without names; write an entry for each named holder, with "
          + "`seat: 1`, `seat: 2` …")
    }
    return (0..<count).map { number in
      Seat(
        key: number == 0 ? key : "\(key)-seat-\(number + 1)", function: function,
        organisation: organisation, holder: holder, seat: first + number, order: order,
        visibility: visibility)
    }
  }

  func addDesignation(
    _ seat: Seat, _ provenance: Provenance, _ document: SeedDocument, at value: SeedValue
  ) -> ID<Designation>? {
    let id = index.designations.id(of: seat.key)
    let designation = Designation(
      id: id, key: seat.key, function: seat.function, organisation: seat.organisation,
      seat: seat.seat, position: seat.order, holding: seat.holder.holding,
      person: seat.holder.person, visibility: seat.visibility, valid: provenance.valid,
      confirmedOn: provenance.confirmed,
      citation: citation(provenance, document, at: value.position))
    return rows.add(designation, of: document.name, at: value.position) ? id : nil
  }

  /// `holder:` as a name, a word for an empty seat, or fields; not given means unnamed.
  func readHolder(_ entry: SeedEntry, _ document: SeedDocument) -> Holder? {
    guard let value = entry["holder"] else { return Holder(holding: .unnamed) }
    guard value.isMapping else {
      guard let text = value.text() else { return nil }
      if let holding = Holding(rawValue: text), holding != .held { return Holder(holding: holding) }
      if let word = Holding.allCases.first(where: { $0.rawValue == text.lowercased() }) {
        value.fault("`\(text)` is a word of the format here; write `\(word.rawValue)` or a name.")
        return nil
      }
      guard let person = person(text, .public, document, at: value) else { return nil }
      return Holder(holding: .held, person: person)
    }
    guard let holder = value.entry(["name", "person", "visibility"]) else { return nil }
    if let reference = holder["person"] {
      if holder.has("name") || holder.has("visibility") {
        holder.fault("Write the name and visibility of a person under `persons:` only.")
      }
      return index.persons.resolve(reference).map { Holder(holding: .held, person: $0) }
    }
    guard let name = holder.required("name")?.text() else { return nil }
    let visibility: Visibility = holder.choice("visibility") ?? .public
    guard let person = person(name, visibility, document, at: value) else { return nil }
    return Holder(holding: .held, person: person, visibility: visibility)
  }

  /// What the seat answers for; without an area where the organisation serves, else the plan's.
  func remitCells(
    _ entry: SeedEntry, _ organisation: ID<Organisation>, _ document: SeedDocument
  ) -> [(Cell, SeedValue)] {
    let served = servedAreas[organisation] ?? []
    let areas = served.isEmpty ? document.planFacts?.area.map { [$0] } ?? [] : served
    guard entry.has("remit") else {
      if areas.isEmpty {
        entry.fault(
          "It is not said for which area this is; write `remit: {area: …}`, or `serves:` on the "
            + "organisation.")
      }
      return areas.map { (Cell(area: $0), entry.value) }
    }
    return entry.items("remit").flatMap { value -> [(Cell, SeedValue)] in
      guard let remit = value.entry(SeedReading.remitFields) else { return [] }
      if areas.isEmpty, !remit.has("area") {
        remit.fault("It is not said for which area this is; write `area: …`.")
      }
      return cells(remit, areas: areas).map { ($0, value) }
    }
  }

  func addRemits(
    _ cells: [(Cell, SeedValue)], of designation: ID<Designation>, _ document: SeedDocument
  ) {
    for (cell, value) in cells {
      rows.add(
        Remit(
          id: SeedIdentity.id("remit", [designation.description] + cell.parts),
          designation: designation, area: cell.area, unit: cell.unit, unitKind: cell.unitKind,
          concern: cell.concern, asker: cell.asker, severity: cell.severity, ages: cell.ages),
        of: document.name, at: value.position)
    }
  }

  private func readAbsences(
    _ entry: SeedEntry, of designation: ID<Designation>, _ outer: Provenance,
    _ document: SeedDocument
  ) {
    for value in entry.items("absent") {
      readAbsence(value, of: designation, outer, document)
    }
  }

  /// A row of the section `absences:`.
  func readAbsence(_ value: SeedValue, _ document: SeedDocument) {
    guard let field = value.field("designation") else {
      value.fault("The field `designation` is missing; write `designation: …`.")
      return
    }
    guard let designation = index.designations.resolve(field) else { return }
    readAbsence(value, of: designation, document.provenance, document)
  }

  private func readAbsence(
    _ value: SeedValue, of designation: ID<Designation>, _ outer: Provenance,
    _ document: SeedDocument
  ) {
    guard let entry = value.entry(Provenance.fields.union(["reason", "designation"])) else {
      return
    }
    guard entry.has("from") || entry.has("until") else {
      entry.fault("Say how long the holder is away: `from: …`, `until: …` (the first day back).")
      return
    }
    var provenance = provenance(entry, within: outer)
    provenance.valid = range(entry, within: .always)
    rows.add(
      Absence(
        id: freeID(
          Absence.table, [designation.description, provenance.valid.from?.description ?? ""],
          provenance.valid),
        designation: designation, valid: provenance.valid, reason: entry.text("reason"),
        citation: citation(provenance, document, at: value.position)),
      of: document.name, at: value.position)
    readDoubts(entry, about: .designation(designation), provenance, document)
  }
}
