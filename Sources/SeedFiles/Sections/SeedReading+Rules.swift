import Registry

extension SeedReading {
  /// The sections that belong to a plan: rules, steps, notices, reading and measures.
  func readPlanSections(_ document: SeedDocument) {
    let sections = ["rules", "steps", "notices", "reading", "measures"]
    guard let plan = document.planFacts else {
      guard document.plan == nil else { return }
      for section in sections {
        document.entries(section).first?.fault(
          "The section `\(section)` belongs to a plan; write `plan: …` near the top of the file.")
      }
      return
    }
    var provenance = document.provenance
    provenance.valid = plan.valid
    let frame = PlanFrame(plan: plan, provenance: provenance, document: document)
    document.entries("rules").forEach { readRule($0, frame) }
    for (position, value) in document.entries("steps").enumerated() {
      readStep(value, position + 1, frame)
    }
    document.entries("notices").forEach { readNotice($0, frame) }
    document.entries("reading").forEach { readReading($0, frame) }
    for (position, value) in document.entries("measures").enumerated() {
      readMeasure(value, position + 1, frame)
    }
  }

  private func readRule(_ value: SeedValue, _ frame: PlanFrame) {
    let own: Set<String> = ["key", "tier", "when", "ladder", "text"]
    guard let entry = value.entry(own.union(Provenance.fields)), let key = value.peek("key"),
      index.rules.isDefined("\(frame.plan.key)/\(key)", at: entry["key"]),
      let text = entry.required("text")?.prose()
    else { return }
    let id = index.rules.id(of: "\(frame.plan.key)/\(key)")
    let provenance = provenance(entry, within: frame.provenance)
    let rule = Rule(
      id: id, key: key, plan: frame.plan.id, tier: entry.choice("tier") ?? .ordinary, text: text,
      valid: provenance.valid,
      citation: citation(provenance, frame.document, at: value.position))
    guard rows.add(rule, of: frame.document.name, at: value.position) else { return }
    let cells = whenCells(entry, areas: frame.areas)
    addCases(cells, of: id, frame.document, at: entry["when"] ?? value)
    readDoubts(entry, about: Subject(kind: .rule, bits: id.bits), provenance, frame.document)
    readLadder(entry, of: id, frame)
  }

  private func readLadder(_ entry: SeedEntry, of rule: ID<Rule>, _ frame: PlanFrame) {
    let rungs = entry.items("ladder")
    guard !rungs.isEmpty else {
      (entry["ladder"] ?? entry.value).fault(
        "The rule has no ladder; write `ladder:` with at least one door under it.")
      return
    }
    for (rung, value) in rungs.enumerated() {
      guard let fields = value.entry(SeedReading.doorFields.union(["any"])) else { continue }
      let covers = fields.flag("covers")
      if covers, rung == 0 {
        fields["covers"]?.fault(
          "`covers` stands in for the rung above, and there is none; take it away or move the rung."
        )
      }
      guard let any = fields["any"] else {
        readDoor(fields, of: rule, rung: rung + 1, door: 1, covers: covers, frame)
        continue
      }
      for field in fields.fields.keys.sorted() where field != "any" && field != "covers" {
        fields[field]?.fault("Beside `any:` only `covers` may stand; put the door into the list.")
      }
      for (door, value) in any.items.enumerated() {
        guard let fields = value.entry(SeedReading.doorFields) else { continue }
        readDoor(
          fields, of: rule, rung: rung + 1, door: door + 1,
          covers: covers || fields.flag("covers"), frame)
      }
    }
  }

  static let doorFields: Set<String> = [
    "own", "function", "organisation", "kind", "offering", "words", "covers",
  ]

  private func readDoor(
    _ entry: SeedEntry, of rule: ID<Rule>, rung: Int, door: Int, covers: Bool, _ frame: PlanFrame
  ) {
    guard let target = target(entry) else { return }
    rows.add(
      RuleTarget(
        id: SeedIdentity.id("rule_target", rule.description, "\(rung)", "\(door)"), rule: rule,
        rung: rung, door: door, target: target, covers: covers),
      of: frame.document.name, at: entry.value.position)
  }

  private func target(_ entry: SeedEntry) -> Target? {
    let named = entry.fields.keys.filter { $0 != "covers" }.sorted()
    guard named.count == 1, let field = named.first, let value = entry[field] else {
      entry.fault(
        named.isEmpty
          ? "Say who stands here: own, function, organisation, kind, offering, words or any."
          : "One rung has one door; write `any:` with a list for equal doors, or two rungs.")
      return nil
    }
    return switch field {
    case "own": value.text().map(Target.ownWorkplace)
    case "words": value.text().map(Target.described)
    case "function": index.functions.resolve(value).map(Target.function)
    case "organisation": index.organisations.resolve(value).map(Target.organisation)
    case "kind": index.organisationKinds.resolve(value).map(Target.organisationKind)
    case "offering": index.offerings.resolve(value).map(Target.offering)
    default: nil
    }
  }
}

/// The plan that an entry belongs to, and what the entry inherits.
struct PlanFrame {
  let plan: PlanFacts
  /// Days of the plan, also its end.
  let provenance: Provenance
  let document: SeedDocument

  var areas: [ID<Area>] {
    plan.area.map { [$0] } ?? []
  }
}
