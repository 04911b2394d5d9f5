import Registry

extension SeedReading {
  /// Notes every key that the files define, so that references may point forward.
  func define() {
    for document in documents {
      defineSources(document)
      define("area-kinds", document, in: &index.areaKinds)
      define("areas", document, in: &index.areas)
      define("organisation-kinds", document, in: &index.organisationKinds)
      define("organisations", document, in: &index.organisations)
      define("functions", document, in: &index.functions)
      define("persons", document, in: &index.persons)
      define("concerns", document, in: &index.concerns)
      define("offerings", document, in: &index.offerings)
      definePlan(document)
      defineInPlan(document)
      defineDesignations(document)
    }
    for document in documents { noteCodes(document) }
  }

  private func define<Subject>(
    _ section: String, _ document: SeedDocument, in keys: inout SeedKeys<Subject>
  ) {
    for value in document.entries(section) where value.isMapping && value.field("add-to") == nil {
      guard let field = value.field("key") else {
        value.fault("The field `key` is missing; write `key: …` (or `add-to: …` for more facts).")
        continue
      }
      if let key = field.identifier() { keys.define(key, label: label(of: value), at: field) }
    }
  }

  private func label(of value: SeedValue) -> String? {
    guard let name = value.field("name") else { return nil }
    return name.plainText ?? name.peek("nb") ?? name.namedValues().first?.value.plainText
  }

  private func defineSources(_ document: SeedDocument) {
    var values = document.entries("sources")
    if let source = document.source, source.isMapping { values.append(source) }
    for value in values where value.isMapping {
      guard let field = value.field("key") else {
        value.fault("The field `key` is missing; write `key: …`.")
        continue
      }
      if let key = field.identifier() { index.sources.define(key, label: nil, at: field) }
    }
  }

  private func definePlan(_ document: SeedDocument) {
    guard let plan = document.plan, plan.isMapping else { return }
    guard let field = plan.field("key") else {
      plan.fault("The field `key` is missing; write `key: …`.")
      return
    }
    guard let key = field.identifier() else { return }
    index.plans.define(key, label: plan.peek("title"), at: field)
    if document.source == nil { index.sources.define(key, label: nil, at: field) }
  }

  /// What is named inside its plan: rules and notices by key, steps and measures by number.
  private func defineInPlan(_ document: SeedDocument) {
    guard let plan = document.planKey else { return }
    func each(_ section: String, _ field: String, _ define: (SeedValue, String) -> Void) {
      for value in document.entries(section) where value.isMapping {
        guard let place = value.field(field) else {
          value.fault("The field `\(field)` is missing; write `\(field): …`.")
          continue
        }
        if let text = place.plainText, !text.isEmpty { define(place, "\(plan)/\(text)") }
      }
    }
    each("rules", "key") { place, key in
      if place.identifier() != nil { index.rules.define(key, label: nil, at: place) }
    }
    each("notices", "key") { place, key in
      if place.identifier() != nil { index.notices.define(key, label: nil, at: place) }
    }
    each("measures", "number") { place, key in index.measures.define(key, label: nil, at: place) }
    each("steps", "number") { place, key in index.steps.define(key, label: nil, at: place) }
  }

  /// Designations and contacts; without a key of their own they get organisation-function, with
  /// their order and seat where these are not the first.
  ///
  /// Two of one file that would get the same key are refused: numbered in the order of their lines,
  /// one would become the other when a line is put in between, with what is past and its number.
  private func defineDesignations(_ document: SeedDocument) {
    var unnamed: [String: SeedValue] = [:]
    func define(_ value: SeedValue, _ written: SeedValue?, _ organisation: String, _ mark: String) {
      var key = written.flatMap { $0.identifier() }
      if written != nil, key == nil { return }
      if key == nil {
        guard let function = value.peek("function") else { return }
        let implied = "\(organisation)-\(function)" + SeedReading.place(of: value)
        if let first = unnamed[implied] {
          return value.fault(
            "Without `key:` this contact and that of line \(first.position.line) are both "
              + "`\(implied)`, and their lines alone would tell them apart. Give each a `key:` "
              + "that stays, for instance `\(implied)-a` and `\(implied)-b`.")
        }
        unnamed[implied] = value
        key = implied
      } else if !mark.isEmpty, let written = key {
        key = "\(written)-\(mark)"
      }
      guard let key else { return }
      document.designationKeys[SeedDocument.place(value, mark)] = key
      index.designations.define(key, label: nil, at: written ?? value)
      noteVisibility(of: key, value)
    }
    for value in document.entries("designations")
    where value.isMapping && value.field("add-to") == nil {
      guard let organisation = value.peek("organisation") else { continue }
      define(value, value.field("key"), organisation, "")
    }
    for value in document.entries("contacts") where value.isMapping {
      if let organisation = value.peek("organisation") {
        define(value, value.field("key"), organisation, "")
        continue
      }
      let areas = value.field("area")?.items.compactMap(\.plainText) ?? []
      for area in areas {
        define(value, value.field("key"), "kommune-\(area)", areas.count > 1 ? area : "")
      }
    }
  }

  private static func place(of value: SeedValue) -> String {
    func part(_ field: String, _ mark: String) -> String {
      guard let number = value.peek(field).flatMap({ Int($0) }), number > 1 else { return "" }
      return "\(mark)\(number)"
    }
    return part("order", "-order-") + part("seat", "-")
  }

  /// Whether a seat is the desk's, before anything in any file is read that inherits it.
  private func noteVisibility(of key: String, _ value: SeedValue) {
    let seats = value.peek("seats").flatMap { Int($0) } ?? 1
    let keys = [key] + (seats > 1 ? (2...seats).prefix(50).map { "\(key)-seat-\($0)" } : [])
    for id in keys.map({ index.designations.id(of: $0) }) {
      if value.peek("visibility") == Visibility.desk.rawValue {
        hiddenSeats.insert(id)
      } else {
        hiddenSeats.remove(id)
      }
    }
  }

  /// Official numbers, so that a reference may use an old one.
  private func noteCodes(_ document: SeedDocument) {
    func note(_ code: SeedValue, _ area: ID<Area>) {
      guard let text = code.peek("code"), code.peek("scheme") != AreaScheme.language else { return }
      index.note(
        code: text, of: area,
        valid: DayRange(
          from: code.peek("from").flatMap { Day($0) }, until: code.peek("until").flatMap { Day($0) }
        ))
    }
    for value in document.entries("areas") {
      guard let key = value.peek("key") ?? value.peek("add-to"), let area = index.areas.find(key)
      else { continue }
      for code in value.field("codes")?.items ?? [] { note(code, area) }
    }
    for value in document.entries("area-codes") {
      if let area = value.peek("area").flatMap({ index.areas.find($0) }) { note(value, area) }
    }
  }
}

extension SeedDocument {
  /// What tells one entry of a file from all others.
  static func place(_ value: SeedValue, _ mark: String = "") -> String {
    "\(value.path):\(value.node.line):\(value.key)#\(mark)"
  }
}
