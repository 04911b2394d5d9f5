extension BokmalWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    DatabaseFaultText(title(of: fault), remedy(of: fault))
  }

  private func title(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer: "Får ikke kontakt med databasen."
    case .connectionLost: "Forbindelsen til databasen ble brutt underveis."
    case .unknownOutcome: "Forbindelsen ble brutt idet endringen skulle lagres: utfallet er ukjent."
    case .wrongPassword: "Databasen godtar ikke passordet."
    case .noLogin: "Rollen finnes ikke i databasen, eller får ikke logge inn herfra."
    case .noDatabase: "Det finnes ingen database med det navnet på tjeneren."
    case .tooManyConnections: "Databasen har ingen ledig forbindelse."
    case .notAccepting: "Databasen starter eller stopper, og tar ikke imot noen ennå."
    case .shuttingDown: "Databasen ble stoppet, eller noen avsluttet denne forbindelsen."
    case .readOnly: "Databasen er skrivebeskyttet (read-only). Ingenting er endret."
    case .standby:
      "Databasen er skrivebeskyttet (read-only), for den er en reserve som følger en annen "
        + "tjener. Ingenting er endret."
    case .diskFull: "Disken til databasen er full. Ingenting er endret."
    case .outOfMemory: "Databasen har for lite minne. Ingenting er endret."
    case .outOfLocks: "Databasen har ikke plass til så mange låser. Ingenting er endret."
    case .tooSlow: "Databasen brukte for lang tid og ble stanset. Ingenting er endret."
    case .lockHeld: "Noen andre holder på med det samme i databasen. Ingenting er endret."
    case .collision: "To endringer kom i veien for hverandre. Ingenting er endret."
    case .damaged: "Databasen får ikke lest eller skrevet sine egne filer."
    case .oldServer: "PostgreSQL på tjeneren er for gammel."
    }
  }

  private func remedy(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer:
      "Sjekk at PostgreSQL kjører (Deploy/run starter den private), at VARDE_DATABASE peker "
        + "riktig, og at rollen finnes og får logge inn."
    case .connectionLost: "Ingenting er endret. Sjekk at tjeneren og nettet er oppe, og prøv igjen."
    case .unknownOutcome:
      "Kjør det samme en gang til: det som alt er lagret, blir ikke lagret to ganger."
    case .wrongPassword: "Sett riktig passord i VARDE_DATABASE, PGPASSWORD eller ~/.pgpass."
    case .noLogin:
      "Sjekk VARDE_OWNER, VARDE_EDITOR og VARDE_READER, at rollene er laget med login, og "
        + "pg_hba.conf på tjeneren."
    case .noDatabase: "Rett dbname i VARDE_DATABASE, eller lag databasen og kjør «varde migrate»."
    case .tooManyConnections:
      "Vent litt og prøv igjen, stopp programmer som ikke trengs, eller øk max_connections."
    case .notAccepting: "Vent til den er oppe, og prøv igjen."
    case .shuttingDown: "Ingenting er endret. Start databasen hvis den er stoppet, og prøv igjen."
    case .readOnly:
      "Noen har satt default_transaction_read_only. Vent til det er slått av, og kjør det samme "
        + "igjen."
    case .standby:
      "La VARDE_DATABASE peke på hovedtjeneren, for eksempel med target_session_attrs=primary."
    case .diskFull:
      "Rydd plass der databasen ligger (også for WAL og midlertidige filer), og prøv igjen."
    case .outOfMemory:
      "Gi tjeneren mer minne, eller senk work_mem og max_connections, og prøv igjen."
    case .outOfLocks: "Øk max_locks_per_transaction, start tjeneren på nytt og prøv igjen."
    case .tooSlow: "Prøv igjen når det er roligere, eller øk statement_timeout for rollen."
    case .lockHeld: "Vent til den andre er ferdig, og prøv igjen."
    case .collision: "Kjør det samme en gang til."
    case .damaged:
      "Stopp, se tjenerens logg og disken, og hent fram sikkerhetskopien om den er skadet."
    case .oldServer: "Varde trenger PostgreSQL 15 eller nyere: oppgrader tjeneren."
    }
  }
}
