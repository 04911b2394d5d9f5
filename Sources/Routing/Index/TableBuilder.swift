package import Registry

/// Numbers the rows of a snapshot and resolves every reference; order of rows does not matter.
///
/// What a row names may be missing: hidden from readers, withdrawn or never shown. A row that
/// cannot be without it is left out, and so is a condition that names it: without what it names it
/// would say less, and match more, than it did. Nil means anything only where the row names
/// nothing.
package struct TableBuilder {
  package let snapshot: Snapshot
  package var areas: [AreaRecord] = []
  package var units: [UnitRecord] = []
  package var kinds: [KindRecord] = []
  package var concerns: [ConcernRecord] = []
  package var functions: [FunctionRecord] = []
  package var designations: [DesignationRecord] = []
  package var channels: [ChannelRecord] = []
  package var plans: [PlanRecord] = []
  package var rules: [RuleRecord] = []
  package var offerings: [OfferingRecord] = []
  package var notices: [NoticeRecord] = []
  package var ruleCases: [CaseRecord] = []
  package var citations: [ID<Citation>: SourceLabel] = [:]
  package var doubts: [Subject: [String]] = [:]
  package var names: NameTable
  package var areaNumbers: [ID<Area>: Int] = [:]
  package var unitNumbers: [ID<Organisation>: Int] = [:]
  package var kindNumbers: [ID<OrganisationKind>: Int] = [:]
  package var concernNumbers: [ID<Concern>: Int] = [:]
  package var functionNumbers: [ID<Function>: Int] = [:]
  package var designationNumbers: [ID<Designation>: Int] = [:]
  package var planNumbers: [ID<Plan>: Int] = [:]
  package var offeringNumbers: [ID<Offering>: Int] = [:]

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    names = NameTable(snapshot.names)
    numberTrees()
    addProvenance()
    addAreas()
    addUnits()
    addOfferings()
    addDesignations()
    addChannels()
    addPlans()
    addRules()
    addNotices()
  }

  private mutating func numberTrees() {
    let kindRows = snapshot.organisationKinds.sorted { $0.key < $1.key }
    kindNumbers = TableBuilder.numbers(kindRows.map(\.id))
    let kindParents = kindRows.map { $0.parent.flatMap { kindNumbers[$0] } }
    kinds = kindRows.enumerated().map { number, row in
      KindRecord(row: row, path: TableBuilder.path(from: number, parents: kindParents))
    }
    let concernRows = snapshot.concerns.sorted { $0.key < $1.key }
    concernNumbers = TableBuilder.numbers(concernRows.map(\.id))
    let concernParents = concernRows.map { $0.parent.flatMap { concernNumbers[$0] } }
    concerns = concernRows.enumerated().map { number, row in
      ConcernRecord(row: row, path: TableBuilder.path(from: number, parents: concernParents))
    }
    let functionRows = snapshot.functions.sorted { $0.key < $1.key }
    functionNumbers = TableBuilder.numbers(functionRows.map(\.id))
    functions = functionRows.map { FunctionRecord(row: $0) }
  }

  private mutating func addProvenance() {
    let sources = Dictionary(
      snapshot.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for citation in snapshot.citations {
      guard let source = sources[citation.source] else { continue }
      citations[citation.id] = SourceLabel(
        document: source.title, section: citation.section, quote: citation.quote, day: source.day)
    }
    for doubt in snapshot.doubts.inOrder(by: { $0.id < $1.id }) {
      doubts[doubt.subject, default: []].append(doubt.reason)
    }
  }

  private mutating func addAreas() {
    let ranks = Dictionary(
      snapshot.areaKinds.map { ($0.id, $0.rank) }, uniquingKeysWith: { first, _ in first })
    let codes = Dictionary(grouping: snapshot.areaCodes, by: \.area)
    let rows = snapshot.areas.sorted { $0.key < $1.key }
    areaNumbers = TableBuilder.numbers(rows.map(\.id))
    areas = rows.map { row in
      AreaRecord(
        row: row, rank: ranks[row.kind] ?? 100, code: TableBuilder.code(codes[row.id], row.key))
    }
    for link in snapshot.areaParents.inOrder(by: { $0.id < $1.id }) {
      guard let child = areaNumbers[link.area], let parent = areaNumbers[link.parent] else {
        continue
      }
      areas[child].parents.append(DatedEdge(number: parent, valid: link.valid))
      areas[parent].children.append(DatedEdge(number: child, valid: link.valid))
    }
    for succession in snapshot.areaSuccessions.inOrder(by: { $0.id < $1.id }) {
      let successor = areaNumbers[succession.successor]
      if let successor { areas[successor].absorbed.append(succession.day) }
      // One of two that is missing must not make the other the only one.
      guard let area = areaNumbers[succession.area] else { continue }
      areas[area].successors.append((successor, succession.day))
    }
  }

  private static func code(_ codes: [AreaCode]?, _ key: String) -> String {
    let official = (codes ?? []).filter { ["kommune", "fylke", "bydel"].contains($0.scheme) }
    let current = official.filter { $0.valid.until == nil }.map(\.code).sorted()
    return current.first ?? key
  }

  package static func numbers<Subject>(_ ids: [ID<Subject>]) -> [ID<Subject>: Int] {
    Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private static func path(from start: Int, parents: [Int?]) -> [Int] {
    var path: [Int] = []
    var seen: Set<Int> = []
    var next: Int? = start
    while let number = next, seen.insert(number).inserted {
      path.append(number)
      next = parents[number]
    }
    return path
  }
}
