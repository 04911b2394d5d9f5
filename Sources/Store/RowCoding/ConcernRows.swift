package import Registry

extension Concern: CopyRow {
  package static var table: String { "concern" }
  package static var columns: [String] {
    ["id", "key", "parent", "least_severity"]
  }
  package static var list: WritableKeyPath<Snapshot, [Concern]> { \.concerns }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      parent: try fields.optionalID(),
      leastSeverity: try fields.optionalValue())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(parent)
    line.write(leastSeverity)
  }
}
