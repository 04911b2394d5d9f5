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
    let logger = Logger(label: "varde") { JSONLog(label: $0) }
    let node = try Node(
      configuration, logger: logger, build: BuildMark.ofRunningProgram(),
      receivers: [{ Serve.tell($0, on: console) }],
      now: { Int64(Date().timeIntervalSince1970) })
    try await node.run { _exit(ExitStatus.refused.rawValue) }
    return .answered
  }

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

  /// For the person at the terminal; everything else is in the log.
  private static func tell(_ observation: Observation, on console: Console) {
    if case .started(let address) = observation {
      console.writeLine("Varde svarer på \(address)")
    }
  }
}
