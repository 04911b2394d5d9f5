import ArgumentParser
import PQ
import Store
import Presentation

/// `varde migrate`: brings the database forward to what this program needs.
struct Migrate: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gjør databasen klar, eller fører den frem til denne utgaven.",
    discussion: """
      Kjøres som eieren av databasen (varde_owner, eller VARDE_OWNER). Rollene for redaktør og
      leser (VARDE_EDITOR, VARDE_READER) må finnes på tjeneren. Flere kan starte samtidig.

      Eksempel:
        VARDE_DATABASE="host=/run/postgresql dbname=varde" varde migrate
      """)

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    let configuration = try Database.configuration(for: .owner, in: console.environment)
    let applied = try await Store.migrate(
      configuration: configuration, roles: Roles(environment: console.environment))
    if output.json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.objects("applied", applied) { writer, migration in
          writer.number("number", migration.number)
          writer.string("name", migration.name)
        }
      }
      console.writeLine(String(decoding: writer.bytes, as: UTF8.self))
      return .answered
    }
    for migration in applied { console.writeLine("Kjørt: \(migration.number) \(migration.name)") }
    if applied.isEmpty { console.writeLine("Databasen er allerede klar.") }
    return .answered
  }
}
