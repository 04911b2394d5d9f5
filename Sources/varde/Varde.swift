import ArgumentParser

// The command line: migrate, seed, ask, find, show, check.
//
// It must never write what was asked to any log or file, answer from anything but the reader's
// snapshot, or put a single line above 112 when it is acute.

@main
enum Program {
  static func main() async {
    Outlet.secureStandardStreams()
    let status = await Invocation.perform(
      Array(CommandLine.arguments.dropFirst()), on: .standard)
    Console.exit(status)
  }
}

/// The root of the commands; alone it explains itself.
struct Varde: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "varde",
    abstract: "Hvem kan jeg kontakte, for denne bekymringen, på dette stedet, i denne alderen?",
    discussion: """
      Prøv:
        varde ask --place Trondheim --concern radikalisering --age 15
        varde ask --asker ansatt --workplace fritidsklubb --place Trondheim \\
                  --concern radikalisering --age 15 --at 2021-12-01
        varde find politikontakt
        varde show measure baerum-2017/10

      Er liv eller helse i fare: ring 112.

      Status: 0 besvart, 1 avvist med grunn, 2 flertydig eller ukjent navn med forslag.
      Databasen oppgis med VARDE_DATABASE (libpq-streng eller URI) eller PG*-variablene.
      """,
    version: Varde.version,
    subcommands: [
      Ask.self, Find.self, Show.self, Serve.self, Seed.self, Check.self, Cover.self, Diff.self,
      Lint.self, Erase.self, Migrate.self, Synthesise.self,
    ])

  static let version = "0.1.0"
}

/// What a program that called this one can act on.
enum ExitStatus: Int32 {
  case answered = 0
  case refused = 1
  /// A name was unknown or ambiguous; suggestions were given.
  case unclear = 2
}

/// A command that does its work on a console given to it, so that tests can give their own.
protocol ConsoleCommand: ParsableCommand {
  var output: OutputOptions { get }
  func perform(on console: Console) async throws -> ExitStatus
}

/// How the result is written.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Skriv JSON, feil også.")
  var json = false

  @Option(
    name: .long, help: ArgumentHelp("Språk i svaret: nb, nn eller en.", valueName: "språk"),
    completion: .list(["nb", "nn", "en"]))
  var lang = "nb"
}
