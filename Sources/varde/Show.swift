import ArgumentParser
import Registry
import Search
import Store
import Presentation

/// `varde show`: one thing of the registry, whole.
struct Show: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Viser én ting i registeret: kontaktpunkter, kilder, historie og slektskap.",
    discussion: """
      Først hva slags ting, så navn eller nøkkel: place, function, organisation, person, plan,
      measure, step, rule, notice, concern, offering, source – eller sted, funksjon, tiltak, trinn …
      Uten slag gjettes det, når bare én ting kan være ment.

      Eksempler:
        varde show 5001
        varde show place Klæbu
        varde show function "SLT-koordinator"
        varde show measure baerum-2017/10
        varde show measure "tiltak 10" --place Bærum
        varde show step trondheim-2021/2
        varde show plan trondheim-2021 --json
      """)

  @Argument(help: "Slag og navn, eller bare navn.")
  var what: [String]

  @Option(name: .long, help: "Stedet, når flere heter det samme.")
  var place: String?

  @Option(name: .long, help: "Dato (ellers i dag).")
  var at: String?

  @Flag(name: .long, help: "Vis alt som er skrevet om tingen, eldste først.")
  var history = false

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let registry = try await OpenRegistry.read(on: console).told(on: console)
    let record = try record(in: registry, on: console)
    var entries: [HistoryEntry] = []
    if history {
      entries = try await Database.withStore(as: .reader, on: console) { store in
        try await store.history(of: record.subject)
      }
    }
    try write(record, history: entries, in: registry, on: console)
    return .answered
  }

  func record(in registry: OpenRegistry, on console: Console) throws -> Record {
    let words = Presentation.words(in: try output.language())
    let day = try registry.moment(at, on: console).day
    let book = RecordBook(
      snapshot: registry.snapshot, index: registry.search, words: words, day: day)
    let finder = RecordFinder(
      registry: registry, book: book, words: words, day: day, place: try area(registry, day))
    let subject = try finder.subject(what)
    guard let record = book.record(of: subject) else {
      throw Problem(type: Problem.nameType, title: words.phrase(.hiddenByDesk))
    }
    return record
  }

  func write(
    _ record: Record, history: [HistoryEntry], in registry: OpenRegistry, on console: Console
  ) throws {
    guard output.json else {
      let page = RecordPage(words: Presentation.words(in: try output.language()), console: console)
      return console.write(page.text(of: record, history: history, time: registry.time))
    }
    var writer = JSONWriter()
    writer.object { writer in
      record.write(&writer)
      if self.history {
        writer.objects("history", history) { writer, entry in
          writer.number("generation", entry.generation)
          writer.string("title", entry.title)
          writer.string("table", entry.table)
          writer.string("before", entry.before)
          writer.string("after", entry.after)
          writer.string(
            "recordedAt", registry.time.text(registry.time.moment(at: entry.recordedAt)))
        }
      }
    }
    console.writeLine(String(decoding: writer.bytes, as: UTF8.self))
  }

  private func area(_ registry: OpenRegistry, _ day: Day) throws -> ID<Area>? {
    guard let place else { return nil }
    let words = Presentation.words(in: try output.language())
    switch registry.search.readPlace(place, on: day, language: words.language) {
    case .success(let area): return area
    case .failure(let fault):
      throw Problem(Refusal(faults: [fault], isAcute: false), words: words)
    }
  }
}
