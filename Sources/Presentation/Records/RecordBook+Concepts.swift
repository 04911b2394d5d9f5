import Registry

extension RecordBook {
  func function(_ id: ID<Function>) -> [Record.Section?]? {
    guard snapshot.functions.contains(where: { $0.id == id }) else { return nil }
    let seats = snapshot.designations.filter { $0.function == id && $0.visibility == .public }
    let rules = Set(
      snapshot.ruleTargets.filter { $0.target == .function(id) }.map(\.rule)
        + snapshot.ruleCases.filter { $0.function == id }.map(\.owner))
    return [
      namesSection(.function(id)),
      section("seats", words.label(.holders), seats.map { seat($0) }.byName),
      channels(of: .function(id)),
      section("rules", words.label(.rules), ruleLines { rules.contains($0.id) }),
      section("measures", words.subject(.measure), measures { $0.function == id }),
      section("notices", words.phrase(.notices), notices(about: .function(id))),
    ]
  }

  func concern(_ id: ID<Concern>) -> [Record.Section?]? {
    guard let concern = snapshot.concerns.first(where: { $0.id == id }) else { return nil }
    let children = snapshot.concerns.filter { $0.parent == id }
    let rules = Set(snapshot.ruleCases.filter { $0.concern == id }.map(\.owner))
    let offerings = Set(snapshot.offeringCases.filter { $0.concern == id }.map(\.owner))
    let told = Set(snapshot.noticeCases.filter { $0.concern == id }.map(\.owner))
    let notices = snapshot.notices.filter { $0.about == .concern(id) || told.contains($0.id) }
    let measures = snapshot.measures.filter { $0.concerns.contains(id) }
    return [
      namesSection(.concern(id)),
      section("parents", words.label(.parents), concern.parent.map { [item(.concern($0))] } ?? []),
      section("children", words.label(.children), children.map { item(.concern($0.id)) }),
      field(
        "severity", words.phrase(.severity), concern.leastSeverity.map { words.severity($0) }),
      section("rules", words.label(.rules), ruleLines { rules.contains($0.id) }),
      section(
        "offerings", words.subject(.offering),
        snapshot.offerings.filter { offerings.contains($0.id) }
          .map { item(.offering($0.id), valid: $0.valid) }),
      section(
        "measures", words.subject(.measure),
        measures.map { item(.measure($0.id), valid: $0.valid) }),
      section("notices", words.phrase(.notices), notices.map(noticeLine)),
    ]
  }

  func offering(_ id: ID<Offering>) -> [Record.Section?]? {
    guard let offering = snapshot.offerings.first(where: { $0.id == id }) else { return nil }
    let cases = snapshot.offeringCases.filter { $0.owner == id && presence.isWhole($0) }
    return [
      section(
        "provider", words.subject(.organisation),
        [item(.organisation(offering.provider), source: source(of: offering.citation))]),
      field("text", words.phrase(.offerings), offering.text),
      section(
        "conditions", words.label(.conditions), offering.conditions.map { Record.Item($0) }),
      section("cases", words.label(.remit), cases.map { condition($0) }.uniqued()),
      channels(of: .offering(id)),
      section("notices", words.phrase(.notices), notices(about: .offering(id))),
    ]
  }

  func source(_ id: ID<Source>) -> [Record.Section?]? {
    guard let source = snapshot.sources.first(where: { $0.id == id }) else { return nil }
    let plans = snapshot.plans.filter { $0.source == id }
    return [
      field("publisher", words.phrase(.responsible), source.publisher),
      field("version", words.label(.version), source.version),
      field("date", words.label(.date), source.day?.description),
      field("licence", words.label(.licence), source.licence),
      field("url", words.channel(.web), source.url),
      section("plans", words.subject(.plan), plans.map { item(.plan($0.id), valid: $0.valid) }),
    ]
  }

  /// The rules that are meant, by plan and key, with the sentence each rests on.
  func ruleLines(where isMeant: (Rule) -> Bool) -> [Record.Item] {
    snapshot.rules.filter(isMeant).map { rule in
      var item = Record.Item(rule.text)
      item.notes = ["\(words.tier(rule.tier)) · \(name(of: .plan(rule.plan)))"]
      item.reference = key(of: Subject(kind: .rule, bits: rule.id.bits))
        .map { .init(kind: .rule, key: $0) }
      item.valid = rule.valid
      item.source = source(of: rule.citation)
      return item
    }
  }

  /// One cell of a condition in words.
  func condition<Owner>(_ line: Case<Owner>) -> Record.Item {
    let parts: [String?] = [
      line.asker == .anyone ? nil : words.asker(line.asker),
      line.area.map { name(of: .area($0)) },
      line.unit.map { name(of: .organisation($0)) },
      line.unitKind.map { name(of: .organisationKind($0)) },
      line.concern.map { name(of: .concern($0)) },
      line.function.map { name(of: .function($0)) },
      line.severity == .question ? nil : words.severity(line.severity),
      line.ages.map { words.ages($0) },
      line.wish.map { words.wish($0) },
    ]
    let text = parts.compactMap { $0 }.joined(separator: " · ")
    return Record.Item(text.isEmpty ? words.asker(.anyone) : text)
  }
}
