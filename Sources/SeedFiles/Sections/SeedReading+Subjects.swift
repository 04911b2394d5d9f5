import Registry

extension SeedReading {
  static let subjectFields: Set<String> = [
    "area", "area-kind", "organisation", "kind", "organisation-kind", "function", "person",
    "designation", "concern", "plan", "rule", "step", "notice", "measure", "offering", "source",
  ]

  /// `about: {function: slt-coordinator}`; rules, notices, steps and measures are those of the
  /// file's plan, or of another one as `plan/key`. A table has the header `about.function`.
  func subject(_ value: SeedValue, _ document: SeedDocument) -> Subject? {
    guard let entry = value.entry(SeedReading.subjectFields) else { return nil }
    return subject(entry, among: SeedReading.subjectFields, document)
  }

  func subject(
    _ entry: SeedEntry, among allowed: Set<String>, _ document: SeedDocument
  ) -> Subject? {
    let named = entry.fields.keys.filter(allowed.contains).sorted()
    guard named.count == 1, let field = named.first, let value = entry[field] else {
      entry.fault(
        named.isEmpty
          ? "Say what this is about with one of \(allowed.sorted().joined(separator: ", "))."
          : "This is about one thing only; keep one of \(named.joined(separator: ", ")).")
      return nil
    }
    return subject(field, value, document)
  }

  private func subject(
    _ field: String, _ value: SeedValue, _ document: SeedDocument
  ) -> Subject? {
    switch field {
    case "area": index.area(value).map(Subject.area)
    case "area-kind": index.areaKinds.resolve(value).map(Subject.areaKind)
    case "organisation": index.organisations.resolve(value).map(Subject.organisation)
    case "kind", "organisation-kind":
      index.organisationKinds.resolve(value).map(Subject.organisationKind)
    case "function": index.functions.resolve(value).map(Subject.function)
    case "designation": index.designations.resolve(value).map(Subject.designation)
    case "concern": index.concerns.resolve(value).map(Subject.concern)
    case "plan": index.plans.resolve(value).map(Subject.plan)
    case "offering": index.offerings.resolve(value).map(Subject.offering)
    case "person": index.persons.resolve(value).map { Subject(kind: .person, bits: $0.bits) }
    case "source": index.sources.resolve(value).map { Subject(kind: .source, bits: $0.bits) }
    case "measure": inPlan(value, index.measures, document).map(Subject.measure)
    case "rule": inPlan(value, index.rules, document).map { Subject(kind: .rule, bits: $0.bits) }
    case "step": inPlan(value, index.steps, document).map { Subject(kind: .step, bits: $0.bits) }
    case "notice":
      inPlan(value, index.notices, document).map { Subject(kind: .notice, bits: $0.bits) }
    default: nil
    }
  }

  /// A rule, notice, step or measure by its key or number in the file's plan, or as `plan/key`.
  func inPlan<Thing>(
    _ value: SeedValue, _ keys: SeedKeys<Thing>, _ document: SeedDocument
  ) -> ID<Thing>? {
    guard let text = value.text() else { return nil }
    if let plan = document.planKey, let id = keys.find("\(plan)/\(text)") { return id }
    if let id = keys.find(text) { return id }
    keys.unknown(document.planKey.map { "\($0)/\(text)" } ?? text, at: value)
    return nil
  }

  func readLooseLink(_ value: SeedValue, _ document: SeedDocument) {
    guard let subject = looseSubject(value, document) else { return }
    let position = (document.linkCounts[subject] ?? 0) + 1
    document.linkCounts[subject] = position
    readLink(value, about: subject, position: position, document.provenance, document)
  }

  func readLooseDoubt(_ value: SeedValue, _ document: SeedDocument) {
    let fields: Set<String> = ["about", "reason"]
    guard let entry = value.entry(fields.union(Provenance.fields)),
      let reason = entry.required("reason")?.prose(),
      let subject = looseSubject(value, document)
    else { return }
    let provenance = provenance(entry, within: document.provenance)
    addDoubt(reason, about: subject, provenance, document, at: value.position)
  }

  /// What an entry is about; without `about:`, the file's plan.
  private func looseSubject(_ value: SeedValue, _ document: SeedDocument) -> Subject? {
    if let about = value.field("about") { return subject(about, document) }
    if let plan = document.planFacts { return .plan(plan.id) }
    value.fault("The field `about` is missing; write `about: {organisation: …}` or the like.")
    return nil
  }
}
