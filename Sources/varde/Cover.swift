import ArgumentParser
import Foundation
import Registry
import Analysis
import Routing
import Search
import Presentation

/// `varde cover`: what every question that can be asked comes to, counted exactly.
struct Cover: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dekning: hva hvert eneste spørsmål fører til, talt opp nøyaktig.",
    discussion: """
      Alle kombinasjoner av sted, hvem som spør, arbeidsplass, bekymring, alder og alvor regnes med,
      og for kontakter med åpningstider også hvert minutt av uka. Hvert spørsmål er ett av fem:
        lokal kontakt      den første åpne døra svarer for kommunen eller en del av den
        regional kontakt   den svarer for noe større
        bare siste utvei   bare det som alltid står der, er åpent; regnes aldri som dekket
        nummer ukjent      en kontakt er nevnt, men uten nummer som virker
        ingen nås          bare 112 er igjen
      Uten --place regnes hele landet, kommune for kommune.

      Eksempler:
        varde cover --place Trondheim
        varde cover --place Vestfold --as-of 2022-01-15 --json
        varde cover --place Bærum --html dekning.html --asker forelder
      """)

  @Option(name: .long, help: "Stedet; et fylke er alle kommunene i det (ellers hele landet).")
  var place: String?

  @Option(name: .long, help: "Dato (ellers i dag).")
  var asOf: String?

  @Option(
    name: .long, help: ArgumentHelp("Skriv bildet til en fil av seg selv.", valueName: "fil"))
  var html: String?

  @Option(name: .long, help: "Hvem som spør i bildet (ellers innbygger).")
  var asker: String?

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let words = Presentation.words(in: try output.language())
    let registry = try await OpenRegistry.read(on: console)
    let day = try registry.moment(asOf, on: console).day
    let place = try registry.place(place, on: day, words: words)
    let municipalities = registry.routing.municipalities(in: place, on: day)
    if let html {
      let picture = try picture(municipalities, registry, day, words)
      try OutputFile(path: html).write(picture.bytes)
      console.writeLine(html)
      return .answered
    }
    let report = CoverageReport(registry: registry, words: words, day: day)
    await write(municipalities, report: report, on: console)
    return .answered
  }

  private func write(
    _ municipalities: [ID<Area>], report: CoverageReport, on console: Console
  ) async {
    if output.json { console.write(report.jsonStart) }
    var total = Coverage(day: report.day)
    if let only = municipalities.first, municipalities.count == 1 {
      total = await coverage(of: only, report: report)
      console.write(
        output.json
          ? report.json(total, of: only) : report.text(total, of: only, on: console))
    } else {
      total = await country(municipalities, report: report, on: console)
      if !output.json { console.write(report.text(total, of: nil, on: console)) }
    }
    if output.json { console.write(report.jsonEnd(total)) }
  }

  /// One municipality, divided among the processors.
  private func coverage(of place: ID<Area>, report: CoverageReport) async -> Coverage {
    let (index, day) = (report.registry.routing, report.day)
    var whole = Coverage(day: day)
    let run = ParallelRun(items: index.questions(in: place, on: day).lots) {
      index.coverage(of: $0, on: day)
    }
    await run.deliver { whole.add($1, withPlaces: true) }
    return whole
  }

  /// Many, each written when it is done.
  private func country(
    _ municipalities: [ID<Area>], report: CoverageReport, on console: Console
  ) async -> Coverage {
    let (index, day) = (report.registry.routing, report.day)
    var total = Coverage(day: day)
    var done = 0
    let run = ParallelRun(items: municipalities) { place in
      index.coverage(of: index.questions(in: place, on: day), on: day)
    }
    await run.deliver(until: { console.fault() != nil }) { place, coverage in
      if output.json {
        console.write((done == 0 ? "" : ",\n") + report.json(coverage, of: place))
      } else {
        console.write(report.line(coverage, of: place, on: console))
      }
      total.add(coverage)
      done += 1
      console.progress(done, of: municipalities.count)
    }
    return total
  }

  private func picture(
    _ municipalities: [ID<Area>], _ registry: OpenRegistry, _ day: Day, _ words: any Words
  ) throws -> HTML {
    let wanted = try registry.asker(asker, on: day, words: words)
    let atlas = CoverageAtlas(
      index: registry.routing, names: registry.search, words: words, day: day, asker: wanted)
    return atlas.page(of: municipalities)
  }
}

extension OpenRegistry {
  /// A place as on the other commands; nil when none is given.
  func place(_ text: String?, on day: Day, words: any Words) throws -> ID<Area>? {
    guard let text else { return nil }
    switch search.readPlace(text, on: day, language: words.language) {
    case .success(let area): return area
    case .failure(let fault):
      throw Problem(Refusal(faults: [fault], isAcute: false), words: words)
    }
  }

  /// An asker by any word for it; a citizen when none is given.
  func asker(_ text: String?, on day: Day, words: any Words) throws -> Asker {
    guard let text else { return .citizen }
    let somewhere = routing.municipalities(on: day).first
      .flatMap { search.areas.code(of: $0, on: day) }.map { "kommune \($0)" }
    let question = QuestionText(
      asker: text, place: somewhere ?? "", moment: Moment(day: day), language: words.language)
    switch search.read(question) {
    case .understood(let question, _): return question.asker ?? .citizen
    case .refused(let refusal): throw Problem(refusal, words: words)
    }
  }
}
