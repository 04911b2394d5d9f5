import Registry

extension SeedReading {
  func readAreaKind(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = concept(value, ["rank"]), let id = concept(entry, in: index.areaKinds) else {
      return
    }
    if let key = entry.text("key"), let rank = entry.required("rank")?.number(1...99) {
      rows.add(AreaKind(id: id, key: key, rank: rank), of: document.name, at: value.position)
    }
    readConceptNames(entry, of: .areaKind(id), document)
  }

  func readOrganisationKind(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = concept(value, ["parent"]),
      let id = concept(entry, in: index.organisationKinds)
    else { return }
    if let key = entry.text("key") {
      let parent = entry["parent"].flatMap { index.organisationKinds.resolve($0) }
      rows.add(
        OrganisationKind(id: id, key: key, parent: parent), of: document.name, at: value.position)
    }
    readConceptNames(entry, of: .organisationKind(id), document)
  }

  func readFunction(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = concept(value, ["channels"]), let id = concept(entry, in: index.functions)
    else { return }
    if let key = entry.text("key") {
      rows.add(Function(id: id, key: key), of: document.name, at: value.position)
    }
    readConceptNames(entry, of: .function(id), document)
    guard let key = entry.text("key") ?? entry.text("add-to") else { return }
    readChannels(
      entry, of: ChannelOwner(subject: .function(id), key: "function-\(key)"),
      document.provenance, document)
  }

  func readConcern(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = concept(value, ["parent", "least-severity"]),
      let id = concept(entry, in: index.concerns)
    else { return }
    if let key = entry.text("key") {
      rows.add(
        Concern(
          id: id, key: key, parent: entry["parent"].flatMap { index.concerns.resolve($0) },
          leastSeverity: entry.choice("least-severity")),
        of: document.name, at: value.position)
    }
    readConceptNames(entry, of: .concern(id), document)
  }

  private func concept(_ value: SeedValue, _ own: Set<String>) -> SeedEntry? {
    value.entry(
      own.union(SeedReading.nameFields).union(Provenance.fields).union(["key", "add-to", "links"]))
  }

  /// The id of an entry by `key` (with a name) or `add-to`; nil after a fault.
  private func concept<Thing>(_ entry: SeedEntry, in keys: SeedKeys<Thing>) -> ID<Thing>? {
    identity(entry, in: keys, needsName: true)
  }

  /// What an entry defines (`key`) or says more about (`add-to`); nil after a fault.
  func identity<Thing>(
    _ entry: SeedEntry, in keys: SeedKeys<Thing>, needsName: Bool
  ) -> ID<Thing>? {
    if let more = entry["add-to"] {
      if let key = entry["key"] {
        key.fault("Write `key` for something new or `add-to` for something known, not both.")
      }
      return keys.resolve(more)
    }
    guard let key = entry["key"]?.plainText, keys.isDefined(key, at: entry["key"]) else {
      return nil
    }
    if needsName { _ = entry.required("name") }
    return keys.id(of: key)
  }

  /// Names of concepts belong to no time, whatever the file's plan is.
  private func readConceptNames(
    _ entry: SeedEntry, of subject: Subject, _ document: SeedDocument
  ) {
    let provenance = provenance(entry, within: document.provenance.timeless)
    readNames(entry, of: subject, valid: provenance.valid, provenance, document)
    readDoubts(entry, about: subject, provenance, document)
    readLinks(entry, about: subject, provenance, document)
  }
}
