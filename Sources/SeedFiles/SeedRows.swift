import Registry

/// The rows that a load has made so far, with who owns each and where it was written.
final class SeedRows {
  private(set) var snapshot = Snapshot()
  private(set) var owners: [RowReference: String] = [:]
  private(set) var positions: [RowReference: SeedPosition] = [:]
  /// Names that were never otherwise.
  var corrections: Set<ID<Name>> = []
  private let faults: FaultList

  init(faults: FaultList) {
    self.faults = faults
  }

  func contains(_ reference: RowReference) -> Bool {
    owners[reference] != nil
  }

  func position(of row: some SeedRow) -> SeedPosition {
    positions[row.reference] ?? SeedPosition(path: "", line: 0, key: "")
  }

  /// Adds a row; a second row of the same id is a fault that names the first place.
  @discardableResult
  func add<Row: SeedRow>(_ row: Row, of file: String, at position: SeedPosition) -> Bool {
    if let first = positions[row.reference] {
      faults.add(
        at: position,
        "This says the same as \(SeedRows.place(first, from: position)); keep one of them.")
      return false
    }
    snapshot[keyPath: Row.rows].append(row)
    owners[row.reference] = file
    positions[row.reference] = position
    return true
  }

  /// What belongs to a hidden seat is hidden with it, wherever it is written.
  func hideChannels(of hidden: Set<ID<Designation>>) {
    for place in snapshot.channels.indices {
      let channel = snapshot.channels[place]
      let isOfHidden =
        channel.owner.kind == .designation && hidden.contains(ID(bits: channel.owner.bits))
      if isOfHidden, channel.visibility == .public { snapshot.channels[place] = channel.hidden }
    }
  }

  /// Adds a row unless one of the same id is there; for citations, which facts share.
  func addOnce<Row: SeedRow>(_ row: Row, of file: String, at position: SeedPosition) {
    if !contains(row.reference) { add(row, of: file, at: position) }
  }

  /// The rows in the order of their ids, so that the order of files leaves no trace.
  func finish(
    _ files: [SeedFile], questions: [SeedQuestion], warnings: [SeedFault]
  ) -> SeedBundle {
    var snapshot = snapshot
    snapshot.sortRows()
    return SeedBundle(
      files: files, snapshot: snapshot, owners: owners, positions: positions,
      questions: questions, corrections: corrections, warnings: warnings)
  }

  static func place(_ place: SeedPosition, from other: SeedPosition) -> String {
    place.path == other.path ? "line \(place.line)" : "\(place.path), line \(place.line)"
  }
}

extension Snapshot {
  fileprivate mutating func sort<Row: SeedRow>(_ rows: WritableKeyPath<Snapshot, [Row]>) {
    self[keyPath: rows].sort { $0.bits < $1.bits }
  }

  fileprivate mutating func sortRows() {
    sortShared()
    sort(\.sources)
    sort(\.citations)
    sort(\.doubts)
    sort(\.links)
    sort(\.names)
    sort(\.plans)
    sort(\.severityWords)
    sort(\.rules)
    sort(\.ruleTargets)
    sort(\.ruleCases)
    sort(\.steps)
    sort(\.notices)
    sort(\.noticeCases)
    sort(\.readingMatter)
    sort(\.measures)
    sort(\.measureParties)
    sort(\.measureMerges)
    sort(\.offerings)
    sort(\.offeringCases)
  }

  private mutating func sortShared() {
    sort(\.areaKinds)
    sort(\.areas)
    sort(\.areaCodes)
    sort(\.areaParents)
    sort(\.areaSuccessions)
    sort(\.postcodes)
    sort(\.holidays)
    sort(\.organisationKinds)
    sort(\.organisations)
    sort(\.organisationForms)
    sort(\.organisationParents)
    sort(\.organisationServices)
    sort(\.organisationMembers)
    sort(\.functions)
    sort(\.persons)
    sort(\.personDetails)
    sort(\.designations)
    sort(\.remits)
    sort(\.absences)
    sort(\.channels)
    sort(\.openings)
    sort(\.concerns)
  }
}
