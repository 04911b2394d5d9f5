import Registry

/// Everything that a reference may point to.
final class SeedIndex {
  var sources: SeedKeys<Source>
  var areaKinds: SeedKeys<AreaKind>
  var areas: SeedKeys<Area>
  var organisationKinds: SeedKeys<OrganisationKind>
  var organisations: SeedKeys<Organisation>
  var functions: SeedKeys<Function>
  var persons: SeedKeys<Person>
  var designations: SeedKeys<Designation>
  var concerns: SeedKeys<Concern>
  var plans: SeedKeys<Plan>
  var offerings: SeedKeys<Offering>
  /// These are keyed by plan: `plan/key` for rules and notices, `plan/number` for the others.
  var rules: SeedKeys<Rule>
  var notices: SeedKeys<Notice>
  var measures: SeedKeys<Measure>
  var steps: SeedKeys<Step>
  /// The areas that have or had an official code, with the days when they did.
  private var codes: [String: [(area: ID<Area>, valid: DayRange)]] = [:]

  init(existing: Snapshot) {
    let planKeys = Dictionary(existing.plans.map { ($0.id, $0.key) }) { first, _ in first }
    func scoped(_ plan: ID<Plan>, _ key: String) -> String { "\(planKeys[plan] ?? "")/\(key)" }
    sources = SeedKeys(
      noun: "source", kind: "source", takesMore: false,
      existing: existing.sources.map { ($0.key, $0.id) })
    areaKinds = SeedKeys(
      noun: "area kind", kind: "area_kind", existing: existing.areaKinds.map { ($0.key, $0.id) })
    areas = SeedKeys(noun: "area", kind: "area", existing: existing.areas.map { ($0.key, $0.id) })
    organisationKinds = SeedKeys(
      noun: "organisation kind", kind: "organisation_kind",
      existing: existing.organisationKinds.map { ($0.key, $0.id) })
    organisations = SeedKeys(
      noun: "organisation", kind: "organisation",
      existing: existing.organisations.map { ($0.key, $0.id) })
    functions = SeedKeys(
      noun: "function", kind: "function", existing: existing.functions.map { ($0.key, $0.id) })
    persons = SeedKeys(
      noun: "person", kind: "person", takesMore: false,
      existing: existing.persons.map { ($0.key, $0.id) })
    designations = SeedKeys(
      noun: "designation", kind: "designation",
      existing: existing.designations.map { ($0.key, $0.id) })
    concerns = SeedKeys(
      noun: "concern", kind: "concern", existing: existing.concerns.map { ($0.key, $0.id) })
    plans = SeedKeys(
      noun: "plan", kind: "plan", takesMore: false, existing: existing.plans.map { ($0.key, $0.id) }
    )
    offerings = SeedKeys(
      noun: "offering", kind: "offering", existing: existing.offerings.map { ($0.key, $0.id) })
    rules = SeedKeys(
      noun: "rule", kind: "rule", takesMore: false,
      existing: existing.rules.map { (scoped($0.plan, $0.key), $0.id) })
    notices = SeedKeys(
      noun: "notice", kind: "notice", takesMore: false,
      existing: existing.notices.map { (scoped($0.plan, $0.key), $0.id) })
    measures = SeedKeys(
      noun: "measure", kind: "measure", takesMore: false,
      existing: existing.measures.map { (scoped($0.plan, $0.number), $0.id) })
    steps = SeedKeys(
      noun: "step", kind: "step", takesMore: false,
      existing: existing.steps.map { (scoped($0.plan, $0.number), $0.id) })
    for code in existing.areaCodes where code.scheme != AreaScheme.language {
      note(code: code.code, of: code.area, valid: code.valid)
    }
  }

  func note(code: String, of area: ID<Area>, valid: DayRange) {
    codes[code, default: []].append((area, valid))
  }

  /// The area with that key, or with that official code now or once.
  ///
  /// When a number has had several owners, the one that has it without end is meant; else the
  /// reference is ambiguous, which is a fault.
  func area(_ value: SeedValue) -> ID<Area>? {
    guard let text = value.text() else { return nil }
    if let id = areas.find(text) { return id }
    let holders = codes[text] ?? []
    let current = Set(holders.filter { $0.valid.until == nil }.map(\.area))
    if current.count == 1 { return current.first }
    let ever = Set(holders.map(\.area))
    if ever.count == 1 { return ever.first }
    if ever.isEmpty {
      areas.unknown(text, at: value)
    } else {
      value.fault("Several areas have had the number `\(text)`; write the area's key instead.")
    }
    return nil
  }
}

enum AreaScheme {
  /// The official written language of a municipality; a property, not a number.
  static let language = "maalform"
}
