import Analysis
import ArgumentParser
import Registry
import Routing
import Search
import Presentation

/// `varde lint`: rules that cannot do what they say, and plans that the registry contradicts.
struct Lint: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ser etter regler som aldri taler, strider mot hverandre eller ikke når noen.",
    discussion: """
      Hvert funn står med begge sider og kilden til hver, og med et spørsmål som viser det. «planen»
      er setningen i planen. «den andre» er regelen som taler i stedet, eller den andre planens ord;
      «registeret» er plassen eller organisasjonen bak planens dør. «ingen rad» betyr at det ikke
      finnes noen annen side å vise: funnet er nettopp at registeret ikke har noen der. Det gjelder
      alltid et tiltak uten ansvarlig, og ellers når ingen har hatt plassen.
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
    let words = Presentation.words(in: try output.language())
    let registry = try await OpenRegistry.read(on: console)
    let day = try registry.moment(asOf, on: console).day
    let findings = registry.routing.lint(registry.snapshot, on: day)
    let report = LintReport(findings: findings, registry: registry, words: words, day: day)
    console.write(output.json ? report.json : report.text(on: console))
    return strict && !findings.isEmpty ? .refused : .answered
  }
}
