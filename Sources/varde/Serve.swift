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
      Filen oppgis med --config eller VARDE_CONFIG.

      Uten innstillinger svarer det bare på egen maskin: 127.0.0.1:8080, og
      målinger og helse på 127.0.0.1:8081 (/metrics, /routes, /health/live
      og /health/ready). Sett en mellomtjener foran for TLS.

      Med --snapshot-folder legges siste utgave av registeret i en fil, og
      nettstedet kan starte derfra mens databasen er nede. Loggen går til
      standard feil, ett JSON-objekt på hver linje, og sier aldri hva noen
      spurte om.
      """)

  @Option(help: ArgumentHelp("En JSON-fil med innstillinger.", valueName: "fil"))
  var config: String?

  @Option(help: ArgumentHelp("Adressen nettstedet svarer på.", valueName: "adresse"))
  var address: String?

  @Option(help: ArgumentHelp("Porten nettstedet svarer på (0: en ledig).", valueName: "tall"))
  var port: Int?

  @Option(help: ArgumentHelp("Adressen for målinger og helse.", valueName: "adresse"))
  var inspectionAddress: String?

  @Option(help: ArgumentHelp("Porten for målinger og helse (0: en ledig).", valueName: "tall"))
  var inspectionPort: Int?

  @Option(help: ArgumentHelp("Mappen for den siste utgaven.", valueName: "mappe"))
  var snapshotFolder: String?

  @Option(help: ArgumentHelp("Sekunder mellom hver titt på databasen.", valueName: "tall"))
  var refreshSeconds: Int?

  @Option(help: ArgumentHelp("Egne mellomtjenere, atskilt med komma.", valueName: "adresser"))
  var proxies: String?

  @Option(help: ArgumentHelp("Forespørsler en adresse kan sende på en gang.", valueName: "tall"))
  var limitsBurst: Int?

  @Option(help: ArgumentHelp("Forespørsler den får tilbake hvert sekund.", valueName: "tall"))
  var limitsPerSecond: Int?

  @Option(help: ArgumentHelp("Flest forbindelser på en gang.", valueName: "tall"))
  var limitsConnections: Int?

  @OptionGroup
  var output: OutputOptions

  func perform(on console: Console) async throws -> ExitStatus {
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
    try await node.run()
    return .answered
  }

  private func providers(_ given: [String: String]) async throws -> [any ConfigProvider] {
    let environment = given.filter { !$0.value.isEmpty }
    var providers: [any ConfigProvider] = [
      InMemoryProvider(name: "flags", values: flags),
      EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "varde"),
    ]
    if let path = config ?? environment["VARDE_CONFIG"] {
      do {
        let place = InMemoryProvider(values: [
          Serve.key("filePath"): ConfigValue(.string(path), isSecret: false)
        ])
        providers.append(
          try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place)))
      } catch {
        throw Problem(
          type: "configuration", title: "Innstillingsfilen «\(path)» kan ikke leses.",
          detail: "Den skal finnes og være ett JSON-objekt.")
      }
    }
    return providers
  }

  private var flags: [AbsoluteConfigKey: ConfigValue] {
    let texts: [(String, String?)] = [
      ("address", address), ("inspection.address", inspectionAddress),
      ("snapshot.folder", snapshotFolder), ("proxies", proxies),
    ]
    let numbers: [(String, Int?)] = [
      ("port", port), ("inspection.port", inspectionPort), ("refresh.seconds", refreshSeconds),
      ("limits.burst", limitsBurst), ("limits.per.second", limitsPerSecond),
      ("limits.connections", limitsConnections),
    ]
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for case (let key, let text?) in texts {
      values[Serve.key(key)] = ConfigValue(.string(text), isSecret: false)
    }
    for case (let key, let number?) in numbers {
      values[Serve.key(key)] = ConfigValue(.int(number), isSecret: false)
    }
    return values
  }

  private static func key(_ text: String) -> AbsoluteConfigKey {
    AbsoluteConfigKey(ConfigKey(text))
  }

  /// As the other commands find it; a file may name it too.
  private static func database(
    _ reader: ConfigReader, _ environment: [String: String]
  ) async throws -> PQConfiguration {
    var environment = environment
    for (key, variable) in [("database", "VARDE_DATABASE"), ("reader", "VARDE_READER")] {
      if let value = try await reader.fetchString(forKey: ConfigKey(key), isSecret: true) {
        environment[variable] = value
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
