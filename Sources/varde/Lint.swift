import ArgumentParser
import Registry
import Routing
import Search
import Web

/// `varde lint`: rules that cannot do what they say, and plans that the registry contradicts.
struct Lint: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ser etter regler som aldri taler, strider mot hverandre eller ikke når noen.",
    discussion: """
      Hvert funn står med regelen, den andre regelen når det er to, og et spørsmål som viser det.
      Funn er ikke feil i programmet: status er 0 også når det finnes noen. Med --strict er status 1
      når noe er funnet.

      Eksempler:
        varde lint
        varde lint --as-of 2022-01-15 --json
      """)

  @Flag(name: .long, help: "Status 1 når noe er funnet.")
  var strict = false

  @Option(name: .long, help: "Dato (ellers i dag).")
  var asOf: String?

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let words = Web.words(in: try output.language())
    let registry = try await OpenRegistry.read(on: console)
    let day = try registry.moment(asOf, on: console).day
    let findings = registry.routing.lint(registry.snapshot, on: day)
    let report = LintReport(findings: findings, registry: registry, words: words, day: day)
    console.write(output.json ? report.json : report.text(on: console))
    return strict && !findings.isEmpty ? .refused : .answered
  }
}

/// What lint found, kind by kind.
struct LintReport {
  let findings: [LintFinding]
  let registry: OpenRegistry
  let words: any Words
  let day: Day
  private let rules: [ID<Rule>: Rule]
  private let plans: [ID<Plan>: Plan]
  private let measures: [ID<Measure>: Measure]

  init(findings: [LintFinding], registry: OpenRegistry, words: any Words, day: Day) {
    self.findings = findings
    self.registry = registry
    self.words = words
    self.day = day
    rules = Dictionary(
      registry.snapshot.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    plans = Dictionary(
      registry.snapshot.plans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    measures = Dictionary(
      registry.snapshot.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
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
        writer.string("plan", plans[finding.plan]?.key)
        writer.string("rule", key(finding.rule))
        writer.string("other", key(finding.other))
        writer.string("function", key(finding.function))
        writer.string("otherFunction", key(finding.otherFunction))
        writer.string(
          "designation", finding.designation.flatMap { registry.search.key(of: .designation($0)) })
        writer.string("measure", finding.measure.flatMap { measures[$0]?.number })
        writer.string("word", finding.word)
        writer.object("witness", finding.witness) { json.write($1, &$0) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// One finding without its question: the two rules, or the plan and what it says.
  func line(_ finding: LintFinding) -> String {
    let plan = plans[finding.plan]?.key ?? ""
    var parts: [String] = []
    if let rule = key(finding.rule) { parts.append(rule) } else { parts.append(plan) }
    if let measure = finding.measure.flatMap({ measures[$0] }) {
      parts.append("\(measure.number) \(measure.title)")
    }
    if let word = finding.word { parts.append("«\(word)»") }
    if let function = finding.function { parts.append(name(function)) }
    if let designation = finding.designation {
      parts.append(registry.search.key(of: .designation(designation)) ?? "")
    }
    if let other = finding.otherFunction { parts.append("≠ \(name(other))") }
    if let other = key(finding.other) { parts.append("← \(other)") }
    return parts.joined(separator: " · ")
  }

  /// As on the command line: the plan before the rule.
  private func key(_ rule: ID<Rule>?) -> String? {
    rule.flatMap { rules[$0] }.map { "\(plans[$0.plan]?.key ?? "")/\($0.key)" }
  }

  private func key(_ function: ID<Function>?) -> String? {
    function.flatMap { registry.search.key(of: .function($0)) }
  }

  private func name(_ function: ID<Function>) -> String {
    registry.search.book.label(of: .function(function), language: words.language, on: day)
      ?? key(function) ?? ""
  }
}
