import Foundation
import PQ
import SeedFiles
import Server
import Store
import Presentation

extension Problem {
  /// Says in plain words what an error means and what to do about it: faults of the database in the
  /// language of the words.
  init(explaining error: any Error, words: any Words = BokmalWords()) {
    switch error {
    case let problem as Problem: self = problem
    case let error as PQError: self.init(database: error, words: words)
    case let error as StoreError: self.init(store: error, words: words)
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

  private init(database error: PQError, words: any Words) {
    if let fault = error.fault {
      self.init(DatabaseFault(fault), saying: error.details, words: words)
      return
    }
    switch error.kind {
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

  /// - Parameter details: what the server or libpq wrote, shown to whoever runs the command.
  private init(_ fault: DatabaseFault, saying details: String, words: any Words) {
    let text = words.database(fault)
    self.init(
      type: fault.rawValue, title: text.title,
      detail: [text.remedy, details.trimmingCharacters(in: .newlines)]
        .filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private init(store error: StoreError, words: any Words) {
    switch error {
    case .databaseReadOnly(let isStandby):
      self.init(isStandby ? .standby : .readOnly, saying: "", words: words)
    case .serverTooOld: self.init(.oldServer, saying: error.description, words: words)
    default:
      let (type, title) = Problem.words(for: error)
      self.init(type: type, title: title, detail: error.description)
    }
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
    case .migrating: ("migrating", "Databasen blir oppgradert akkurat nå. Prøv igjen om litt.")
    case .databaseReadOnly: ("read-only", "Databasen er skrivebeskyttet.")
    case .serverTooOld: ("old-server", "PostgreSQL på tjeneren er for gammel.")
    }
  }
}

extension DatabaseFault {
  init(_ fault: PQFault) {
    self =
      switch fault {
      case .noServer: .noServer
      case .connectionLost: .connectionLost
      case .unknownOutcome: .unknownOutcome
      case .wrongPassword: .wrongPassword
      case .noLogin: .noLogin
      case .noDatabase: .noDatabase
      case .tooManyConnections: .tooManyConnections
      case .notAccepting: .notAccepting
      case .shuttingDown: .shuttingDown
      case .readOnly: .readOnly
      case .diskFull: .diskFull
      case .outOfMemory: .outOfMemory
      case .outOfLocks: .outOfLocks
      case .tooSlow: .tooSlow
      case .lockHeld: .lockHeld
      case .collision: .collision
      case .damaged: .damaged
      }
  }
}
