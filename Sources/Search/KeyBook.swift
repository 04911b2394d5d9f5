package import Registry

/// The seed keys of things, for those who know them and for scripts.
///
/// What belongs to a plan has the plan's key before its own key or number: `baerum-2017/10`.
package final class KeyBook: Sendable {
  private let areas: KeyedRows<Area>
  private let areaKinds: KeyedRows<AreaKind>
  private let organisationKinds: KeyedRows<OrganisationKind>
  private let organisations: KeyedRows<Organisation>
  private let functions: KeyedRows<Function>
  private let concerns: KeyedRows<Concern>
  private let plans: KeyedRows<Plan>
  private let offerings: KeyedRows<Offering>
  private let designations: KeyedRows<Designation>
  private let sources: KeyedRows<Source>
  private let persons: KeyedRows<Person>
  private let rules: PlanKeyedRows<Rule>
  private let notices: PlanKeyedRows<Notice>
  private let measures: PlanKeyedRows<Measure>
  private let steps: PlanKeyedRows<Step>

  /// - Parameter open: the persons who may be named.
  init(_ snapshot: Snapshot, open: Set<ID<Person>>) {
    areas = KeyedRows(snapshot.areas, id: { $0.id }, key: { $0.key })
    areaKinds = KeyedRows(snapshot.areaKinds, id: { $0.id }, key: { $0.key })
    organisationKinds = KeyedRows(snapshot.organisationKinds, id: { $0.id }, key: { $0.key })
    organisations = KeyedRows(snapshot.organisations, id: { $0.id }, key: { $0.key })
    functions = KeyedRows(snapshot.functions, id: { $0.id }, key: { $0.key })
    concerns = KeyedRows(snapshot.concerns, id: { $0.id }, key: { $0.key })
    plans = KeyedRows(snapshot.plans, id: { $0.id }, key: { $0.key })
    offerings = KeyedRows(snapshot.offerings, id: { $0.id }, key: { $0.key })
    designations = KeyedRows(snapshot.designations, id: { $0.id }, key: { $0.key })
    sources = KeyedRows(snapshot.sources, id: { $0.id }, key: { $0.key })
    let persons = snapshot.persons.only { open.contains($0.id) }
    self.persons = KeyedRows(persons, id: { $0.id }, key: { $0.key })
    rules = PlanKeyedRows(snapshot.rules, id: { $0.id }) { PlanKey(plan: $0.plan, key: $0.key) }
    notices = PlanKeyedRows(snapshot.notices, id: { $0.id }) {
      PlanKey(plan: $0.plan, key: $0.key)
    }
    measures = PlanKeyedRows(snapshot.measures, id: { $0.id }) {
      PlanKey(plan: $0.plan, key: $0.number)
    }
    steps = PlanKeyedRows(snapshot.steps, id: { $0.id }) {
      PlanKey(plan: $0.plan, key: $0.number)
    }
  }

  package func subject(_ kind: Subject.Kind, key: String) -> Subject? {
    bits(kind, key: key).map { Subject(kind: kind, bits: $0) }
  }

  package func key(of subject: Subject) -> String? {
    let bits = subject.bits
    return switch subject.kind {
    case .area: areas.key(of: bits)
    case .areaKind: areaKinds.key(of: bits)
    case .organisationKind: organisationKinds.key(of: bits)
    case .organisation: organisations.key(of: bits)
    case .function: functions.key(of: bits)
    case .concern: concerns.key(of: bits)
    case .plan: plans.key(of: bits)
    case .offering: offerings.key(of: bits)
    case .designation: designations.key(of: bits)
    case .source: sources.key(of: bits)
    case .person: persons.key(of: bits)
    case .rule: written(rules.key(of: bits))
    case .notice: written(notices.key(of: bits))
    case .measure: written(measures.key(of: bits))
    case .step: written(steps.key(of: bits))
    case .channel, .readingMatter: nil
    }
  }

  private func bits(_ kind: Subject.Kind, key: String) -> UInt128? {
    switch kind {
    case .area: areas.bits(of: key)
    case .areaKind: areaKinds.bits(of: key)
    case .organisationKind: organisationKinds.bits(of: key)
    case .organisation: organisations.bits(of: key)
    case .function: functions.bits(of: key)
    case .concern: concerns.bits(of: key)
    case .plan: plans.bits(of: key)
    case .offering: offerings.bits(of: key)
    case .designation: designations.bits(of: key)
    case .source: sources.bits(of: key)
    case .person: persons.bits(of: key)
    case .rule: read(key, rules.bits)
    case .notice: read(key, notices.bits)
    case .measure: read(key, measures.bits)
    case .step: read(key, steps.bits)
    case .channel, .readingMatter: nil
    }
  }

  private func written(_ key: PlanKey?) -> String? {
    key.map { "\(plans.key(of: $0.plan.bits) ?? "")/\($0.key)" }
  }

  /// Every way to part it in two, since a key may hold a slash itself.
  private func read(_ key: String, _ bits: (PlanKey) -> UInt128?) -> UInt128? {
    for slash in key.indices where key[slash] == "/" {
      guard let plan = plans.bits(of: String(key[..<slash])) else { continue }
      let rest = String(key[key.index(after: slash)...])
      if let found = bits(PlanKey(plan: ID(bits: plan), key: rest)) { return found }
    }
    return nil
  }
}

/// A key or a number within a plan.
private struct PlanKey: RowKey {
  let plan: ID<Plan>
  let key: String

  var scatter: UInt64 { scattered(plan.bits, key.scatter) }
}

private typealias KeyedRows<Row: Sendable> = TwiceKeyedRows<Row, String>
private typealias PlanKeyedRows<Row: Sendable> = TwiceKeyedRows<Row, PlanKey>

/// Rows by their ids and by their keys; where two have one key, the later is found by it.
private struct TwiceKeyedRows<Row: Sendable, Key: RowKey>: Sendable {
  private let byID: RowsByKey<ID<Row>, Row>
  private let byKey: RowsByKey<Key, Row>
  private let id: @Sendable (Row) -> ID<Row>
  private let key: @Sendable (Row) -> Key

  init(
    _ rows: [Row], id: @escaping @Sendable (Row) -> ID<Row>,
    key: @escaping @Sendable (Row) -> Key
  ) {
    byID = RowsByKey(rows, by: id)
    byKey = RowsByKey(rows, by: key, isLastFound: true)
    self.id = id
    self.key = key
  }

  func key(of bits: UInt128) -> Key? { byID[ID(bits: bits)].map(key) }

  func bits(of wanted: Key) -> UInt128? { byKey[wanted].map { id($0).bits } }
}
