import Registry
import Analysis
import Routing
import Search
import Presentation

/// What lint found, kind by kind.
struct LintReport {
  let findings: [LintFinding]
  let registry: OpenRegistry
  let words: any Words
  let day: Day
  private let measures: [ID<Measure>: Measure]
  private let book: RecordBook

  init(findings: [LintFinding], registry: OpenRegistry, words: any Words, day: Day) {
    self.findings = findings
    self.registry = registry
    self.words = words
    self.day = day
    measures = Dictionary(
      registry.snapshot.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    book = RecordBook(
      snapshot: registry.snapshot, index: registry.search, words: words, day: day)
  }

  func text(on console: Console) -> String {
    var page = TextPage(console)
    guard !findings.isEmpty else {
      page.line(words.analysis(.noFinding))
      return page.text
    }
    page.line("\(words.analysis(.lint)): \(findings.count)", style: .bold)
    for kind in LintKind.allCases {
      let found = findings.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      page.heading("\(words.lint(kind)) (\(found.count))")
      for finding in found {
        page.line("– \(line(finding))")
        for side in sides(finding) { page.line(side, indent: 3) }
        guard let witness = finding.witness else { continue }
        page.line(WitnessLine(index: registry.search).text(witness), indent: 3, style: .dim)
      }
    }
    return page.text
  }

  var json: String {
    var writer = JSONWriter()
    let json = AnswerJSON(
      index: registry.search, time: registry.time, language: words.language)
    writer.object { writer in
      writer.string("asOf", "\(day)")
      writer.objects("findings", findings) { writer, finding in
        writer.string("kind", finding.kind.rawValue)
        writer.string("plan", key(.plan(finding.plan)))
        writer.string("rule", key(finding.rule))
        writer.string("other", key(finding.other))
        writer.string("function", key(finding.function.map(Subject.function)))
        writer.string("otherFunction", key(finding.otherFunction.map(Subject.function)))
        writer.string("designation", key(finding.designation.map(Subject.designation)))
        writer.string("measure", finding.measure.flatMap { measures[$0]?.number })
        writer.string("word", finding.word)
        write("stated", [finding.stated], to: &writer)
        write("against", finding.against, to: &writer)
        writer.object("witness", finding.witness) { json.write($1, &$0) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// One finding without its question: the two rules, or the plan and what it says.
  func line(_ finding: LintFinding) -> String {
    var parts = [key(finding.rule) ?? key(.plan(finding.plan)) ?? ""]
    if let measure = finding.measure.flatMap({ measures[$0] }) {
      parts.append("\(measure.number) \(measure.title)")
    }
    if let word = finding.word { parts.append("«\(word)»") }
    if let function = finding.function { parts.append(name(function)) }
    if let designation = finding.designation { parts.append(key(.designation(designation)) ?? "") }
    if let other = finding.otherFunction { parts.append("≠ \(name(other))") }
    if let other = key(finding.other) { parts.append("← \(other)") }
    return parts.joined(separator: " · ")
  }

  /// What the plan says and what stands against it, each with its source.
  private func sides(_ finding: LintFinding) -> [String] {
    let stated = "\(words.analysis(.planSays)): \(sentence(finding.stated))"
    guard !finding.against.isEmpty else {
      return [stated, "\(words.analysis(.registrySays)): \(words.analysis(.noRow))"]
    }
    return [stated]
      + finding.against.map { row in
        "\(words.analysis(LintReport.side(row))): \(fact(row))"
      }
  }

  private static func side(_ row: LintRow) -> AnalysisPhrase {
    switch row {
    case .rule, .name: .otherSays
    case .designation, .organisation, .offering, .measure: .registrySays
    }
  }

  /// The source's own words where it has any.
  private func sentence(_ row: LintRow) -> String {
    guard let item = book.line(for: row) else { return "" }
    let quote = item.source?.quote.map { "«\($0)»" } ?? item.text
    return [quote, source(item)].compactMap(\.self).joined(separator: " – ")
  }

  /// What the registry holds, and until when; of another rule or word, its sentence.
  private func fact(_ row: LintRow) -> String {
    guard let item = book.line(for: row) else { return "" }
    if LintReport.side(row) == .otherSays {
      return [item.text, source(item)].compactMap(\.self).joined(separator: " – ")
    }
    let time = RecordPage.time(item.valid, words)
    let notes = ([time] + item.notes).filter { !$0.isEmpty }.joined(separator: ", ")
    let text = notes.isEmpty ? item.text : "\(item.text) (\(notes))"
    return [text, source(item)].compactMap(\.self).joined(separator: " – ")
  }

  private func source(_ item: Record.Item) -> String? {
    guard let source = item.source else { return nil }
    let section = source.section.map { "\(words.phrase(.section)) \($0)" }
    return [source.document, section].compactMap(\.self).joined(separator: ", ")
  }

  private func write(_ name: StaticString, _ rows: [LintRow], to writer: inout JSONWriter) {
    writer.objects(name, rows.compactMap(book.line)) { writer, item in
      writer.string("key", item.reference?.key)
      writer.string("text", item.text)
      writer.string("from", item.valid.from?.description)
      writer.string("until", item.valid.until?.description)
      writer.string("document", item.source?.document)
      writer.string("section", item.source?.section)
      writer.string("quote", item.source?.quote)
    }
  }

  private func key(_ rule: ID<Rule>?) -> String? {
    key(rule.map { Subject(kind: .rule, bits: $0.bits) })
  }

  private func key(_ subject: Subject?) -> String? {
    subject.flatMap(registry.search.key)
  }

  private func name(_ function: ID<Function>) -> String {
    registry.search.name(of: .function(function), language: words.language, on: day)
  }
}
