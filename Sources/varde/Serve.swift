import ArgumentParser
import Configuration
import Foundation
import Logging
import PQ
import Server
import Web

/// `varde serve`: the public site and its API, until it is told to stop.
struct Serve: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kjører nettstedet og API-et til det får SIGTERM.",
    discussion: """
      Hver innstilling kan gis tre steder; den første som sier noe, gjelder:
        1. som flagg:     --port 8080
        2. som variabel:  VARDE_PORT=8080, VARDE_LIMITS_BURST=120
        3. i en JSON-fil: {"port": 8080, "limits": {"burst": 120}}
      Filen oppgis med --config eller VARDE_CONFIG, og kan også si hvor databasen
      er ("database", "reader"), som VARDE_DATABASE og VARDE_READER. En innstilling
      som ikke finnes, i filen eller som en variabel som begynner med VARDE_, eller
      en verdi som ikke kan brukes, stopper starten.

      Uten innstillinger svarer det bare på egen maskin: 127.0.0.1:8080, og
      målinger og helse på 127.0.0.1:8081 (/metrics, /routes, /health/live
      og /health/ready). Sett en mellomtjener foran for TLS.

      Med --snapshot-folder legges siste utgave av registeret i en fil, og
      nettstedet kan starte derfra mens databasen er nede. Loggen går til
      standard feil, ett JSON-objekt på hver linje, og sier aldri hva noen
      spurte om.
      """)

  @Option(help: ArgumentHelp("En JSON-fil med innstillinger. [VARDE_CONFIG]", valueName: "fil"))
  var config: String?

  @OptionGroup
  var options: ServeOptions

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
    try Variables(environment: console.environment).requireKnown()
    let reader = ConfigReader(providers: try await providers(console.environment))
    var configuration = NodeConfiguration(
      database: try await Serve.database(reader, console.environment))
    configuration.snapshotFolder = console.environment["STATE_DIRECTORY"]
    try await configuration.read(reader)
    let lines = LineQueue(to: STDERR_FILENO) { JSONLog.lost($0, label: Serve.label) }
    let screen = LineQueue(to: STDOUT_FILENO)
    let level = configuration.logLevel
    let logger = Logger(label: Serve.label) {
      JSONLog(label: $0, level: level, write: lines.append)
    }
    let node = try Node(
      configuration, logger: logger, build: BuildMark.ofRunningProgram(),
      receivers: [{ Serve.tell($0, on: screen) }], linesLost: { lines.lost },
      now: { Int64(Date().timeIntervalSince1970) })
    defer {
      screen.flush(milliseconds: Serve.flushMilliseconds)
      lines.flush(milliseconds: Serve.flushMilliseconds)
    }
    do {
      try await node.run {
        lines.flush(milliseconds: Serve.flushMilliseconds)
        _exit(ExitStatus.refused.rawValue)
      }
    } catch {
      // Told as everything else is while it runs: whoever does not read holds nobody.
      var console = console
      console.complain = { lines.append(Array($0.utf8)) }
      return Invocation.report(error, of: self, on: console)
    }
    return .answered
  }

  private static let label = "varde"
  /// For writing what is left when the program ends.
  private static let flushMilliseconds = 300

  private func providers(_ given: [String: String]) async throws -> [any ConfigProvider] {
    let environment = given.filter { !$0.value.isEmpty }
    var providers: [any ConfigProvider] = [
      InMemoryProvider(name: "flags", values: options.values),
      EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "varde"),
    ]
    if let path = config ?? environment["VARDE_CONFIG"] {
      providers.append(try await SettingsFile(path: path).provider())
    }
    return providers
  }

  /// As the other commands find it; a file may name it too.
  private static func database(
    _ reader: ConfigReader, _ environment: [String: String]
  ) async throws -> PQConfiguration {
    var environment = environment
    for setting in [Setting.database, .reader] {
      do {
        let value = try await reader.fetchString(forKey: ConfigKey(setting.key), isSecret: true)
        if let value { environment[setting.variable] = value }
      } catch {
        throw ConfigurationFault(setting, allowed: "a text")
      }
    }
    return try Database.configuration(for: .reader, in: environment)
  }

  /// For the person at the terminal; everything else is in the log. A terminal that takes nothing
  /// stops nothing.
  private static func tell(_ observation: Observation, on screen: LineQueue) {
    if case .started(let address) = observation {
      screen.append(Array("Varde svarer på \(address)\n".utf8))
    }
  }
}
