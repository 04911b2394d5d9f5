import Registry

/// The keys of one kind of thing: those of this load and those that the registry already has.
struct SeedKeys<Subject> {
  /// What a fault calls one of them.
  let noun: String
  /// The name of the kind inside ids.
  let kind: String
  /// Whether an entry with `add-to` may say more about one of them.
  private let takesMore: Bool
  private var defined: [String: (id: ID<Subject>, position: SeedPosition)] = [:]
  private var existing: [String: ID<Subject>] = [:]
  private var labels: [ID<Subject>: String] = [:]

  init(
    noun: String, kind: String, takesMore: Bool = true, existing: [(key: String, id: ID<Subject>)]
  ) {
    self.noun = noun
    self.takesMore = takesMore
    self.kind = kind
    self.existing = Dictionary(existing.map { ($0.key, $0.id) }) { first, _ in first }
  }

  /// The id that a key has in every load.
  func id(of key: String) -> ID<Subject> {
    SeedIdentity.id(kind, key)
  }

  /// Notes a definition; a second one of the same key is a fault.
  mutating func define(_ key: String, label: String?, at value: SeedValue) {
    if let first = defined[key] {
      value.fault(
        "The \(noun) `\(key)` is already there on "
          + "\(SeedRows.place(first.position, from: value.position)); "
          + (takesMore
            ? "choose another key, or write `add-to: \(key)` to say more about it."
            : "choose another."))
      return
    }
    if let other = existing[key], other != id(of: key) {
      value.fault(
        "The \(noun) `\(key)` was made at the desk; choose another key"
          + (takesMore ? ", or write `add-to: \(key)`." : "."))
      return
    }
    defined[key] = (id(of: key), value.position)
    if let label { labels[id(of: key)] = label }
  }

  /// Whether the key is defined here, and not first somewhere else.
  func isDefined(_ key: String, at value: SeedValue?) -> Bool {
    value != nil && defined[key]?.position == value?.position
  }

  func find(_ key: String) -> ID<Subject>? {
    defined[key]?.id ?? existing[key]
  }

  func label(of id: ID<Subject>) -> String? {
    labels[id]
  }

  var known: Set<String> {
    Set(defined.keys).union(existing.keys)
  }

  /// The thing with that key, or nil after a fault with the nearest keys.
  func resolve(_ value: SeedValue) -> ID<Subject>? {
    guard let text = value.text() else { return nil }
    if let id = find(text) { return id }
    unknown(text, at: value)
    return nil
  }

  /// Faults an unknown key, unless a file that could not be read may hold it.
  func unknown(_ text: String, at value: SeedValue) {
    guard !value.faults.isIncomplete else { return }
    value.fault(
      "There is no \(noun) `\(text)`"
        + Nearest.ending(text, among: known, else: "there are"))
  }
}
