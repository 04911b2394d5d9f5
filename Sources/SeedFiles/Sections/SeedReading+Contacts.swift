import Registry

extension SeedReading {
  /// A row of the short form: one designation with its channels; several areas without an
  /// organisation make one designation in each municipality.
  func readContact(_ value: SeedValue, _ document: SeedDocument) {
    let own: Set<String> = ["area", "concern", "age", "severity", "workplace"]
    guard
      let entry = value.entry(
        own.union(SeedReading.seatFields).union(SeedReading.channelFields)
          .union(Provenance.fields)),
      let function = entry.required("function").flatMap({ index.functions.resolve($0) }),
      let holder = readHolder(entry, document)
    else { return }
    let provenance = provenance(entry, within: document.provenance)
    if let field = entry["organisation"] {
      guard let organisation = index.organisations.resolve(field) else { return }
      let areas = servedAreas[organisation] ?? document.planFacts?.area.map { [$0] } ?? []
      if areas.isEmpty, !entry.has("area") { _ = entry.required("area") }
      let contact = Contact(
        organisation: organisation, function: function, holder: holder, mark: "",
        cells: remits(entry, areas: areas))
      addContact(contact, entry, provenance, document)
      return
    }
    guard let field = entry.required("area") else { return }
    for area in field.items {
      guard let id = index.area(area), let written = area.plainText else { continue }
      guard let organisation = index.organisations.find("kommune-\(written)") else {
        index.organisations.unknown("kommune-\(written)", at: area)
        continue
      }
      let cells = remits(entry, areas: [id]).filter { $0.0.area == id }
      let mark = field.items.count > 1 ? written : ""
      let contact = Contact(
        organisation: organisation, function: function, holder: holder, mark: mark, cells: cells)
      addContact(contact, entry, provenance, document)
    }
  }

  private struct Contact {
    let organisation: ID<Organisation>
    let function: ID<Function>
    let holder: Holder
    /// The area, where one row makes several designations.
    let mark: String
    let cells: [(Cell, SeedValue)]
  }

  private func remits(_ entry: SeedEntry, areas: [ID<Area>]) -> [(Cell, SeedValue)] {
    // `for` is the audience of the channels; a contact's remit has no asker of its own.
    let conditions = entry.fields.filter { SeedReading.remitFields.contains($0.key) }
    return cells(SeedEntry(value: entry.value, fields: conditions), areas: areas)
      .map { ($0, entry.value) }
  }

  private func addContact(
    _ contact: Contact, _ entry: SeedEntry, _ provenance: Provenance, _ document: SeedDocument
  ) {
    guard
      let key = document.designationKeys[SeedDocument.place(entry.value, contact.mark)],
      index.designations.isDefined(key, at: entry["key"] ?? entry.value)
    else { return }
    for seat in seats(entry, key, contact.function, contact.organisation, contact.holder) {
      guard let id = addDesignation(seat, provenance, document, at: entry.value) else { continue }
      addRemits(contact.cells, of: id, document)
      readDoubts(entry, about: .designation(id), provenance, document)
      let owner = ChannelOwner(subject: .designation(id), key: "designation-\(seat.key)")
      for (position, channel) in contactChannels(entry).enumerated() {
        readChannel(
          channel, of: owner, position: position + 1, provenance, document,
          visibility: seat.visibility)
      }
    }
  }

  /// Each of the contact's ways as a channel of its own; hours belong to those that somebody
  /// answers at once, or to all when there is none such.
  private func contactChannels(_ entry: SeedEntry) -> [SeedEntry] {
    let named = (SeedReading.channelKinds + ["via"]).filter(entry.has)
    let immediate = named.filter { ChannelKind(rawValue: $0)?.isImmediate == true }
    return named.map { name in
      let shared = ["label", "for", "warning", "visibility", "unusable"]
      var fields = entry.fields.filter { shared.contains($0.key) }
      fields[name] = entry[name]
      if immediate.isEmpty || immediate.contains(name) { fields["hours"] = entry["hours"] }
      return SeedEntry(value: entry.value, fields: fields)
    }
  }

  func readOffering(_ value: SeedValue, _ document: SeedDocument) {
    let own: Set<String> = [
      "key", "add-to", "organisation", "text", "conditions", "when", "channels", "links",
    ]
    guard
      let entry = value.entry(own.union(SeedReading.nameFields).union(Provenance.fields)),
      let id = identity(entry, in: index.offerings, needsName: true)
    else { return }
    let provenance = provenance(entry, within: document.provenance)
    let key = entry["key"]?.plainText ?? entry["add-to"]?.plainText ?? ""
    if entry.has("key") {
      guard
        let provider = entry.required("organisation")
          .flatMap({ index.organisations.resolve($0) })
      else { return }
      rows.add(
        Offering(
          id: id, key: key, provider: provider, text: entry.prose("text"),
          conditions: entry.texts("conditions"), valid: provenance.valid,
          confirmedOn: provenance.confirmed,
          citation: citation(provenance, document, at: value.position)),
        of: document.name, at: value.position)
      let areas = document.planFacts?.area.map { [$0] } ?? servedAreas[provider] ?? []
      addCases(whenCells(entry, areas: areas), of: id, document, at: entry["when"] ?? value)
    }
    readNames(entry, of: .offering(id), valid: provenance.valid, provenance, document)
    readChannels(
      entry, of: ChannelOwner(subject: .offering(id), key: "offering-\(key)"), provenance, document)
    readLinks(entry, about: .offering(id), provenance, document)
    readDoubts(entry, about: .offering(id), provenance, document)
  }

  /// The cells of `when:`; without it, those areas and everything else.
  func whenCells(_ entry: SeedEntry, areas: [ID<Area>]) -> [Cell] {
    guard entry.has("when") else {
      return areas.isEmpty ? [Cell()] : areas.map { Cell(area: $0) }
    }
    return entry.items("when").flatMap { value in
      value.entry(SeedReading.caseFields).map { cells($0, areas: areas) } ?? []
    }
  }
}
