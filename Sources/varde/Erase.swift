import ArgumentParser
import Registry
import Store
import Presentation

/// `varde erase`: forgets a person, and tells which sentences still hold the name.
struct Erase: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sletter navnet og de private numrene til en person, for godt.",
    discussion: """
      Ingen fil bringer dem tilbake, uansett skrivemåte. Det som vises, er setningene som fortsatt
      har navnet: rett dem i filene og last på nytt.

      Eksempel:
        varde erase tranvik-skjult --because "Har bedt om det"
      """)

  @Argument(help: "Personens nøkkel eller id.")
  var person: String

  @Option(name: .long, help: "Hvorfor; står i historien, så nevn ingen.")
  var because: String

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let actor = console.environment["USER"] ?? "varde erase"
    let left = try await Database.withStore(as: .editor, on: console) { store in
      let persons = try await store.seedGround().snapshot.persons
      guard
        let found = persons.first(where: { $0.key == person || $0.id.description == person })
      else {
        throw Problem(
          type: Problem.nameType, title: "Ingen person har nøkkelen eller id-en «\(person)».")
      }
      return try await store.erase(found.id, actor: actor, reason: because)
    }
    console.write(output.json ? Erase.json(left) : Erase.text(left))
    return .answered
  }

  private static func text(_ left: [RemainingWords]) -> String {
    guard !left.isEmpty else { return "Personen er slettet. Ingen setning har navnet lenger.\n" }
    return left.reduce(into: "Personen er slettet. Dette har fortsatt navnet eller nummeret:\n") {
      text, words in
      let files = words.seeds.map { " i \($0)" } ?? ""
      text += "  ! \(words.table).\(words.column) (\(words.key))\(files)\n"
    }
  }

  private static func json(_ left: [RemainingWords]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.objects("remaining", left) { writer, words in
        writer.string("table", words.table)
        writer.string("column", words.column)
        writer.string("key", words.key)
        writer.string("seeds", words.seeds)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
