import Registry

/// One seed file as sections of entries, its tables read in.
final class SeedDocument {
  /// The value of `seed:`.
  let name: String
  let path: String
  let faults: FaultList
  /// By name of section.
  private(set) var sections: [String: [SeedValue]] = [:]
  private(set) var plan: SeedValue?
  private(set) var source: SeedValue?
  /// What the file's facts rest on, once plan and source are read.
  var provenance = Provenance()
  var planFacts: PlanFacts?
  /// Key of each designation by the place of its entry, written or made from what it designates.
  var designationKeys: [String: String] = [:]

  /// How many loose links each thing has so far.
  var linkCounts: [Subject: Int] = [:]

  static let sectionNames: Set<String> = [
    "sources", "area-kinds", "areas", "area-codes", "area-parents", "area-successions", "names",
    "postcodes", "holidays", "organisation-kinds", "organisations", "functions", "persons",
    "designations", "channels", "concerns", "offerings", "rules", "steps", "notices", "reading",
    "measures", "links", "doubts", "contacts", "absences", "questions",
  ]

  /// Nil after a fault when the root is not a mapping that begins with `seed:`.
  init?(root: SeedNode, path: String, tables: [String: SeedText], faults: FaultList) {
    let value = SeedValue(node: root, path: path, key: "", faults: faults)
    guard case .mapping(let fields) = root.content, fields.first?.name == "seed",
      let entry = value.entry(SeedDocument.sectionNames.union(["seed", "plan", "source"])),
      let name = entry["seed"]?.identifier()
    else {
      if !faults.faults.contains(where: { $0.path == path }) {
        value.fault("A seed file begins with `seed: ` and a name of its own.")
      }
      return nil
    }
    self.name = name
    self.path = path
    self.faults = faults
    self.plan = entry["plan"]
    self.source = entry["source"]
    for section in SeedDocument.sectionNames {
      guard let value = entry[section] else { continue }
      sections[section] = value.items.flatMap { SeedDocument.expand($0, section, tables, path) }
    }
  }

  /// The key of the plan that the file defines or belongs to.
  var planKey: String? {
    guard let plan else { return nil }
    return plan.isMapping ? plan.peek("key") : plan.plainText
  }

  func entries(_ section: String) -> [SeedValue] {
    sections[section] ?? []
  }

  /// The rows of a table where an item says `table: file.csv`, else the item itself.
  private static func expand(
    _ item: SeedValue, _ section: String, _ tables: [String: SeedText], _ path: String
  ) -> [SeedValue] {
    guard case .mapping(let fields) = item.node.content, fields.count == 1,
      let field = fields.first, field.name == "table"
    else { return [item] }
    let value = SeedValue(
      node: field.node, path: path, key: item.key + ".table", faults: item.faults)
    guard let name = value.text() else { return [] }
    let wanted = SeedPath.resolve(name, beside: path)
    guard !name.hasPrefix("/") else {
      value.fault("`\(name)` \(SeedFolder.outside)")
      return []
    }
    guard let table = tables[wanted] else {
      value.fault("There is no table `\(wanted)`; its path is written from this file's folder.")
      return []
    }
    if let refusal = table.refusal {
      value.fault("`\(name)` \(refusal)")
      return []
    }
    let rows = SeedTable(path: table.path, faults: item.faults).rows(of: table.bytes)
    return rows.enumerated().map { index, row in
      SeedValue(
        node: row, path: table.path, key: "\(section)[\(index + 1)]", faults: item.faults)
    }
  }
}

/// Paths as text; nothing here looks at a disk.
enum SeedPath {
  /// The path of a file named in another file, with `.` and `..` taken out.
  static func resolve(_ name: String, beside path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return normal(name.hasPrefix("/") ? name : (folder + [Substring(name)]).joined(separator: "/"))
  }

  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
