import Registry

extension SeedReading {
  /// A person of the section `persons:`.
  func readPerson(_ value: SeedValue, _ document: SeedDocument) {
    guard let entry = value.entry(["key", "name", "visibility"]), let key = value.peek("key"),
      index.persons.isDefined(key, at: entry["key"]),
      let name = entry.required("name")?.text(), isName(name, document, at: entry["name"] ?? value)
    else { return }
    let id = index.persons.id(of: key)
    let visibility: Visibility = entry.choice("visibility") ?? .public
    rows.add(
      Person(id: id, key: key, visibility: visibility), of: document.name, at: value.position)
    rows.add(PersonDetail(id: id, name: name), of: document.name, at: value.position)
    note(id, named: name, visibility, in: document, at: value)
  }

  /// The person of that name in this file; the same name twice, however it is spaced, is the same
  /// person. Nil after a fault.
  ///
  /// The key carries a mark of the name, not the name, so that erasing the person leaves no name.
  func person(
    _ name: String, _ visibility: Visibility, _ document: SeedDocument, at value: SeedValue
  ) -> ID<Person>? {
    guard isName(name, document, at: value) else { return nil }
    compareCapitals(of: name, in: document, at: value)
    if let known = knownPerson(name, document) {
      if visibility == .desk, hiddenPersons.contains(known) == false {
        value.fault(
          "`\(name)` is hidden here and shown elsewhere in this file; define the person once under "
            + "`persons:` with `visibility: desk`.")
      }
      return known
    }
    let key = personKey(name, document)
    let id = index.persons.id(of: key)
    rows.add(
      Person(id: id, key: key, visibility: visibility), of: document.name, at: value.position)
    rows.add(PersonDetail(id: id, name: name), of: document.name, at: value.position)
    note(id, named: name, visibility, in: document, at: value)
    return id
  }

  func isName(_ name: String, _ document: SeedDocument, at value: SeedValue) -> Bool {
    let isInvented = SeedFile.isInvented(document.name)
    guard let sentence = PersonName.fault(in: name, isInvented: isInvented) else { return true }
    value.fault(sentence)
    return false
  }

  /// Who bears the name as it is written here, else who bears it in another spelling.
  private func knownPerson(_ name: String, _ document: SeedDocument) -> ID<Person>? {
    keys(of: name, document).lazy.compactMap { self.personsByName[$0] }.first
  }

  /// The name as it is written, then what it has in common with its other spellings.
  private func keys(of name: String, _ document: SeedDocument) -> [String] {
    [
      "\(document.name)/\(SeedSigns.spaced(name.compatible))/",
      "\(document.name)/\(PersonName.normal(name))",
    ]
  }

  /// Remembers who bears a name.
  private func note(
    _ id: ID<Person>, named name: String, _ visibility: Visibility, in document: SeedDocument,
    at value: SeedValue
  ) {
    compareCapitals(of: name, in: document, at: value)
    for key in keys(of: name, document) { personsByName[key] = id }
    if visibility == .desk { hiddenPersons.insert(id) }
  }

  /// A name that differs from another by its capitals only is a slip or another person.
  private func compareCapitals(
    of name: String, in document: SeedDocument, at value: SeedValue
  ) {
    let written = SeedSigns.spaced(name.compatible)
    let small = "\(document.name)/\(written.lowercased())"
    if let other = personSpellings.updateValue(name, forKey: small), other != name,
      SeedSigns.spaced(other.compatible) != written
    {
      value.fault(
        "`\(name)` and `\(other)` differ by their capitals only; write one person in one way.")
    }
  }

  /// The file's name with a short mark of the person's; a longer one when another person of it
  /// has the short one already, in this load or in the registry.
  private func personKey(_ name: String, _ document: SeedDocument) -> String {
    let content = "\(document.name)/\(name)"
    let short = "\(document.name)-\(SeedIdentity.mark(content))"
    let id = index.persons.id(of: short)
    let isTaken =
      rows.contains(RowReference(table: Person.table, bits: id.bits))
      || existingNames[id].map { !$0.isEmpty && PersonName.normal($0) != PersonName.normal(name) }
        ?? false
    return isTaken ? "\(document.name)-\(SeedIdentity.mark(content, digits: 16))" : short
  }
}
