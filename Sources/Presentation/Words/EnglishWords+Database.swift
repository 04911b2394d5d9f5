extension EnglishWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    DatabaseFaultText(title(of: fault), remedy(of: fault))
  }

  private func title(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer: "No contact with the database."
    case .connectionLost: "The connection to the database was lost on the way."
    case .unknownOutcome:
      "The connection was lost as the change was being saved: the outcome is unknown."
    case .wrongPassword: "The database does not take the password."
    case .noLogin: "The role is not in the database, or may not log in from here."
    case .noDatabase: "There is no database of that name on the server."
    case .tooManyConnections: "The database has no connection to spare."
    case .notAccepting: "The database is starting or stopping, and takes nobody in yet."
    case .shuttingDown: "The database was stopped, or somebody ended this connection."
    case .readOnly: "The database is read-only. Nothing was changed."
    case .standby:
      "The database is read-only, for it is a standby that follows another server. Nothing was "
        + "changed."
    case .diskFull: "The disk of the database is full. Nothing was changed."
    case .outOfMemory: "The database has too little memory. Nothing was changed."
    case .outOfLocks: "The database has no room for so many locks. Nothing was changed."
    case .tooSlow: "The database took too long and was stopped. Nothing was changed."
    case .lockHeld: "Somebody else is at the same in the database. Nothing was changed."
    case .collision: "Two changes got in each other's way. Nothing was changed."
    case .damaged: "The database cannot read or write its own files."
    case .oldServer: "The server's PostgreSQL is too old."
    }
  }

  private func remedy(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer:
      "See that PostgreSQL is running (Deploy/run starts the private one), that VARDE_DATABASE "
        + "points right, and that the role exists and may log in."
    case .connectionLost:
      "Nothing was changed. See that the server and the network are up, and try again."
    case .unknownOutcome: "Run the same once more: what is saved already is not saved twice."
    case .wrongPassword: "Set the right password in VARDE_DATABASE, PGPASSWORD or ~/.pgpass."
    case .noLogin:
      "See VARDE_OWNER, VARDE_EDITOR and VARDE_READER, that the roles were made with login, and "
        + "pg_hba.conf on the server."
    case .noDatabase:
      "Mend dbname in VARDE_DATABASE, or create the database and run `varde migrate`."
    case .tooManyConnections:
      "Wait and try again, stop programs that are not needed, or raise max_connections."
    case .notAccepting: "Wait until it is up, and try again."
    case .shuttingDown: "Nothing was changed. Start the database if it is stopped, and try again."
    case .readOnly:
      "Somebody has set default_transaction_read_only. Wait until it is off, and run the same "
        + "again."
    case .standby:
      "Let VARDE_DATABASE point at the primary, with target_session_attrs=primary for one."
    case .diskFull:
      "Make room where the database lies (for WAL and temporary files too), and try again."
    case .outOfMemory:
      "Give the server more memory, or lower work_mem and max_connections, and try again."
    case .outOfLocks: "Raise max_locks_per_transaction, restart the server and try again."
    case .tooSlow: "Try again at a quieter time, or raise statement_timeout for the role."
    case .lockHeld: "Wait until the other is done, and try again."
    case .collision: "Run the same once more."
    case .damaged:
      "Stop, look at the server's log and disk, and take the backup out if it is damaged."
    case .oldServer: "Varde needs PostgreSQL 15 or newer: upgrade the server."
    }
  }
}
