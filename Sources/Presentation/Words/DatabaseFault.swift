/// What can be wrong with the database or the way to it, as far as a person can do something.
package enum DatabaseFault: String, Hashable, Sendable, CaseIterable {
  case noServer = "no-server"
  case connectionLost = "connection-lost"
  case unknownOutcome = "unknown-outcome"
  case wrongPassword = "wrong-password"
  case noLogin = "no-login"
  case noDatabase = "no-database-there"
  case tooManyConnections = "too-many-connections"
  case notAccepting = "not-accepting"
  case shuttingDown = "shutting-down"
  case readOnly = "read-only"
  case standby
  case diskFull = "disk-full"
  case outOfMemory = "out-of-memory"
  case outOfLocks = "out-of-locks"
  case tooSlow = "too-slow"
  case lockHeld = "lock-held"
  case collision
  case damaged
  case oldServer = "old-server"
}

/// What is wrong, in a sentence, and what to do about it.
package struct DatabaseFaultText: Hashable, Sendable {
  package let title: String
  package let remedy: String

  init(_ title: String, _ remedy: String) {
    self.title = title
    self.remedy = remedy
  }
}

/// The words for the database in one language; complete by the compiler, as `Words` is.
package protocol DatabaseWords: Sendable {
  func database(_ fault: DatabaseFault) -> DatabaseFaultText
}
