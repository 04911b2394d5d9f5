import Registry

/// One load under way: what may be referred to, what has been read, and what is wrong.
final class SeedReading {
  let documents: [SeedDocument]
  let existing: Snapshot
  let index: SeedIndex
  let rows: SeedRows
  let faults: FaultList
  /// What each organisation of this load or the registry serves, for remits that say no area.
  var servedAreas: [ID<Organisation>: [ID<Area>]] = [:]
  /// The day of each source, which facts are confirmed on unless they say otherwise.
  var sourceDays: [ID<Source>: Day] = [:]
  var plansInLoad: [ID<Plan>: Plan] = [:]
  /// Files that belong to a plan of another file.
  var plansNamed: [(document: SeedDocument, plan: ID<Plan>, value: SeedValue)] = []
  /// Seats that are the desk's, of this load and of the registry.
  var hiddenSeats: Set<ID<Designation>> = []
  /// The person of each name, by its spelling, within one seed file.
  var personsByName: [String: ID<Person>] = [:]
  /// How each name of a person is written, by file and small letters.
  var personSpellings: [String: String] = [:]
  var hiddenPersons: Set<ID<Person>> = []
  /// The names that the registry has for persons; empty for one who was erased.
  let existingNames: [ID<Person>: String]
  var questions: [SeedQuestion] = []

  init(documents: [SeedDocument], existing: Snapshot, faults: FaultList) {
    self.documents = documents
    self.existing = existing
    self.index = SeedIndex(existing: existing)
    self.rows = SeedRows(faults: faults)
    self.faults = faults
    hiddenSeats = Set(existing.designations.lazy.filter { $0.visibility == .desk }.map(\.id))
    existingNames = Dictionary(existing.personDetails.map { ($0.id, $0.name) }) { first, _ in first
    }
    for source in existing.sources { sourceDays[source.id] = source.day }
    for service in existing.organisationServices {
      if let area = service.area { servedAreas[service.organisation, default: []].append(area) }
    }
  }

  /// Reads every section in an order in which nothing needs what comes later but its key.
  func readSections() {
    for document in documents { readSources(document) }
    for document in documents { readPlan(document) }
    adoptNamedPlans()
    for document in documents {
      document.entries("area-kinds").forEach { readAreaKind($0, document) }
      document.entries("organisation-kinds").forEach { readOrganisationKind($0, document) }
      document.entries("functions").forEach { readFunction($0, document) }
      document.entries("concerns").forEach { readConcern($0, document) }
      readAreas(document)
    }
    for document in documents {
      document.entries("persons").forEach { readPerson($0, document) }
      document.entries("organisations").forEach { readOrganisation($0, document) }
    }
    for document in documents {
      document.entries("designations").forEach { readDesignation($0, document) }
      document.entries("contacts").forEach { readContact($0, document) }
      document.entries("absences").forEach { readAbsence($0, document) }
      document.entries("offerings").forEach { readOffering($0, document) }
      document.entries("channels").forEach { readLooseChannel($0, document) }
      document.entries("names").forEach { readLooseName($0, document) }
    }
    for document in documents {
      readPlanSections(document)
      document.entries("links").forEach { readLooseLink($0, document) }
      document.entries("doubts").forEach { readLooseDoubt($0, document) }
      document.entries("questions").forEach { readQuestion($0, document) }
    }
    let seats = existing.designations + rows.snapshot.designations
    let newest = Dictionary(seats.map { ($0.id, $0.visibility) }) { _, last in last }
    rows.hideChannels(of: Set(newest.filter { $0.value == .desk }.keys))
  }

  /// What only all rows together can show.
  func check() {
    checkCycles()
    checkOverlaps()
    checkSeats()
    checkNumbers()
    checkRules()
  }
}
