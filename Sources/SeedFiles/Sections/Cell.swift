import Registry

/// One flat combination of conditions, before it is a remit or a case of something.
struct Cell: Hashable {
  var area: ID<Area>?
  var unit: ID<Organisation>?
  var unitKind: ID<OrganisationKind>?
  var concern: ID<Concern>?
  var function: ID<Function>?
  var asker = Asker.anyone
  var severity = Severity.question
  var ages: AgeRange?
  var wish: Wish?

  /// For ids: every part of the content.
  var parts: [String] {
    [
      area?.description ?? "", unit?.description ?? "", unitKind?.description ?? "",
      concern?.description ?? "", function?.description ?? "", asker.rawValue, severity.rawValue,
      ages?.text ?? "", wish?.rawValue ?? "",
    ]
  }
}

extension AgeRange {
  /// For ids: every part of the content.
  var text: String {
    let numbers = [from, through, extendedThrough].map { $0.map(String.init) ?? "" }
    return numbers.joined(separator: "/") + "/\(condition ?? "")/\(isEndUnstated)"
  }
}

extension SeedReading {
  /// How many cells one entry may unfold to.
  static let cellsMax = 5000
  static let remitFields: Set<String> = [
    "area", "workplace", "unit", "kind", "concern", "age", "asker", "severity",
  ]
  static let caseFields: Set<String> = remitFields.union(["function", "wish"])

  /// The product of the lists of an entry.
  ///
  /// - Parameter areas: what is meant when the entry says no area; empty for anywhere.
  func cells(_ entry: SeedEntry, areas defaults: [ID<Area>]) -> [Cell] {
    let faultsBefore = faults.count
    let areas = entry.has("area") ? entry.items("area").compactMap { index.area($0) } : defaults
    var cells = SeedReading.product([Cell()], areas) { $0.area = $1 }
    cells = workplaces(entry, cells)
    let concerns = entry.items("concern").compactMap { index.concerns.resolve($0) }
    cells = SeedReading.product(cells, concerns) { $0.concern = $1 }
    let functions = entry.items("function").compactMap { index.functions.resolve($0) }
    cells = SeedReading.product(cells, functions) { $0.function = $1 }
    let askers: [Asker] = entry.items("asker").compactMap { $0.choice() }
    cells = SeedReading.product(cells, askers) { $0.asker = $1 }
    let severities: [Severity] = entry.items("severity").compactMap { $0.choice() }
    cells = SeedReading.product(cells, severities) { $0.severity = $1 }
    let ages = entry.items("age").compactMap(ageRange)
    cells = SeedReading.product(cells, ages) { $0.ages = $1 }
    let wishes: [Wish] = entry.items("wish").compactMap { $0.choice() }
    cells = SeedReading.product(cells, wishes) { $0.wish = $1 }
    // A part that could not be read would leave cells that are wider than what was written.
    guard faults.count == faultsBefore else { return [] }
    guard cells.count <= SeedReading.cellsMax else {
      entry.fault(
        "The lists here make \(cells.count) combinations; divide the entry (at most "
          + "\(SeedReading.cellsMax)).")
      return []
    }
    return cells
  }

  /// `workplace` takes kinds and organisations, a kind before an organisation of the same key;
  /// `kind` and `unit` say which of the two is meant.
  private func workplaces(_ entry: SeedEntry, _ cells: [Cell]) -> [Cell] {
    var kinds = entry.items("kind").compactMap { index.organisationKinds.resolve($0) }
    var units = entry.items("unit").compactMap { index.organisations.resolve($0) }
    for value in entry.items("workplace") {
      guard let key = value.text() else { continue }
      if let kind = index.organisationKinds.find(key) {
        kinds.append(kind)
      } else if let unit = index.organisations.find(key) {
        units.append(unit)
      } else if !faults.isIncomplete {
        value.fault(
          "There is no organisation kind and no organisation `\(key)`"
            + Nearest.ending(
              key, among: index.organisationKinds.known.union(index.organisations.known)))
      }
    }
    guard !kinds.isEmpty, !units.isEmpty else {
      return SeedReading.product(SeedReading.product(cells, kinds) { $0.unitKind = $1 }, units) {
        $0.unit = $1
      }
    }
    return SeedReading.product(cells, kinds) { $0.unitKind = $1 }
      + SeedReading.product(cells, units) { $0.unit = $1 }
  }

  /// Each cell with each value; the cells as they are when there is no value.
  private static func product<Value>(
    _ cells: [Cell], _ values: [Value], _ set: (inout Cell, Value) -> Void
  ) -> [Cell] {
    guard !values.isEmpty else { return cells }
    // A product that is far too large is not unfolded; its size is all that matters then.
    guard cells.count * values.count <= 20 * cellsMax else {
      return Array(repeating: Cell(), count: 20 * cellsMax)
    }
    return cells.flatMap { cell in
      values.map { value in
        var copy = cell
        set(&copy, value)
        return copy
      }
    }
  }

  /// Adds a case for each cell; equal cells of one entry are a fault of its lists.
  func addCases<Owner: CaseOwner>(
    _ cells: [Cell], of owner: ID<Owner>, _ document: SeedDocument, at value: SeedValue
  ) {
    for cell in cells {
      let row = Case<Owner>(
        id: SeedIdentity.id(Owner.caseTable, [owner.description] + cell.parts), owner: owner,
        area: cell.area, unit: cell.unit, unitKind: cell.unitKind, concern: cell.concern,
        function: cell.function, asker: cell.asker, severity: cell.severity, ages: cell.ages,
        wish: cell.wish)
      rows.add(row, of: document.name, at: value.position)
    }
  }
}
