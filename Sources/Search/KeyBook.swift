package import Registry

/// The seed keys of things, for those who know them and for scripts.
///
/// What belongs to a plan has the plan's key before its own key or number: `baerum-2017/10`.
package final class KeyBook: Sendable {
  private let rows: [Subject.Kind: KeyedRows]

  /// - Parameter open: the persons who may be named.
  init(_ snapshot: Snapshot, open: Set<ID<Person>>) {
    let persons = snapshot.persons.only { open.contains($0.id) }
    let plans = KeyedRows(snapshot.plans, id: { $0.id }, key: { $0.key })
    rows = [
      .area: KeyedRows(snapshot.areas, id: { $0.id }, key: { $0.key }),
      .areaKind: KeyedRows(snapshot.areaKinds, id: { $0.id }, key: { $0.key }),
      .organisationKind: KeyedRows(snapshot.organisationKinds, id: { $0.id }, key: { $0.key }),
      .organisation: KeyedRows(snapshot.organisations, id: { $0.id }, key: { $0.key }),
      .function: KeyedRows(snapshot.functions, id: { $0.id }, key: { $0.key }),
      .concern: KeyedRows(snapshot.concerns, id: { $0.id }, key: { $0.key }),
      .plan: plans,
      .offering: KeyedRows(snapshot.offerings, id: { $0.id }, key: { $0.key }),
      .designation: KeyedRows(snapshot.designations, id: { $0.id }, key: { $0.key }),
      .source: KeyedRows(snapshot.sources, id: { $0.id }, key: { $0.key }),
      .person: KeyedRows(persons, id: { $0.id }, key: { $0.key }),
      .rule: KeyedRows(snapshot.rules, of: plans, id: { $0.id }) { ($0.plan, $0.key) },
      .notice: KeyedRows(snapshot.notices, of: plans, id: { $0.id }) { ($0.plan, $0.key) },
      .measure: KeyedRows(snapshot.measures, of: plans, id: { $0.id }) { ($0.plan, $0.number) },
      .step: KeyedRows(snapshot.steps, of: plans, id: { $0.id }) { ($0.plan, $0.number) },
    ]
  }

  package func subject(_ kind: Subject.Kind, key: String) -> Subject? {
    rows[kind]?.bits(key).map { Subject(kind: kind, bits: $0) }
  }

  package func key(of subject: Subject) -> String? {
    rows[subject.kind]?.key(subject.bits)
  }
}

/// The rows of one kind, whatever their type, by the bits of their ids and by their written keys.
private struct KeyedRows: Sendable {
  let key: @Sendable (UInt128) -> String?
  let bits: @Sendable (String) -> UInt128?

  init<Row: Sendable>(
    _ rows: [Row], id: @escaping @Sendable (Row) -> ID<Row>,
    key: @escaping @Sendable (Row) -> String
  ) {
    let rows = TwiceKeyedRows(rows, id: id, key: key)
    self.key = { rows.key(of: $0) }
    bits = { rows.bits(of: $0) }
  }

  /// What belongs to a plan.
  init<Row: Sendable>(
    _ rows: [Row], of plans: KeyedRows, id: @escaping @Sendable (Row) -> ID<Row>,
    key: @escaping @Sendable (Row) -> (plan: ID<Plan>, key: String)
  ) {
    let rows = TwiceKeyedRows(rows, id: id) { row in
      let (plan, key) = key(row)
      return PlanKey(plan: plan, key: key)
    }
    self.key = { bits in
      rows.key(of: bits).map { "\(plans.key($0.plan.bits) ?? "")/\($0.key)" }
    }
    // Every way to part it in two, since a key may hold a slash itself.
    bits = { text in
      for slash in text.indices where text[slash] == "/" {
        guard let plan = plans.bits(String(text[..<slash])) else { continue }
        let rest = String(text[text.index(after: slash)...])
        if let found = rows.bits(of: PlanKey(plan: ID(bits: plan), key: rest)) { return found }
      }
      return nil
    }
  }
}

/// A key or a number within a plan.
private struct PlanKey: RowKey {
  let plan: ID<Plan>
  let key: String

  var scatter: UInt64 { scattered(plan.bits, key.scatter) }
}

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
