import ArgumentParser
import Registry
import Store
import Presentation

/// `varde check`: what in the registry a person should look at.
struct Check: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lister mangler i registeret: ledige plasser, ukjente nummer, regler uten mål.",
    discussion: """
      Mangler er funn, ikke feil: status er 0 også når det finnes noen. Med --strict er status 1
      når noe av alvorligste grad er funnet.

      Eksempler:
        varde check
        varde check --at 2027-01-01 --json
      """)

  @Flag(name: .long, help: "Status 1 når noe fører den som spør, ingen steder.")
  var strict = false

  @Option(name: .long, help: "Dato å vurdere (ellers i dag).")
  var at: String?

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let registry = try await OpenRegistry.read(on: console)
    let day = try registry.moment(at, on: console).day
    let found = try await Database.withStore(as: .reader, on: console) { store in
      try await store.checks(on: day)
    }
    let words = Presentation.words(in: try output.language())
    let book = RecordBook(
      snapshot: registry.snapshot, index: registry.search, words: words, day: day)
    let defects = registry.unreadable.map { Defect($0) } + found
    let report = CheckReport(defects: defects, book: book, words: words)
    console.write(output.json ? report.json : report.text(on: console))
    return strict && defects.contains { $0.severity == .error } ? .refused : .answered
  }
}

/// Defects grouped by the check that found them, in the order found: the worst first.
struct CheckReport {
  let defects: [Defect]
  let book: RecordBook
  let words: any Words

  func text(on console: Console) -> String {
    var page = TextPage(console)
    guard !defects.isEmpty else {
      page.line(words.label(.noDefects))
      return page.text
    }
    page.line("\(words.label(.defects)): \(defects.count)", style: .bold)
    for (check, group) in groups {
      page.heading("\(CheckReport.headings[check] ?? check) (\(group.count))")
      for defect in group {
        page.line("– \(line(for: defect))")
        if let reference = defect.subject.flatMap(book.reference) {
          page.line(
            "varde show \(reference.kind.rawValue) \(reference.key)", indent: 3, style: .dim)
        }
      }
    }
    return page.text
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.objects("defects", defects) { writer, defect in
        writer.string("check", defect.check)
        writer.string("severity", defect.severity.rawValue)
        writer.object("subject", defect.subject) { writer, subject in
          writer.string("kind", subject.kind.rawValue)
          writer.string("key", book.reference(subject)?.key)
          writer.string("name", book.title(of: subject))
        }
        writer.string("sentence", defect.sentence)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private var groups: [(String, [Defect])] {
    var order: [String] = []
    for defect in defects where !order.contains(defect.check) { order.append(defect.check) }
    return order.map { check in (check, defects.filter { $0.check == check }) }
  }

  /// What it is about, with the day that the finding names.
  private func line(for defect: Defect) -> String {
    guard let subject = defect.subject, CheckReport.headings[defect.check] != nil else {
      return defect.sentence
    }
    let title = book.title(of: subject)
    if CheckReport.told.contains(defect.check) { return "\(title): \(defect.sentence)" }
    let words = defect.sentence.split { $0 == " " || $0 == "." }
    return words.last.flatMap { Day($0) }.map { "\(title) (\($0))" } ?? title
  }

  /// What the title alone does not tell: the reason of a doubt, the name of what is missing.
  private static let told: Set = ["doubt", "names-what-is-missing"]

  /// A check that has no heading here is shown by its own name.
  private static let headings = [
    "vacant-seat": "Ledige plasser", "unknown-number": "Uten nummer",
    "unconfirmed": "Ikke bekreftet på lenge", "period-over": "Planperioden er over",
    "rule-leads-nowhere": "Regler som ikke fører noe sted", "doubt": "Tvil",
    "unusable-channel": "Nummer og adresser som ikke kan brukes",
    "link-without-address": "Lenker uten adresse",
    "function-without-holder": "Funksjoner uten innehaver",
    "namesake": "Samme navn i flere filer: én person eller flere?",
    "names-what-is-missing": "Nevner noe som ikke vises, og er holdt utenfor",
    "unreadable-row": "Rader som ikke kan leses, og ikke vises",
  ]
}
