import Registry

/// What rules, steps and defaults need of the plan that a file belongs to.
struct PlanFacts {
  let id: ID<Plan>
  let key: String
  let area: ID<Area>?
  let valid: DayRange
}

extension SeedReading {
  func readSources(_ document: SeedDocument) {
    for value in document.entries("sources") { _ = readSource(value, document) }
    guard let value = document.source else { return }
    let source = value.isMapping ? readSource(value, document) : index.sources.resolve(value)
    document.provenance.source = source
  }

  private func readSource(_ value: SeedValue, _ document: SeedDocument) -> ID<Source>? {
    let fields: Set<String> = ["key", "title", "publisher", "version", "date", "licence", "url"]
    guard let entry = value.entry(fields), let key = value.peek("key"),
      index.sources.isDefined(key, at: entry["key"]), let title = entry.required("title")?.text()
    else { return nil }
    let source = Source(
      id: index.sources.id(of: key), key: key, title: title, publisher: entry.text("publisher"),
      version: entry.text("version"), day: dayOfSource(entry), licence: entry.text("licence"),
      url: url(entry))
    if rows.add(source, of: document.name, at: value.position) {
      sourceDays[source.id] = source.day
    }
    return source.id
  }

  /// The day of a source; `unknown` says in so many words that it has none, and is no confirmation.
  private func dayOfSource(_ entry: SeedEntry) -> Day? {
    entry["date"]?.plainText == "unknown" ? nil : entry.day("date")
  }

  func url(_ entry: SeedEntry) -> String? {
    guard let value = entry["url"], let text = value.text() else { return nil }
    return webAddress(text, value) == nil ? nil : text
  }

  /// The file's `plan:`, and with it the defaults of everything in the file.
  func readPlan(_ document: SeedDocument) {
    document.provenance.confirmed = document.provenance.source.flatMap { sourceDays[$0] }
    guard let value = document.plan else { return }
    guard value.isMapping else {
      if let id = index.plans.resolve(value) { belong(document, to: id, value) }
      return
    }
    let fields: Set<String> = [
      "key", "level", "owner", "area", "title", "publisher", "version", "date", "period", "from",
      "until", "follows", "url", "licence", "severities", "words",
    ]
    guard let entry = value.entry(fields), let key = value.peek("key"),
      index.plans.isDefined(key, at: entry["key"]),
      let level: PlanLevel = entry.required("level")?.choice(),
      let area = entry.required("area").flatMap({ index.area($0) }),
      let title = entry.required("title")?.text(), let day = entry.required("date")?.day()
    else { return }
    let source = document.provenance.source ?? sourceOfPlan(entry, key, title, day, document)
    let plan = Plan(
      id: index.plans.id(of: key), key: key, level: level,
      owner: entry["owner"].flatMap { index.organisations.resolve($0) }, area: area,
      source: source, title: title, version: entry.text("version"), day: day,
      period: entry["period"]?.entry(["from", "until"]).map { range($0, within: .always) }
        ?? .always,
      valid: range(entry, within: DayRange(from: day)),
      follows: entry["follows"].flatMap { index.plans.resolve($0) })
    rows.add(plan, of: document.name, at: value.position)
    plansInLoad[plan.id] = plan
    adopt(plan, by: document)
    readSeverities(entry, plan, document)
    readWords(entry, plan, document)
  }

  private func sourceOfPlan(
    _ entry: SeedEntry, _ key: String, _ title: String, _ day: Day, _ document: SeedDocument
  ) -> ID<Source> {
    let source = Source(
      id: index.sources.id(of: key), key: key, title: title, publisher: entry.text("publisher"),
      version: entry.text("version"), day: day, licence: entry.text("licence"), url: url(entry))
    guard index.sources.isDefined(key, at: entry["key"]) else { return source.id }
    rows.add(source, of: document.name, at: entry.value.position)
    sourceDays[source.id] = day
    return source.id
  }

  /// A file that only names its plan takes over what the plan says, from this load or the registry.
  private func belong(_ document: SeedDocument, to id: ID<Plan>, _ value: SeedValue) {
    plansNamed.append((document, id, value))
  }

  /// After all plans are read.
  func adoptNamedPlans() {
    for (document, id, value) in plansNamed {
      if let plan = plansInLoad[id] ?? existing.plans.first(where: { $0.id == id }) {
        adopt(plan, by: document)
      } else if faults.count == 0 {
        value.fault("The plan could not be read; see what is wrong with it.")
      }
    }
  }

  private func adopt(_ plan: Plan, by document: SeedDocument) {
    document.planFacts = PlanFacts(id: plan.id, key: plan.key, area: plan.area, valid: plan.valid)
    if document.source == nil {
      document.provenance.source = plan.source
    }
    document.provenance.confirmed = plan.day
    document.provenance.valid = DayRange(from: plan.valid.from)
  }

  private func readSeverities(_ entry: SeedEntry, _ plan: Plan, _ document: SeedDocument) {
    guard let value = entry["severities"] else { return }
    guard value.isMapping else {
      value.fault("Write the plan's words with what they mean: `{lav: question, høy: grave}`.")
      return
    }
    for (word, value) in value.namedValues() {
      guard let severity: Severity = value.choice() else { continue }
      rows.add(
        SeverityWord(
          id: SeedIdentity.id("severity_word", plan.id.description, word), plan: plan.id,
          word: word, severity: severity),
        of: document.name, at: value.position)
    }
  }

  /// The plan's own names of functions, concerns and organisations.
  private func readWords(_ entry: SeedEntry, _ plan: Plan, _ document: SeedDocument) {
    let subjects: Set<String> = [
      "function", "concern", "organisation", "organisation-kind", "offering", "area",
    ]
    let fields = subjects.union(["text", "kind", "language", "from", "until"])
    for value in entry.items("words") {
      guard let word = value.entry(fields), let texts = word.required("text")?.items,
        let subject = subject(word, among: subjects, document)
      else { continue }
      let kind: NameKind = word.choice("kind") ?? .alias
      let bearer = NameBearer(
        subject: subject, plan: plan.id, valid: range(word, within: .always),
        provenance: document.provenance, document: document)
      for text in texts {
        guard let written = text.text() else { continue }
        addName(LocalText(language: language(word), text: written, value: text), kind, of: bearer)
      }
    }
  }
}
