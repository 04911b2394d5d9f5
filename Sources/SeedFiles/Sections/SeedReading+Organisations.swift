import Registry

extension SeedReading {
  func readOrganisation(_ value: SeedValue, _ document: SeedDocument) {
    let own: Set<String> = [
      "key", "add-to", "kind", "parent", "orgnr", "location", "serves", "members", "channels",
      "links",
    ]
    guard
      let entry = value.entry(own.union(SeedReading.nameFields).union(Provenance.fields)),
      let id = identity(entry, in: index.organisations, needsName: true)
    else { return }
    let provenance = provenance(entry, within: document.provenance)
    let key = entry["key"]?.plainText ?? entry["add-to"]?.plainText ?? ""
    if entry.has("key") {
      rows.add(Organisation(id: id, key: key), of: document.name, at: value.position)
    }
    readForm(entry, of: id, provenance, document)
    readNames(entry, of: .organisation(id), valid: provenance.valid, provenance, document)
    for parent in entry.items("parent") { readParent(parent, of: id, provenance, document) }
    for service in entry.items("serves") { readService(service, of: id, provenance, document) }
    for (position, member) in entry.items("members").enumerated() {
      readMember(member, of: id, position: position + 1, provenance, document)
    }
    readChannels(
      entry, of: ChannelOwner(subject: .organisation(id), key: "organisation-\(key)"), provenance,
      document)
    readLinks(entry, about: .organisation(id), provenance, document)
    readDoubts(entry, about: .organisation(id), provenance, document)
  }

  /// What the organisation is; `add-to` may say it anew for other days.
  private func readForm(
    _ entry: SeedEntry, of id: ID<Organisation>, _ provenance: Provenance, _ document: SeedDocument
  ) {
    if entry.has("add-to"), !entry.has("kind") {
      for field in ["orgnr", "location"] {
        entry[field]?.fault("Together with `add-to` this needs `kind`, for the same days.")
      }
      return
    }
    let orgnr = entry["orgnr"].flatMap(organisationNumber)
    let location = entry["location"].flatMap { index.area($0) }
    guard let kind = entry.required("kind").flatMap({ index.organisationKinds.resolve($0) }) else {
      return
    }
    let parts = [
      id.description, kind.description, orgnr ?? "", location?.description ?? "",
    ]
    rows.add(
      OrganisationForm(
        id: freeID(OrganisationForm.table, parts, provenance.valid), organisation: id, kind: kind,
        orgnr: orgnr, location: location, valid: provenance.valid,
        citation: citation(provenance, document, at: entry.value.position)),
      of: document.name, at: entry.value.position)
  }

  /// Nine digits of which the last is the check digit (weights 3 2 7 6 5 4 3 2, modulo 11).
  private func organisationNumber(_ value: SeedValue) -> String? {
    guard let text = value.text() else { return nil }
    let digits = text.filter { !$0.isWhitespace }.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else {
      value.fault("`\(text)` is not an organisation number; write its nine digits in quotes.")
      return nil
    }
    let sum = zip(digits, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    guard check == digits[8] else {
      value.fault(
        "The check digit of `\(text)` is wrong (modulo 11); compare the number with its source.")
      return nil
    }
    return digits.map(String.init).joined()
  }

  private func readParent(
    _ value: SeedValue, of id: ID<Organisation>, _ outer: Provenance, _ document: SeedDocument
  ) {
    guard let (target, provenance, position) = dated(value, "organisation", outer),
      let parent = index.organisations.resolve(target)
    else { return }
    let parts = [id.description, parent.description]
    rows.add(
      OrganisationParent(
        id: freeID(OrganisationParent.table, parts, provenance.valid), organisation: id,
        parent: parent, valid: provenance.valid,
        citation: citation(provenance, document, at: position)),
      of: document.name, at: position)
  }

  /// A reference alone, or under `name` with days and provenance of its own.
  private func dated(
    _ value: SeedValue, _ name: String, _ outer: Provenance
  ) -> (SeedValue, Provenance, SeedPosition)? {
    guard value.isMapping else { return (value, outer, value.position) }
    guard let entry = value.entry(Provenance.fields.union([name])),
      let target = entry.required(name)
    else { return nil }
    return (target, provenance(entry, within: outer), value.position)
  }

  private func readService(
    _ value: SeedValue, of id: ID<Organisation>, _ outer: Provenance, _ document: SeedDocument
  ) {
    var provenance = outer
    var areas: [SeedValue] = []
    var units: [SeedValue] = []
    var kinds: [SeedValue] = []
    if value.isMapping {
      guard let entry = value.entry(Provenance.fields.union(["area", "unit", "kind"])) else {
        return
      }
      provenance = self.provenance(entry, within: outer)
      (areas, units, kinds) = (entry.items("area"), entry.items("unit"), entry.items("kind"))
      if areas.isEmpty, units.isEmpty, kinds.isEmpty {
        entry.fault("Say what is served: `area: …`, `unit: …` or `kind: …`.")
      }
    } else {
      areas = [value]
    }
    func add(
      _ value: SeedValue, area: ID<Area>? = nil, unit: ID<Organisation>? = nil,
      kind: ID<OrganisationKind>? = nil
    ) {
      let parts = [
        id.description, area?.description ?? "", unit?.description ?? "", kind?.description ?? "",
      ]
      rows.add(
        OrganisationService(
          id: freeID(OrganisationService.table, parts, provenance.valid), organisation: id,
          area: area, unit: unit, unitKind: kind, valid: provenance.valid,
          citation: citation(provenance, document, at: value.position)),
        of: document.name, at: value.position)
    }
    for value in areas {
      guard let area = index.area(value) else { continue }
      add(value, area: area)
      if servedAreas[id]?.contains(area) != true { servedAreas[id, default: []].append(area) }
    }
    for value in units { index.organisations.resolve(value).map { add(value, unit: $0) } }
    for value in kinds { index.organisationKinds.resolve(value).map { add(value, kind: $0) } }
  }

  private func readMember(
    _ value: SeedValue, of id: ID<Organisation>, position: Int, _ outer: Provenance,
    _ document: SeedDocument
  ) {
    guard let party = party(value, own: Provenance.fields) else { return }
    let provenance = party.entry.map { self.provenance($0, within: outer) } ?? outer
    let parts = [
      id.description, party.text, party.organisation?.description ?? "",
      party.function?.description ?? "",
    ]
    rows.add(
      OrganisationMember(
        id: freeID(OrganisationMember.table, parts, provenance.valid), organisation: id,
        position: position, text: party.text, member: party.organisation,
        function: party.function, valid: provenance.valid,
        citation: citation(provenance, document, at: value.position)),
      of: document.name, at: value.position)
  }

  /// A member or a responsible party: a text alone, or an organisation or a function with a text.
  struct Party {
    let text: String
    let organisation: ID<Organisation>?
    let function: ID<Function>?
    let entry: SeedEntry?
  }

  func party(_ value: SeedValue, own: Set<String>) -> Party? {
    guard value.isMapping else {
      return value.text().map { Party(text: $0, organisation: nil, function: nil, entry: nil) }
    }
    guard let entry = value.entry(own.union(["organisation", "function", "text"])) else {
      return nil
    }
    let organisation = entry["organisation"].flatMap { index.organisations.resolve($0) }
    let function = entry["function"].flatMap { index.functions.resolve($0) }
    let label =
      organisation.flatMap { index.organisations.label(of: $0) }
      ?? function.flatMap { index.functions.label(of: $0) }
      ?? entry["organisation"]?.plainText ?? entry["function"]?.plainText
    guard let text = entry.text("text") ?? label else {
      entry.fault("Write `text: …`, `organisation: …` or `function: …`.")
      return nil
    }
    return Party(text: text, organisation: organisation, function: function, entry: entry)
  }
}
