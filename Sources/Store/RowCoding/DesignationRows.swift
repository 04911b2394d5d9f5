package import Registry

extension Function: CopyRow {
  package static var table: String { "function" }
  package static var columns: [String] {
    ["id", "key"]
  }
  package static var list: WritableKeyPath<Snapshot, [Function]> { \.functions }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
  }
}

extension Person: CopyRow {
  package static var table: String { "person" }
  package static var columns: [String] {
    ["id", "key", "visibility"]
  }
  package static var list: WritableKeyPath<Snapshot, [Person]> { \.persons }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      visibility: try fields.value())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(visibility)
  }
}

extension PersonDetail: CopyRow {
  package static var table: String { "person_detail" }
  package static var columns: [String] {
    ["id", "name"]
  }
  package static var list: WritableKeyPath<Snapshot, [PersonDetail]> { \.personDetails }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      name: try fields.text())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(name)
  }
}

extension Designation: CopyRow {
  package static var table: String { "designation" }
  package static var columns: [String] {
    [
      "id", "key", "function", "organisation", "seat", "position", "holding", "person",
      "visibility", "valid", "confirmed_on", "citation",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Designation]> { \.designations }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      function: try fields.id(),
      organisation: try fields.id(),
      seat: try fields.place(),
      position: try fields.place(),
      holding: try fields.value(),
      person: try fields.optionalID(),
      visibility: try fields.value(),
      valid: try fields.days(),
      confirmedOn: try fields.optionalDay(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(function)
    line.write(organisation)
    line.write(seat)
    line.write(position)
    line.write(holding)
    line.write(person)
    line.write(visibility)
    line.write(valid)
    line.write(confirmedOn)
    line.write(citation)
  }
}

extension Remit: CopyRow {
  package static var table: String { "remit" }
  package static var columns: [String] {
    [
      "id", "designation", "area", "unit", "unit_kind", "concern", "asker", "severity", "ages",
      "extended_through", "condition", "is_end_unstated",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Remit]> { \.remits }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      designation: try fields.id(),
      area: try fields.idOrRoot(),
      unit: try fields.idOrRoot(),
      unitKind: try fields.idOrRoot(),
      concern: try fields.idOrRoot(),
      asker: try fields.value(),
      severity: try fields.value(),
      ages: try fields.ages())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(designation)
    line.writeOrRoot(area)
    line.writeOrRoot(unit)
    line.writeOrRoot(unitKind)
    line.writeOrRoot(concern)
    line.write(asker)
    line.write(severity)
    line.write(ages)
  }
}

extension Absence: CopyRow {
  package static var table: String { "absence" }
  package static var columns: [String] {
    ["id", "designation", "valid", "reason", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Absence]> { \.absences }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      designation: try fields.id(),
      valid: try fields.days(),
      reason: try fields.optionalText(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(designation)
    line.write(valid)
    line.write(reason)
    line.write(citation)
  }
}

extension Channel: CopyRow {
  package static var table: String { "channel" }
  package static var columns: [String] {
    [
      "id", "key", "owner_kind", "owner", "position", "kind", "written", "canonical", "is_usable",
      "label", "audience", "hours", "via_organisation", "via_designation", "warning", "visibility",
      "valid", "confirmed_on", "citation",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Channel]> { \.channels }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      owner: try fields.subject(),
      position: try fields.place(),
      kind: try fields.value(),
      written: try fields.text(),
      canonical: try fields.optionalText(),
      isUsable: try fields.truth(),
      label: try fields.optionalText(),
      audience: try fields.value(),
      hours: try fields.value(),
      viaOrganisation: try fields.optionalID(),
      viaDesignation: try fields.optionalID(),
      warning: try fields.optionalText(),
      visibility: try fields.value(),
      valid: try fields.days(),
      confirmedOn: try fields.optionalDay(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(owner)
    line.write(position)
    line.write(kind)
    line.write(written)
    line.write(canonical)
    line.write(isUsable)
    line.write(label)
    line.write(audience)
    line.write(hours)
    line.write(viaOrganisation)
    line.write(viaDesignation)
    line.write(warning)
    line.write(visibility)
    line.write(valid)
    line.write(confirmedOn)
    line.write(citation)
  }
}

extension Opening: CopyRow {
  package static var table: String { "opening" }
  package static var columns: [String] {
    ["id", "channel", "weekdays", "from_minute", "until_minute", "holidays"]
  }
  package static var list: WritableKeyPath<Snapshot, [Opening]> { \.openings }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      channel: try fields.id(),
      weekdays: try Weekdays(rawValue: fields.number(in: 1...255)),
      from: try fields.number(in: 0...1_439),
      until: try fields.number(in: 1...1_440),
      holidays: try fields.value())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(channel)
    line.write(weekdays.rawValue)
    line.write(from)
    line.write(until)
    line.write(holidays)
  }
}
