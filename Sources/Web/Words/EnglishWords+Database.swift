extension EnglishWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    switch fault {
    case .noServer:
      .init(
        "No contact with the database.",
        "See that PostgreSQL is running (Deploy/run starts the private one), that VARDE_DATABASE "
          + "points right, and that the role exists and may log in.")
    case .connectionLost:
      .init(
        "The connection to the database was lost on the way.",
        "Nothing was changed. See that the server and the network are up, and try again.")
    case .unknownOutcome:
      .init(
        "The connection was lost as the change was being saved: the outcome is unknown.",
        "Run the same once more: what is saved already is not saved twice.")
    case .wrongPassword:
      .init(
        "The database does not take the password.",
        "Set the right password in VARDE_DATABASE, PGPASSWORD or ~/.pgpass.")
    case .noLogin:
      .init(
        "The role is not in the database, or may not log in from here.",
        "See VARDE_OWNER, VARDE_EDITOR and VARDE_READER, that the roles were made with login, "
          + "and pg_hba.conf on the server.")
    case .noDatabase:
      .init(
        "There is no database of that name on the server.",
        "Mend dbname in VARDE_DATABASE, or create the database and run `varde migrate`.")
    case .tooManyConnections:
      .init(
        "The database has no connection to spare.",
        "Wait and try again, stop programs that are not needed, or raise max_connections.")
    case .notAccepting:
      .init(
        "The database is starting or stopping, and takes nobody in yet.",
        "Wait until it is up, and try again.")
    case .shuttingDown:
      .init(
        "The database was stopped, or somebody ended this connection.",
        "Nothing was changed. Start the database if it is stopped, and try again.")
    case .readOnly:
      .init(
        "The database is read-only. Nothing was changed.",
        "Somebody has set default_transaction_read_only. Wait until it is off, and run the same "
          + "again.")
    case .standby:
      .init(
        "The database is read-only, for it is a standby that follows another server. Nothing was "
          + "changed.",
        "Let VARDE_DATABASE point at the primary, with target_session_attrs=primary for one.")
    case .diskFull:
      .init(
        "The disk of the database is full. Nothing was changed.",
        "Make room where the database lies (for WAL and temporary files too), and try again.")
    case .outOfMemory:
      .init(
        "The database has too little memory. Nothing was changed.",
        "Give the server more memory, or lower work_mem and max_connections, and try again.")
    case .outOfLocks:
      .init(
        "The database has no room for so many locks. Nothing was changed.",
        "Raise max_locks_per_transaction, restart the server and try again.")
    case .tooSlow:
      .init(
        "The database took too long and was stopped. Nothing was changed.",
        "Try again at a quieter time, or raise statement_timeout for the role.")
    case .lockHeld:
      .init(
        "Somebody else is at the same in the database. Nothing was changed.",
        "Wait until the other is done, and try again.")
    case .collision:
      .init(
        "Two changes got in each other's way. Nothing was changed.",
        "Run the same once more.")
    case .damaged:
      .init(
        "The database cannot read or write its own files.",
        "Stop, look at the server's log and disk, and take the backup out if it is damaged.")
    case .oldServer:
      .init(
        "The server's PostgreSQL is too old.",
        "Varde needs PostgreSQL 15 or newer: upgrade the server.")
    }
  }
}
