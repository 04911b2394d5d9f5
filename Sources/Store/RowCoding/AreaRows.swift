package import Registry

extension AreaKind: CopyRow {
  package static var table: String { "area_kind" }
  package static var columns: [String] {
    ["id", "key", "rank"]
  }
  package static var list: WritableKeyPath<Snapshot, [AreaKind]> { \.areaKinds }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      rank: try fields.number(in: 0...Int(Int32.max)))
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(rank)
  }
}

extension Area: CopyRow {
  package static var table: String { "area" }
  package static var columns: [String] {
    ["id", "key", "kind", "valid"]
  }
  package static var list: WritableKeyPath<Snapshot, [Area]> { \.areas }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      kind: try fields.id(),
      valid: try fields.days())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(kind)
    line.write(valid)
  }
}

extension AreaCode: CopyRow {
  package static var table: String { "area_code" }
  package static var columns: [String] {
    ["id", "area", "scheme", "code", "valid"]
  }
  package static var list: WritableKeyPath<Snapshot, [AreaCode]> { \.areaCodes }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      area: try fields.id(),
      scheme: try fields.text(),
      code: try fields.text(),
      valid: try fields.days())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(area)
    line.write(scheme)
    line.write(code)
    line.write(valid)
  }
}

extension AreaParent: CopyRow {
  package static var table: String { "area_parent" }
  package static var columns: [String] {
    ["id", "area", "parent", "valid"]
  }
  package static var list: WritableKeyPath<Snapshot, [AreaParent]> { \.areaParents }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      area: try fields.id(),
      parent: try fields.id(),
      valid: try fields.days())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(area)
    line.write(parent)
    line.write(valid)
  }
}

extension AreaSuccession: CopyRow {
  package static var table: String { "area_succession" }
  package static var columns: [String] {
    ["id", "area", "successor", "weight", "day"]
  }
  package static var list: WritableKeyPath<Snapshot, [AreaSuccession]> { \.areaSuccessions }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      area: try fields.id(),
      successor: try fields.id(),
      weight: try fields.optionalShare(),
      day: try fields.day())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(area)
    line.write(successor)
    line.write(weight)
    line.write(day)
  }
}

extension Postcode: CopyRow {
  package static var table: String { "postcode" }
  package static var columns: [String] {
    ["id", "code", "place", "area", "valid"]
  }
  package static var list: WritableKeyPath<Snapshot, [Postcode]> { \.postcodes }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      code: try fields.text(),
      place: try fields.text(),
      area: try fields.id(),
      valid: try fields.days())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(code)
    line.write(place)
    line.write(area)
    line.write(valid)
  }
}

extension Holiday: CopyRow {
  package static var table: String { "holiday" }
  package static var columns: [String] {
    ["id", "day", "name"]
  }
  package static var list: WritableKeyPath<Snapshot, [Holiday]> { \.holidays }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      day: try fields.day(),
      name: try fields.text())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(day)
    line.write(name)
  }
}
