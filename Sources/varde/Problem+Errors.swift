import PQ
import SeedFiles
import Server
import Store
import Web

extension Problem {
  /// Says in plain words what an error means and what to do about it.
  init(explaining error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as PQError: self.init(database: error)
    case let error as StoreError: self.init(store: error)
    case let faults as SeedFaults:
      self.init(
        type: "seed", title: "Filene har \(faults.faults.count) feil. Ingenting er lastet.",
        detail: faults.description)
    case let error as SeedFolderError: self.init(type: "seed", title: error.description)
    case let fault as ConfigurationFault:
      self.init(
        type: "configuration", title: "Innstillingen «\(fault.key)» kan ikke brukes.",
        detail: ([fault.description] + Problem.meant(by: fault)).joined(separator: "\n"))
    case let taken as AddressTaken:
      self.init(
        type: "address-taken",
        title: "Adressen \(taken.site) eller \(taken.inspection) er allerede i bruk.",
        detail: "Stopp det andre programmet, eller velg andre porter med --port og "
          + "--inspection-port (eller VARDE_PORT og VARDE_INSPECTION_PORT).")
    case let error as OsloTime.ZoneMissing: self.init(type: "time-zone", title: error.description)
    default: self.init(type: "unexpected", title: "Noe uventet gikk galt.", detail: "\(error)")
    }
  }

  /// The nearest of the words that a setting may be.
  private static func meant(by fault: ConfigurationFault) -> [String] {
    guard let given = fault.given else { return [] }
    let near = Nearest.words(near: given, among: fault.words).map { "«\($0)»" }
    return near.isEmpty
      ? [] : ["«\(given)»: mente du \(near.joined(separator: " eller "))?"]
  }

  private init(database error: PQError) {
    switch error.kind {
    case .connection, .poolExhausted, .deadline:
      self.init(
        type: "no-server", title: "Får ikke kontakt med databasen.",
        detail: [
          error.details,
          "Sjekk at PostgreSQL kjører (Deploy/run starter den private), at "
            + "VARDE_DATABASE peker riktig, og at rollen finnes og får logge inn.",
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n"))
    case .configuration:
      self.init(
        type: "no-database", title: "VARDE_DATABASE kan ikke leses.",
        detail: "Den skal være en libpq-streng (host=… dbname=…) eller en URI (postgres://…).")
    case .server(sqlState: "42501"), .server(sqlState: "42P01"), .server(sqlState: "3F000"):
      self.init(
        type: "role", title: "Feil rolle: den får ikke gjøre dette.",
        detail: "Rollene er varde_owner, varde_editor og varde_reader, eller de som VARDE_OWNER, "
          + "VARDE_EDITOR og VARDE_READER nevner.\n\(error.description)")
    default:
      self.init(type: "database", title: "Databasen avviste det.", detail: error.description)
    }
  }

  private init(store error: StoreError) {
    let (type, title) = Problem.words(for: error)
    self.init(type: type, title: title, detail: error.description)
  }

  private static func words(for error: StoreError) -> (type: String, title: String) {
    switch error {
    case .files: ("installation", "Programmet mangler SQL-filene sine.")
    case .rolesMissing: ("role", "Databasen mangler roller.")
    case .extensionsMissing: ("extension", "Databasen mangler utvidelser.")
    case .needsMigration: ("not-migrated", "Databasen er ikke klar: kjør «varde migrate».")
    case .programTooOld: ("program-too-old", "Programmet er for gammelt for databasen.")
    case .databaseNewer: ("program-too-old", "Databasen er nyere enn programmet.")
    case .alteredMigration: ("altered-migration", "En migrering er endret etter at den ble kjørt.")
    case .unsafeReader: ("role", "Feil rolle: leseren ville sett mer enn det som er offentlig.")
    case .readerNotGranted: ("role", "Feil rolle: den får ikke lese registeret.")
    case .refused(let faults):
      ("seed", "Databasen avviste \(faults.count) rader. Ingenting er lastet.")
    case .malformedRow: ("database", "Databasen og programmet hører ikke sammen.")
    case .unknownPerson: ("name", "Det finnes ingen slik person.")
    }
  }
}
