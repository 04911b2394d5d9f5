package import Registry

extension Plan: CopyRow {
  package static var table: String { "plan" }
  package static var columns: [String] {
    [
      "id", "key", "level", "owner", "area", "source", "title", "version", "day", "period", "valid",
      "follows",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Plan]> { \.plans }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      level: try fields.value(),
      owner: try fields.optionalID(),
      area: try fields.id(),
      source: try fields.id(),
      title: try fields.text(),
      version: try fields.optionalText(),
      day: try fields.day(),
      period: try fields.days(),
      valid: try fields.days(),
      follows: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(level)
    line.write(owner)
    line.write(area)
    line.write(source)
    line.write(title)
    line.write(version)
    line.write(day)
    line.write(period)
    line.write(valid)
    line.write(follows)
  }
}

extension SeverityWord: CopyRow {
  package static var table: String { "severity_word" }
  package static var columns: [String] {
    ["id", "plan", "word", "severity"]
  }
  package static var list: WritableKeyPath<Snapshot, [SeverityWord]> { \.severityWords }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      plan: try fields.id(),
      word: try fields.text(),
      severity: try fields.value())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(plan)
    line.write(word)
    line.write(severity)
  }
}

extension Rule: CopyRow {
  package static var table: String { "rule" }
  package static var columns: [String] {
    ["id", "key", "plan", "tier", "text", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Rule]> { \.rules }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      plan: try fields.id(),
      tier: try fields.value(),
      text: try fields.text(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(plan)
    line.write(tier)
    line.write(text)
    line.write(valid)
    line.write(citation)
  }
}

extension RuleTarget: CopyRow {
  package static var table: String { "rule_target" }
  package static var columns: [String] {
    [
      "id", "rule", "rung", "door", "target_kind", "function", "organisation", "organisation_kind",
      "offering", "words", "covers",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [RuleTarget]> { \.ruleTargets }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      rule: try fields.id(),
      rung: try fields.place(),
      door: try fields.place(),
      target: try fields.target(),
      covers: try fields.truth())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(rule)
    line.write(rung)
    line.write(door)
    line.write(target)
    line.write(covers)
  }
}

extension Step: CopyRow {
  package static var table: String { "step" }
  package static var columns: [String] {
    [
      "id", "plan", "position", "number", "title", "text", "responsible", "severities", "askers",
      "valid", "citation",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Step]> { \.steps }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      plan: try fields.id(),
      position: try fields.number(),
      number: try fields.text(),
      title: try fields.text(),
      text: try fields.text(),
      responsible: try fields.texts(),
      severities: try fields.values(),
      askers: try fields.values(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(plan)
    line.write(position)
    line.write(number)
    line.write(title)
    line.write(text)
    line.write(responsible)
    line.write(severities)
    line.write(askers)
    line.write(valid)
    line.write(citation)
  }
}

extension Notice: CopyRow {
  package static var table: String { "notice" }
  package static var columns: [String] {
    ["id", "key", "plan", "kind", "about_kind", "about", "text", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Notice]> { \.notices }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      plan: try fields.id(),
      kind: try fields.value(),
      about: try fields.optionalSubject(),
      text: try fields.text(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(plan)
    line.write(kind)
    line.write(about)
    line.write(text)
    line.write(valid)
    line.write(citation)
  }
}

extension ReadingMatter: CopyRow {
  package static var table: String { "reading_matter" }
  package static var columns: [String] {
    ["id", "plan", "kind", "heading", "position", "text", "valid", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [ReadingMatter]> { \.readingMatter }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      plan: try fields.id(),
      kind: try fields.value(),
      group: try fields.text(),
      position: try fields.number(),
      text: try fields.text(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(plan)
    line.write(kind)
    line.write(group)
    line.write(position)
    line.write(text)
    line.write(valid)
    line.write(citation)
  }
}

extension Measure: CopyRow {
  package static var table: String { "measure" }
  package static var columns: [String] {
    [
      "id", "key", "plan", "position", "number", "title", "text", "status", "fate", "concerns",
      "valid", "citation",
    ]
  }
  package static var list: WritableKeyPath<Snapshot, [Measure]> { \.measures }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      plan: try fields.id(),
      position: try fields.number(),
      number: try fields.text(),
      title: try fields.text(),
      text: try fields.optionalText(),
      status: try fields.optionalText(),
      fate: try fields.optionalText(),
      concerns: try fields.ids(),
      valid: try fields.days(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(plan)
    line.write(position)
    line.write(number)
    line.write(title)
    line.write(text)
    line.write(status)
    line.write(fate)
    line.write(concerns)
    line.write(valid)
    line.write(citation)
  }
}

extension MeasureParty: CopyRow {
  package static var table: String { "measure_party" }
  package static var columns: [String] {
    ["id", "measure", "position", "text", "organisation", "function"]
  }
  package static var list: WritableKeyPath<Snapshot, [MeasureParty]> { \.measureParties }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      measure: try fields.id(),
      position: try fields.place(),
      text: try fields.text(),
      organisation: try fields.optionalID(),
      function: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(measure)
    line.write(position)
    line.write(text)
    line.write(organisation)
    line.write(function)
  }
}

extension MeasureMerge: CopyRow {
  package static var table: String { "measure_merge" }
  package static var columns: [String] {
    ["id", "measure", "merged_into"]
  }
  package static var list: WritableKeyPath<Snapshot, [MeasureMerge]> { \.measureMerges }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      measure: try fields.id(),
      into: try fields.id())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(measure)
    line.write(into)
  }
}

extension Offering: CopyRow {
  package static var table: String { "offering" }
  package static var columns: [String] {
    ["id", "key", "provider", "text", "conditions", "valid", "confirmed_on", "citation"]
  }
  package static var list: WritableKeyPath<Snapshot, [Offering]> { \.offerings }

  package init(_ fields: inout CopyFields) throws(CopyFault) {
    self.init(
      id: try fields.id(),
      key: try fields.text(),
      provider: try fields.id(),
      text: try fields.optionalText(),
      conditions: try fields.texts(),
      valid: try fields.days(),
      confirmedOn: try fields.optionalDay(),
      citation: try fields.optionalID())
  }

  package func write(to line: inout CopyLine) {
    line.write(id)
    line.write(key)
    line.write(provider)
    line.write(text)
    line.write(conditions)
    line.write(valid)
    line.write(confirmedOn)
    line.write(citation)
  }
}
