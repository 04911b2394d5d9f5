import Registry

extension RecordBook {
  func plan(_ id: ID<Plan>) -> [Record.Section?]? {
    guard let plan = snapshot.plans.first(where: { $0.id == id }) else { return nil }
    let measures = snapshot.measures.filter { $0.plan == id }.sorted { $0.position < $1.position }
    let steps = snapshot.steps.filter { $0.plan == id }.sorted { $0.position < $1.position }
    let words = words
    return [
      field("level", words.label(.kind), words.level(plan.level)),
      section(
        "owner", words.phrase(.responsible), plan.owner.map { [item(.organisation($0))] } ?? []),
      section("area", words.label(.area), [item(.area(plan.area))]),
      field("version", words.label(.version), plan.version),
      field("date", words.label(.date), plan.day.description),
      section("valid", words.label(.valid), [time(plan.valid)]),
      section(
        "period", words.label(.period), plan.period == .always ? [] : [time(plan.period)]),
      section("follows", words.label(.follows), plan.follows.map { [item(.plan($0))] } ?? []),
      section(
        "followedBy", words.label(.successors),
        snapshot.plans.filter { $0.follows == id }.map { item(.plan($0.id), valid: $0.valid) }),
      section("source", words.phrase(.source), [document(plan.source)]),
      section("words", words.label(.aliases), aliases(of: id)),
      section("severities", words.phrase(.severity), severities(of: id)),
      section("steps", words.phrase(.steps), steps.map(stepLine)),
      section(
        "rules", words.label(.rules), ruleLines { $0.plan == id }),
      section("measures", words.phrase(.measures), measures.map(measureLine)),
      section(
        "notices", words.phrase(.notices),
        snapshot.notices.filter { $0.plan == id }.map(noticeLine)),
    ] + reading(of: id)
  }

  func measure(_ id: ID<Measure>) -> [Record.Section?]? {
    guard let measure = snapshot.measures.first(where: { $0.id == id }) else { return nil }
    let merges = snapshot.measureMerges.filter { $0.measure == id }.map(\.into)
    let merged = snapshot.measureMerges.filter { $0.into == id && !merges.contains($0.measure) }
      .map(\.measure)
    var text = Record.Item(measure.text ?? measure.title)
    text.source = source(of: measure.citation)
    return [
      section("plan", words.phrase(.plan), [item(.plan(measure.plan), valid: measure.valid)]),
      section("text", words.phrase(.measures), [text]),
      section("responsible", words.phrase(.responsible), parties(of: measure)),
      field("status", words.phrase(.status), measure.status),
      field("fate", words.phrase(.fate), measure.fate),
      section(
        "mergedInto", words.phrase(.mergedInto), merges.map { item(.measure($0)) }),
      section("mergedFrom", words.phrase(.mergedFrom), merged.map { item(.measure($0)) }),
      section(
        "concerns", words.subject(.concern), measure.concerns.map { item(.concern($0)) }),
    ]
  }

  func step(_ id: ID<Step>) -> [Record.Section?]? {
    guard let step = snapshot.steps.first(where: { $0.id == id }) else { return nil }
    var text = Record.Item(step.text)
    text.source = source(of: step.citation)
    return [
      section("plan", words.phrase(.plan), [item(.plan(step.plan), valid: step.valid)]),
      section("text", words.phrase(.steps), [text]),
      section(
        "responsible", words.phrase(.responsible), step.responsible.map { Record.Item($0) }),
      section(
        "severity", words.phrase(.severity),
        step.severities.map { Record.Item(words.severity($0)) }),
      section("asker", words.phrase(.asker), step.askers.map { Record.Item(words.asker($0)) }),
    ]
  }

  func rule(_ id: ID<Rule>) -> [Record.Section?]? {
    guard let rule = snapshot.rules.first(where: { $0.id == id }) else { return nil }
    let cases = snapshot.ruleCases.filter { $0.owner == id && presence.isWhole($0) }
    let targets = snapshot.ruleTargets.filter { $0.rule == id }
      .sorted { ($0.rung, $0.door) < ($1.rung, $1.door) }
    var text = Record.Item(rule.text)
    text.source = source(of: rule.citation)
    return [
      section("plan", words.phrase(.plan), [item(.plan(rule.plan), valid: rule.valid)]),
      section("text", words.phrase(.why), [text]),
      field("tier", words.label(.kind), words.tier(rule.tier)),
      section("cases", words.label(.remit), cases.map { condition($0) }.uniqued()),
      section("ladder", words.label(.contacts), targets.map(target)),
    ]
  }

  func notice(_ id: ID<Notice>) -> [Record.Section?]? {
    guard let notice = snapshot.notices.first(where: { $0.id == id }) else { return nil }
    let cases = snapshot.noticeCases.filter { $0.owner == id && presence.isWhole($0) }
    return [
      section("text", words.notice(notice.kind), [noticeLine(notice)]),
      section("about", words.label(.whose), notice.about.map { [item($0)] } ?? []),
      section("plan", words.phrase(.plan), [item(.plan(notice.plan), valid: notice.valid)]),
      section("cases", words.label(.remit), cases.map { condition($0) }.uniqued()),
    ]
  }

  private func time(_ valid: DayRange) -> Record.Item {
    var item = Record.Item(
      [
        valid.from.map { "\(words.label(.validFrom)) \($0)" },
        valid.until.map { "\(words.label(.validUntil)) \($0)" },
      ].compactMap { $0 }.joined(separator: " "))
    if item.text.isEmpty { item.text = words.label(.always) }
    return item
  }

  private func document(_ id: ID<Source>) -> Record.Item {
    var item = item(Subject(kind: .source, bits: id.bits))
    if let source = snapshot.sources.first(where: { $0.id == id }) {
      item.notes = [source.publisher, source.version, source.day?.description, source.url]
        .compactMap { $0 }
    }
    return item
  }

  private func aliases(of plan: ID<Plan>) -> [Record.Item] {
    snapshot.names.filter { $0.plan == plan }.map { name in
      var item = Record.Item("\(name.text) = \(self.name(of: name.subject))")
      item.notes = name.kind == .misprint ? [words.nameKind(.misprint)] : []
      item.reference = key(of: name.subject).map { .init(kind: name.subject.kind, key: $0) }
      item.valid = name.valid
      item.source = source(of: name.citation)
      return item
    }
  }

  private func severities(of plan: ID<Plan>) -> [Record.Item] {
    snapshot.severityWords.filter { $0.plan == plan }
      .map { Record.Item("\($0.word) = \(words.severity($0.severity))") }
  }

  private func stepLine(_ step: Step) -> Record.Item {
    var item = item(
      Subject(kind: .step, bits: step.id.bits), valid: step.valid, source: source(of: step.citation)
    )
    item.notes = [step.text] + step.responsible
    return item
  }

  private func measureLine(_ measure: Measure) -> Record.Item {
    var item = item(.measure(measure.id), valid: measure.valid)
    item.notes = parties(of: measure).map(\.text)
    item.notes += [measure.status, measure.fate].compactMap { $0 }
    return item
  }

  /// Responsible parties in the source's order; the first is the main one where the plan says so.
  private func parties(of measure: Measure) -> [Record.Item] {
    let parties = snapshot.measureParties.filter { $0.measure == measure.id }
      .sorted { $0.position < $1.position }
    let hasMain =
      parties.count > 1
      && snapshot.notices.contains { $0.plan == measure.plan && $0.saysFirstIsMain }
    return parties.enumerated().map { place, party in
      var item = Record.Item(party.text)
      let subject =
        party.organisation.map { Subject.organisation($0) }
        ?? party.function.map { .function($0) }
      item.reference = subject.flatMap { subject in
        key(of: subject).map { .init(kind: subject.kind, key: $0) }
      }
      if place == 0, hasMain { item.notes.append(words.phrase(.mainResponsible)) }
      return item
    }
  }

  private func target(_ line: RuleTarget) -> Record.Item {
    var item =
      switch line.target {
      case .function(let id): self.item(.function(id))
      case .organisation(let id): self.item(.organisation(id))
      case .organisationKind(let id): self.item(.organisationKind(id))
      case .offering(let id): self.item(.offering(id))
      case .ownWorkplace(let words), .described(let words): Record.Item(words)
      }
    item.text = "\(line.rung). \(item.text)"
    if line.door > 1 { item.notes.append(words.relation(.equal)) }
    if line.covers { item.notes.append(words.phrase(.coversAbove)) }
    return item
  }

  /// Sign lists and factors, group by group; read, never filled in.
  private func reading(of plan: ID<Plan>) -> [Record.Section?] {
    let matter = snapshot.readingMatter.filter { $0.plan == plan }
    var groups: [(kind: ReadingKind, name: String)] = []
    for line in matter where !groups.contains(where: { $0 == (line.kind, line.group) }) {
      groups.append((line.kind, line.group))
    }
    return groups.map { group in
      let lines = matter.filter { $0.kind == group.kind && $0.group == group.name }
        .sorted { $0.position < $1.position }
      return section(
        "reading", "\(words.reading(group.kind)): \(group.name)",
        lines.map { line in
          var item = Record.Item(line.text)
          item.source = source(of: line.citation)
          return item
        })
    }
  }
}
