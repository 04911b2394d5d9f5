import Registry

extension SeedReading {
  /// Areas, and the flat lists that say more of them; areas belong to no plan's time.
  func readAreas(_ document: SeedDocument) {
    document.entries("areas").forEach { readArea($0, document) }
    for value in document.entries("area-codes") {
      withArea(value) { readCode(value, of: $0, valid: .always, document) }
    }
    for value in document.entries("area-parents") {
      withArea(value) { readParent(value, of: $0, "parent", valid: .always, document) }
    }
    for value in document.entries("area-successions") {
      withArea(value) { readSuccession(value, of: $0, "successor", document) }
    }
    document.entries("postcodes").forEach { readPostcode($0, document) }
    document.entries("holidays").forEach { readHoliday($0, document) }
  }

  private func withArea(_ value: SeedValue, _ read: (ID<Area>) -> Void) {
    guard let field = value.field("area") else {
      value.fault("The field `area` is missing; write `area: …`.")
      return
    }
    if let area = index.area(field) { read(area) }
  }

  private func readArea(_ value: SeedValue, _ document: SeedDocument) {
    let own: Set<String> = ["key", "add-to", "kind", "parents", "codes", "successors", "links"]
    guard
      let entry = value.entry(own.union(SeedReading.nameFields).union(Provenance.fields)),
      let id = identity(entry, in: index.areas, needsName: true)
    else { return }
    let provenance = provenance(entry, within: document.provenance.timeless)
    if let key = entry["key"]?.plainText,
      let kind = entry.required("kind").flatMap({ index.areaKinds.resolve($0) })
    {
      rows.add(
        Area(id: id, key: key, kind: kind, valid: provenance.valid), of: document.name,
        at: value.position)
    }
    readNames(entry, of: .area(id), valid: provenance.valid, provenance, document)
    readDoubts(entry, about: .area(id), provenance, document)
    readLinks(entry, about: .area(id), provenance, document)
    for parent in entry.items("parents") {
      readParent(parent, of: id, "area", valid: provenance.valid, document)
    }
    for code in entry.items("codes") { readCode(code, of: id, valid: provenance.valid, document) }
    for successor in entry.items("successors") {
      readSuccession(successor, of: id, "area", document)
    }
  }

  /// A key alone, or fields with the parent's key under `name`.
  private func readParent(
    _ value: SeedValue, of area: ID<Area>, _ name: String, valid: DayRange,
    _ document: SeedDocument
  ) {
    var field: SeedValue? = value
    var range = valid
    if value.isMapping {
      guard let entry = value.entry(["area", name, "from", "until"]) else { return }
      field = entry.required(name)
      range = self.range(entry, within: valid)
    }
    guard let field, let parent = index.area(field) else { return }
    let parts = [area.description, parent.description]
    rows.add(
      AreaParent(
        id: freeID(AreaParent.table, parts, range), area: area, parent: parent, valid: range),
      of: document.name, at: value.position)
  }

  private func readCode(
    _ value: SeedValue, of area: ID<Area>, valid: DayRange, _ document: SeedDocument
  ) {
    guard let entry = value.entry(["area", "scheme", "code", "from", "until"]),
      let scheme = entry.required("scheme")?.identifier(),
      let code = entry.required("code")?.text()
    else { return }
    if let digits = ["kommune": 4, "fylke": 2, "bydel": 6][scheme],
      code.utf8.count != digits || !code.utf8.allSatisfy({ (48...57).contains($0) })
    {
      entry["code"]?.fault("A code of the scheme `\(scheme)` has \(digits) digits.")
      return
    }
    if scheme == AreaScheme.language, !["nb", "nn", "nøytral"].contains(code) {
      entry["code"]?.fault("`\(code)` is no written language; write nb, nn or nøytral.")
      return
    }
    let range = range(entry, within: valid)
    rows.add(
      AreaCode(
        id: freeID(AreaCode.table, [area.description, scheme, code], range), area: area,
        scheme: scheme, code: code, valid: range),
      of: document.name, at: value.position)
  }

  private func readSuccession(
    _ value: SeedValue, of area: ID<Area>, _ name: String, _ document: SeedDocument
  ) {
    guard let entry = value.entry(["area", name, "date", "weight"]),
      let successor = entry.required(name).flatMap({ index.area($0) }),
      let day = entry.required("date")?.day()
    else { return }
    if successor == area {
      value.fault("An area cannot be its own successor; take the line away.")
      return
    }
    rows.add(
      AreaSuccession(
        id: SeedIdentity.id("area_succession", area.description, successor.description), area: area,
        successor: successor, weight: entry["weight"].flatMap(weight), day: day),
      of: document.name, at: value.position)
  }

  private func weight(_ value: SeedValue) -> Double? {
    guard let text = value.text() else { return nil }
    if let weight = Double(text), (0...1).contains(weight) { return weight }
    value.fault("`\(text)` is not a share from 0 to 1; write it as 0.35.")
    return nil
  }

  private func readPostcode(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = value.entry(["code", "place", "area", "from", "until"]),
      let field = entry.required("code"), let code = field.text(),
      let place = entry.required("place")?.text(),
      let area = entry.required("area").flatMap({ index.area($0) })
    else { return }
    guard code.utf8.count == 4, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      field.fault("`\(code)` is not a postcode; write four digits, with the zeros in front.")
      return
    }
    let range = range(entry, within: .always)
    rows.add(
      Postcode(
        id: freeID(Postcode.table, [code], range), code: code, place: place, area: area,
        valid: range),
      of: document.name, at: value.position)
  }

  private func readHoliday(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = value.entry(["date", "name"]), let day = entry.required("date")?.day(),
      let name = entry.required("name")?.text()
    else { return }
    rows.add(
      Holiday(id: SeedIdentity.id("holiday", day.description), day: day, name: name),
      of: document.name, at: value.position)
  }

  /// The id of a dated fact by its content. The same content at a second time is another row, told
  /// apart by its first day, so that ending a fact keeps its id.
  func freeID<Row: SeedRow>(
    _ table: String, _ parts: [String], _ valid: DayRange
  ) -> ID<Row> {
    let id: ID<Row> = SeedIdentity.id(table, parts)
    guard rows.contains(RowReference(table: table, bits: id.bits)) else { return id }
    return SeedIdentity.id(table, parts + [valid.from?.description ?? ""])
  }
}
