import ArgumentParser
import Foundation
import Registry
import Analysis
import Routing
import Search
import Presentation

/// `varde diff`: which questions get another ladder between two dates.
struct Diff: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forskjell: hvilke spørsmål som får en annen stige mellom to datoer.",
    discussion: """
      Alle spørsmål som varde cover teller, stilles på begge datoene. Endringene samles i setninger:
      hvem som svarer først, hvem som kommer til eller går ut, og hvem som har fått andre
      kontaktpunkter. At en bekreftelse er blitt eldre, er ingen forskjell.
      Uten --place regnes hele landet.

      Eksempler:
        varde diff --from 2020-06-01 --to 2022-01-15 --place Trondheim
        varde diff --from 2026-12-31 --to 2027-01-01 --json
      """)

  @Option(name: .long, help: "Datoen før.")
  var from: String

  @Option(name: .long, help: "Datoen etter (ellers i dag).")
  var to: String?

  @Option(name: .long, help: "Stedet; et fylke er alle kommunene i det (ellers hele landet).")
  var place: String?

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let words = Presentation.words(in: try output.language())
    let registry = try await OpenRegistry.read(on: console)
    let before = try registry.moment(from, on: console).day
    let after = try registry.moment(to, on: console).day
    let place = try registry.place(place, on: after, words: words)
    let index = registry.routing
    let municipalities = index.municipalities(in: place, on: after)
    var total = Difference()
    var done = 0
    let language = words.language
    let spaces = municipalities.map { index.questions(in: $0, on: after) }
    let whole = spaces.reduce(into: QuestionSpace(places: [])) { $0.join($1) }
    let lots = spaces.count == 1 ? spaces[0].lots : spaces
    let run = ParallelRun(items: lots) { space in
      Analysis.difference(
        from: Viewpoint(index: index, moment: Moment(day: before)),
        to: Viewpoint(index: index, moment: Moment(day: after)), of: space, in: language)
    }
    await run.deliver { _, difference in
      total.add(difference)
      done += 1
      console.progress(done, of: lots.count)
    }
    let report = DifferenceReport(
      difference: total, whole: whole, registry: registry, words: words, from: before, to: after,
      place: place)
    console.write(output.json ? report.json : report.text(on: console))
    return .answered
  }
}

extension QuestionSpace {
  /// Every value of both; only for saying how much of the whole something is.
  fileprivate mutating func join(_ other: QuestionSpace) {
    places += other.places
    workplaces = other.workplaces
    concerns = other.concerns
  }
}
