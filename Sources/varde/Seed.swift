import ArgumentParser
import Registry
import Routing
import SeedFiles
import Store
import Presentation

/// `varde seed`: makes the registry say what the files say.
struct Seed: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Laster filer inn i registeret: alt eller ingenting.",
    discussion: """
      Formatet står i Seed/README.md, med en hel liten kommune som eksempel. Alle feil vises på én
      gang, med fil, linje og felt. Det samme to ganger endrer ingenting; det som er borte fra en
      nyere utgave av samme fil, avsluttes, men slettes ikke.

      Eksempler:
        varde seed Seed/national Seed/plans
        varde seed Seed/example --dry-run
      """)

  @Argument(help: "Mapper eller filer.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Flag(name: .long, help: "Vis hva som ville blitt endret, og endre ingenting.")
  var dryRun = false

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let time = try OsloTime()
    let contents = try SeedFolder.contents(at: paths)
    let texts = contents.texts
    console.complainLine("Leser \(texts.count) filer …")
    for path in contents.leftOut {
      console.complainLine("  ikke lest: \(path) (frø ender på .yaml; tabeller nevnes av et frø)")
    }
    let now = time.moment(at: console.now)
    let actor = console.environment["USER"] ?? "varde seed"
    let (difference, warnings) = try await Database.withStore(as: .editor, on: console) { store in
      let ground = try await store.seedGround()
      console.warn(of: ground.unreadable)
      let bundle = try SeedReader(existing: ground.snapshot).read(texts)
      let questions = SeedQuestions(bundle: bundle, time: time, now: now)
      let difference = try await load(bundle, questions, into: store, actor: actor, on: console)
      return (difference, bundle.warnings)
    }
    let report = SeedReport(
      difference: difference, warnings: warnings, leftOut: contents.leftOut, isDryRun: dryRun)
    console.write(output.json ? report.json : report.text)
    return .answered
  }

  private func load(
    _ bundle: SeedBundle, _ questions: SeedQuestions, into store: Store, actor: String,
    on console: Console
  ) async throws -> SeedDifference {
    do {
      return try await store.load(
        bundle, today: questions.now.day, actor: actor, isDryRun: dryRun,
        progress: { console.complain(SeedReport.line($0)) },
        verify: {
          try TieRefusal.refuse(tiesIn: $0, from: bundle)
          try questions.ask($0)
        })
    } catch let refusal as TieRefusal {
      throw Problem(
        type: "tie", title: "Regler kan ikke skilles fra hverandre. Ingenting er lastet.",
        detail: refusal.lines.joined(separator: "\n"))
    } catch let refusal as QuestionRefusal {
      throw Problem(
        type: "question",
        title: "Spørsmål i filene får et annet svar enn filene sier. Ingenting er lastet.",
        detail: refusal.lines.joined(separator: "\n"))
    }
  }
}

/// Rules of one plan of which no order says who speaks.
struct TieRefusal: Error {
  let lines: [String]

  /// Throws when the registry would hold ties, with where both rules were written.
  static func refuse(tiesIn snapshot: Snapshot, from bundle: SeedBundle) throws {
    let ties = RoutingIndex.ties(in: snapshot)
    guard !ties.isEmpty else { return }
    let keys = Dictionary(
      snapshot.rules.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    func place(_ rule: ID<Rule>) -> String {
      let position = bundle.positions[RowReference(table: "rule", bits: rule.bits)]
      let origin = position.map { "\($0.path):\($0.line)" } ?? "i registeret fra før"
      return "«\(keys[rule] ?? "")» (\(origin))"
    }
    throw TieRefusal(
      lines: ties.map { tie in
        "\(place(tie.rule)) og \(place(tie.other)) gjelder det samme: gi den ene et snevrere when."
      })
  }
}

/// What a load did, for the terminal and for programs.
struct SeedReport {
  let difference: SeedDifference
  /// What the files say and no answer can tell.
  var warnings: [SeedFault] = []
  /// Files of the folders that were not read.
  var leftOut: [String] = []
  let isDryRun: Bool

  private static let linesMax = 60

  static func line(_ progress: SeedProgress) -> String {
    switch progress {
    case .received(let table, let rows): "  sendt \(table): \(rows)\n"
    case .checked: "Alle rader holder hver for seg.\n"
    case .merged(let table, let rows): "  skrevet \(table): \(rows)\n"
    case .closed(let rows): rows == 0 ? "" : "  avsluttet: \(rows)\n"
    case .settled: "Alle rader går sammen.\n"
    case .verified: "Reglene er prøvd.\n"
    }
  }

  var text: String { changes + warned + concealed }

  /// Sentences that stand in the files and are not shown.
  private var concealed: String {
    let namesakes = difference.concealed.filter { $0.row.table == PersonDetail.table }
    let sentences = difference.concealed.filter { $0.row.table != PersonDetail.table }
    return list(
      "Dette vises ikke, for det nevner en skjult person eller et skjult nummer:", sentences)
      + list(
        "Disse har navnet til en skjult person i en annen fil. Er de én person, skjul begge:",
        namesakes)
  }

  private func list(_ heading: String, _ rows: [SeedDifference.Concealed]) -> String {
    guard !rows.isEmpty else { return "" }
    return rows.reduce(into: "\(heading)\n") { text, row in
      let place = row.position.map { "\($0.path):\($0.line): " } ?? ""
      text += "  ! \(place)\(row.row.table).\(row.column) (\(row.key))\n"
    }
  }

  private var changes: String {
    guard !difference.isEmpty else { return "Ingenting er nytt: registeret sier alt dette.\n" }
    var text = isDryRun ? "Dette ville blitt endret:\n" : "Dette er endret:\n"
    for count in difference.counts {
      let parts = [(count.added, "nye"), (count.changed, "endret"), (count.closed, "avsluttet")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      text += "  \(count.table): \(parts.joined(separator: ", "))\n"
    }
    for line in difference.lines.prefix(SeedReport.linesMax) {
      text += "  \(SeedReport.sign(line.kind)) \(line.text)\n"
    }
    let rest = difference.lines.count - SeedReport.linesMax
    if rest > 0 { text += "  … og \(rest) linjer til (alle vises med --json)\n" }
    return text
  }

  private var warned: String {
    guard !warnings.isEmpty else { return "" }
    let lines = warnings.prefix(SeedReport.linesMax).map { "  ! \($0)\n" }
    let rest = warnings.count - SeedReport.linesMax
    return "Dette kan aldri bli del av et svar (\(warnings.count)):\n" + lines.joined()
      + (rest > 0 ? "  … og \(rest) linjer til (alle vises med --json)\n" : "")
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.bool("dryRun", isDryRun)
      if let generation = difference.generation {
        writer.number("generation", generation)
      } else {
        writer.null("generation")
      }
      writer.objects("counts", difference.counts) { writer, count in
        writer.string("table", count.table)
        writer.number("added", count.added)
        writer.number("changed", count.changed)
        writer.number("closed", count.closed)
      }
      writer.objects("lines", difference.lines) { writer, line in
        writer.string("kind", line.kind.rawValue)
        writer.string("table", line.row.table)
        writer.string("text", line.text)
      }
      writer.objects("concealed", difference.concealed) { writer, sentence in
        writer.string("table", sentence.row.table)
        writer.string("column", sentence.column)
        writer.string("key", sentence.key)
        writer.string("place", sentence.position.map { "\($0.path):\($0.line)" })
      }
      writer.objects("warnings", warnings) { writer, warning in
        writer.string("path", warning.path)
        writer.number("line", warning.line)
        writer.string("key", warning.key)
        writer.string("text", warning.sentence)
      }
      writer.strings("leftOut", leftOut)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func sign(_ kind: SeedDifference.Kind) -> String {
    switch kind {
    case .added: "+"
    case .changed: "~"
    case .closed: "−"
    }
  }
}
