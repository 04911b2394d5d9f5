import Registry

extension SeedReading {
  func readStep(_ value: SeedValue, _ position: Int, _ frame: PlanFrame) {
    let own: Set<String> = ["number", "title", "text", "responsible", "severity", "asker"]
    guard let entry = value.entry(own.union(Provenance.fields)),
      let number = value.peek("number"),
      index.steps.isDefined("\(frame.plan.key)/\(number)", at: entry["number"]),
      let title = entry.required("title")?.text(), let text = entry.required("text")?.prose()
    else { return }
    let id = index.steps.id(of: "\(frame.plan.key)/\(number)")
    let provenance = provenance(entry, within: frame.provenance)
    rows.add(
      Step(
        id: id, plan: frame.plan.id, position: position, number: number, title: title, text: text,
        responsible: entry.texts("responsible"),
        severities: entry.items("severity").compactMap { $0.choice() },
        askers: entry.items("asker").compactMap { $0.choice() }, valid: provenance.valid,
        citation: citation(provenance, frame.document, at: value.position)),
      of: frame.document.name, at: value.position)
    readDoubts(entry, about: Subject(kind: .step, bits: id.bits), provenance, frame.document)
  }

  func readNotice(_ value: SeedValue, _ frame: PlanFrame) {
    let own: Set<String> = ["key", "kind", "about", "text", "when"]
    guard let entry = value.entry(own.union(Provenance.fields)), let key = value.peek("key"),
      index.notices.isDefined("\(frame.plan.key)/\(key)", at: entry["key"]),
      let kind: NoticeKind = entry.required("kind")?.choice(),
      let text = entry.required("text")?.prose()
    else { return }
    let id = index.notices.id(of: "\(frame.plan.key)/\(key)")
    let provenance = provenance(entry, within: frame.provenance)
    rows.add(
      Notice(
        id: id, key: key, plan: frame.plan.id, kind: kind,
        about: entry["about"].flatMap { subject($0, frame.document) }, text: text,
        valid: provenance.valid,
        citation: citation(provenance, frame.document, at: value.position)),
      of: frame.document.name, at: value.position)
    addCases(
      whenCells(entry, areas: frame.areas), of: id, frame.document, at: entry["when"] ?? value)
    readDoubts(entry, about: Subject(kind: .notice, bits: id.bits), provenance, frame.document)
  }

  /// One list of signs or factors; each item is a row.
  func readReading(_ value: SeedValue, _ frame: PlanFrame) {
    let own: Set<String> = ["kind", "group", "items"]
    guard let entry = value.entry(own.union(Provenance.fields)),
      let kind: ReadingKind = entry.required("kind")?.choice(),
      let group = entry.required("group")?.text(), let list = entry.required("items")
    else { return }
    let outer = provenance(entry, within: frame.provenance)
    for (position, item) in list.items.enumerated() {
      var provenance = outer
      var text: String?
      if item.isMapping {
        guard let fields = item.entry(Provenance.fields.union(["text"])) else { continue }
        provenance = self.provenance(fields, within: outer)
        text = fields.required("text")?.text()
      } else {
        text = item.text()
      }
      guard let text else { continue }
      let id: ID<ReadingMatter> = SeedIdentity.id(
        "reading_matter", frame.plan.id.description, kind.rawValue, group, text)
      rows.add(
        ReadingMatter(
          id: id, plan: frame.plan.id, kind: kind, group: group, position: position + 1, text: text,
          valid: provenance.valid,
          citation: citation(provenance, frame.document, at: item.position)),
        of: frame.document.name, at: item.position)
    }
  }

  func readMeasure(_ value: SeedValue, _ position: Int, _ frame: PlanFrame) {
    let own: Set<String> = [
      "number", "title", "text", "status", "fate", "merged", "responsible", "concerns", "links",
    ]
    guard let entry = value.entry(own.union(Provenance.fields)),
      let number = value.peek("number"),
      index.measures.isDefined("\(frame.plan.key)/\(number)", at: entry["number"]),
      let title = entry.required("title")?.text()
    else { return }
    let id = index.measures.id(of: "\(frame.plan.key)/\(number)")
    let provenance = provenance(entry, within: frame.provenance)
    rows.add(
      Measure(
        id: id, key: "\(frame.plan.key)-\(number.asKey)", plan: frame.plan.id, position: position,
        number: number, title: title, text: entry.prose("text"), status: entry.text("status"),
        fate: entry.text("fate"),
        concerns: entry.items("concerns").compactMap { index.concerns.resolve($0) },
        valid: provenance.valid,
        citation: citation(provenance, frame.document, at: value.position)),
      of: frame.document.name, at: value.position)
    readParties(entry, of: id, frame)
    for merged in entry.items("merged") {
      guard let into = inPlan(merged, index.measures, frame.document) else { continue }
      if into == id {
        merged.fault("A measure cannot be merged with itself; take the number away.")
        continue
      }
      rows.add(
        MeasureMerge(
          id: SeedIdentity.id("measure_merge", id.description, into.description), measure: id,
          into: into),
        of: frame.document.name, at: merged.position)
    }
    readLinks(entry, about: .measure(id), provenance, frame.document)
    readDoubts(entry, about: .measure(id), provenance, frame.document)
  }

  private func readParties(_ entry: SeedEntry, of measure: ID<Measure>, _ frame: PlanFrame) {
    for (position, value) in entry.items("responsible").enumerated() {
      guard let party = party(value, own: []) else { continue }
      rows.add(
        MeasureParty(
          id: SeedIdentity.id(
            "measure_party", measure.description, "\(position + 1)", party.text),
          measure: measure, position: position + 1, text: party.text,
          organisation: party.organisation, function: party.function),
        of: frame.document.name, at: value.position)
    }
  }
}
