/// What is wrong with the server or the way to it, by what a person can do about it.
///
/// Refusals of what a statement says (a constraint, a right, an unknown table) are none of these.
package enum PQFault: String, Sendable, Hashable, CaseIterable {
  /// Nobody answers there, or the answer is no PostgreSQL's.
  case noServer = "no-server"
  /// The connection ended in the middle of something.
  case connectionLost = "connection-lost"
  /// COMMIT was sent and no answer came.
  case unknownOutcome = "unknown-outcome"
  /// The password is wrong.
  case wrongPassword = "wrong-password"
  /// The role is not there, or may not log in from here.
  case noLogin = "no-login"
  case noDatabase = "no-database-there"
  /// The server, or the pool, has no connection to spare.
  case tooManyConnections = "too-many-connections"
  /// The server starts, stops or recovers, and takes nobody in yet.
  case notAccepting = "not-accepting"
  /// The server was stopped, or somebody ended this session.
  case shuttingDown = "shutting-down"
  /// Nobody may write: an operator's freeze, or a standby.
  case readOnly = "read-only"
  case diskFull = "disk-full"
  case outOfMemory = "out-of-memory"
  /// More locks than the server has room for.
  case outOfLocks = "out-of-locks"
  /// A limit of time was passed: the server's own, or the caller's.
  case tooSlow = "too-slow"
  /// Somebody else held what was needed for too long.
  case lockHeld = "lock-held"
  /// Two writers met; the whole may be tried again.
  case collision
  /// The server cannot read or write its own files.
  case damaged
}

extension PQError {
  /// What is wrong with the server; nil when it refused what was asked, or the caller is at fault.
  package var fault: PQFault? {
    if kind == .unknownOutcome { return .unknownOutcome }
    if let sqlState, let fault = PQError.fault(of: sqlState, details) { return fault }
    return switch kind {
    case .connection: statement == nil ? .noServer : .connectionLost
    case .deadline: .tooSlow
    case .poolExhausted: .tooManyConnections
    default: nil
    }
  }

  private static func fault(of state: String, _ details: String) -> PQFault? {
    switch state {
    case "25006": .readOnly
    case "0A000", "55000": details.contains("during recovery") ? .readOnly : nil
    case "28P01": .wrongPassword
    case "28000": .noLogin
    case "3D000", "57P04": .noDatabase
    case "53300": .tooManyConnections
    case "57P03": .notAccepting
    case "57P01", "57P02": .shuttingDown
    case "57P05", "25P03", "25P04", "08006", "08003": .connectionLost
    case "53100": .diskFull
    // The server names the setting in its hint, in whatever language.
    case "53200": details.contains("_locks_per_") ? .outOfLocks : .outOfMemory
    case "57014": .tooSlow
    case "55P03": .lockHeld
    case "40001", "40P01": .collision
    case "58030", "58P01", "XX001", "XX002": .damaged
    default: nil
    }
  }
}

extension PQFault {
  /// For the log: what it is, in a clause.
  var clause: String {
    switch self {
    case .noServer: "No connection to the database"
    case .connectionLost: "The connection to the database was lost"
    case .unknownOutcome: "The connection was lost at commit: the outcome is unknown"
    case .wrongPassword: "The database does not take the password"
    case .noLogin: "The role is not on the server, or may not log in"
    case .noDatabase: "There is no database of that name"
    case .tooManyConnections: "All connections to the database are in use"
    case .notAccepting: "The database is starting, stopping or recovering"
    case .shuttingDown: "The database was stopped, or ended this session"
    case .readOnly: "The database is read-only"
    case .diskFull: "The disk of the database is full"
    case .outOfMemory: "The database has too little memory"
    case .outOfLocks: "The database has no room for so many locks"
    case .tooSlow: "The database took too long"
    case .lockHeld: "Somebody else holds what was needed in the database"
    case .collision: "Two writers met in the database: try again"
    case .damaged: "The database cannot read or write its own files"
    }
  }
}
