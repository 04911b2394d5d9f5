import ArgumentParser
import Registry
import Search
import Presentation

/// `varde find`: everything that has a name like this.
struct Find: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finner organisasjoner, funksjoner, personer, steder, tiltak og bekymringer.",
    discussion: """
      Tåler skrivefeil, deler av ord og æøå skrevet på andre måter. Et telefonnummer finnes også:
      hvordan det vises og ringes, om det er gyldig, og hvem sitt det er.

      Eksempler:
        varde find politikontakt
        varde find "heimdal politi"
        varde find 95263889
        varde find 7540
      """)

  @Argument(help: "Ordene du leter etter.")
  var text: [String]

  @Option(name: .long, help: "Høyst så mange i hver gruppe.")
  var limit = 8

  @OptionGroup
  var output: OutputOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit må være minst 1.") }
  }

  func perform(on console: Console) async throws -> ExitStatus {
    try answer(with: try await OpenRegistry.read(on: console).told(on: console), on: console)
  }

  func answer(with registry: OpenRegistry, on console: Console) throws -> ExitStatus {
    let words = Presentation.words(in: try output.language())
    let day = registry.time.moment(at: console.now).day
    let finding = Finding(
      text.joined(separator: " "), in: registry, words: words, day: day, countMax: limit)
    if output.json {
      console.writeLine(finding.json)
    } else if !finding.isEmpty {
      console.write(finding.text(on: console))
    } else {
      console.complainLine(words.phrase(.nothingFound))
    }
    return finding.isEmpty ? .unclear : .answered
  }
}
