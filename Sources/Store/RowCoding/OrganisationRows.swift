package import Registry

extension OrganisationKind: CopyRow {
  package static var table: String { "organisation_kind" }
  package static var columns: [String] {
    ["id", "key", "parent"]
  }
  package static var list: WritableKeyPath<Snapshot, [OrganisationKind]> { \.organisationKinds }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      parent: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(parent)
  }
}

extension Organisation: CopyRow {
  package static var table: String { "organisation" }
  package static var columns: [String] {
    ["id", "key"]
  }
  package static var list: WritableKeyPath<Snapshot, [Organisation]> { \.organisations }

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

extension OrganisationForm: CopyRow {
  package static var table: String { "organisation_form" }
  package static var columns: [String] {
    ["id", "organisation", "kind", "orgnr", "location", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [OrganisationForm]> { \.organisationForms }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      organisation: try fields.id(),
      kind: try fields.id(),
      orgnr: try fields.optionalText(),
      location: try fields.optionalID(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(organisation)
    line.write(kind)
    line.write(orgnr)
    line.write(location)
    line.write(valid)
    line.write(citation)
  }
}

extension OrganisationParent: CopyRow {
  package static var table: String { "organisation_parent" }
  package static var columns: [String] {
    ["id", "organisation", "parent", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [OrganisationParent]> { \.organisationParents }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      organisation: try fields.id(),
      parent: try fields.id(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(organisation)
    line.write(parent)
    line.write(valid)
    line.write(citation)
  }
}

extension OrganisationService: CopyRow {
  package static var table: String { "organisation_service" }
  package static var columns: [String] {
    ["id", "organisation", "area", "unit", "unit_kind", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [OrganisationService]> {
    \.organisationServices
  }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      organisation: try fields.id(),
      area: try fields.idOrRoot(),
      unit: try fields.idOrRoot(),
      unitKind: try fields.idOrRoot(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(organisation)
    line.writeOrRoot(area)
    line.writeOrRoot(unit)
    line.writeOrRoot(unitKind)
    line.write(valid)
    line.write(citation)
  }
}

extension OrganisationMember: CopyRow {
  package static var table: String { "organisation_member" }
  package static var columns: [String] {
    ["id", "organisation", "position", "text", "member", "function", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [OrganisationMember]> { \.organisationMembers }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      organisation: try fields.id(),
      position: try fields.place(),
      text: try fields.text(),
      member: try fields.optionalID(),
      function: try fields.optionalID(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(organisation)
    line.write(position)
    line.write(text)
    line.write(member)
    line.write(function)
    line.write(valid)
    line.write(citation)
  }
}
