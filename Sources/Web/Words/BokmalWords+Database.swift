extension BokmalWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    switch fault {
    case .noServer:
      .init(
        "Får ikke kontakt med databasen.",
        "Sjekk at PostgreSQL kjører (Deploy/run starter den private), at VARDE_DATABASE peker "
          + "riktig, og at rollen finnes og får logge inn.")
    case .connectionLost:
      .init(
        "Forbindelsen til databasen ble brutt underveis.",
        "Ingenting er endret. Sjekk at tjeneren og nettet er oppe, og prøv igjen.")
    case .unknownOutcome:
      .init(
        "Forbindelsen ble brutt idet endringen skulle lagres: utfallet er ukjent.",
        "Kjør det samme en gang til: det som alt er lagret, blir ikke lagret to ganger.")
    case .wrongPassword:
      .init(
        "Databasen godtar ikke passordet.",
        "Sett riktig passord i VARDE_DATABASE, PGPASSWORD eller ~/.pgpass.")
    case .noLogin:
      .init(
        "Rollen finnes ikke i databasen, eller får ikke logge inn herfra.",
        "Sjekk VARDE_OWNER, VARDE_EDITOR og VARDE_READER, at rollene er laget med login, og "
          + "pg_hba.conf på tjeneren.")
    case .noDatabase:
      .init(
        "Det finnes ingen database med det navnet på tjeneren.",
        "Rett dbname i VARDE_DATABASE, eller lag databasen og kjør «varde migrate».")
    case .tooManyConnections:
      .init(
        "Databasen har ingen ledig forbindelse.",
        "Vent litt og prøv igjen, stopp programmer som ikke trengs, eller øk max_connections.")
    case .notAccepting:
      .init(
        "Databasen starter eller stopper, og tar ikke imot noen ennå.",
        "Vent til den er oppe, og prøv igjen.")
    case .shuttingDown:
      .init(
        "Databasen ble stoppet, eller noen avsluttet denne forbindelsen.",
        "Ingenting er endret. Start databasen hvis den er stoppet, og prøv igjen.")
    case .readOnly:
      .init(
        "Databasen er skrivebeskyttet (read-only). Ingenting er endret.",
        "Noen har satt default_transaction_read_only. Vent til det er slått av, og kjør det "
          + "samme igjen.")
    case .standby:
      .init(
        "Databasen er skrivebeskyttet (read-only), for den er en reserve som følger en annen "
          + "tjener. Ingenting er endret.",
        "La VARDE_DATABASE peke på hovedtjeneren, for eksempel med target_session_attrs=primary.")
    case .diskFull:
      .init(
        "Disken til databasen er full. Ingenting er endret.",
        "Rydd plass der databasen ligger (også for WAL og midlertidige filer), og prøv igjen.")
    case .outOfMemory:
      .init(
        "Databasen har for lite minne. Ingenting er endret.",
        "Gi tjeneren mer minne, eller senk work_mem og max_connections, og prøv igjen.")
    case .outOfLocks:
      .init(
        "Databasen har ikke plass til så mange låser. Ingenting er endret.",
        "Øk max_locks_per_transaction, start tjeneren på nytt og prøv igjen.")
    case .tooSlow:
      .init(
        "Databasen brukte for lang tid og ble stanset. Ingenting er endret.",
        "Prøv igjen når det er roligere, eller øk statement_timeout for rollen.")
    case .lockHeld:
      .init(
        "Noen andre holder på med det samme i databasen. Ingenting er endret.",
        "Vent til den andre er ferdig, og prøv igjen.")
    case .collision:
      .init(
        "To endringer kom i veien for hverandre. Ingenting er endret.",
        "Kjør det samme en gang til.")
    case .damaged:
      .init(
        "Databasen får ikke lest eller skrevet sine egne filer.",
        "Stopp, se tjenerens logg og disken, og hent fram sikkerhetskopien om den er skadet.")
    case .oldServer:
      .init(
        "PostgreSQL på tjeneren er for gammel.",
        "Varde trenger PostgreSQL 15 eller nyere: oppgrader tjeneren.")
    }
  }
}
