extension NynorskWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    DatabaseFaultText(title(of: fault), remedy(of: fault))
  }

  private func title(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer: "Får ikkje kontakt med databasen."
    case .connectionLost: "Sambandet med databasen vart brote undervegs."
    case .unknownOutcome: "Sambandet vart brote då endringa skulle lagrast: utfallet er ukjent."
    case .wrongPassword: "Databasen godtek ikkje passordet."
    case .noLogin: "Rolla finst ikkje i databasen, eller får ikkje logge inn herifrå."
    case .noDatabase: "Det finst ingen database med det namnet på tenaren."
    case .tooManyConnections: "Databasen har inga ledig tilkopling."
    case .notAccepting: "Databasen startar eller stoppar, og tek ikkje imot nokon enno."
    case .shuttingDown: "Databasen vart stoppa, eller nokon avslutta denne tilkoplinga."
    case .readOnly: "Databasen er skriveverna (read-only). Ingenting er endra."
    case .standby:
      "Databasen er skriveverna (read-only), for han er ein reserve som følgjer ein annan tenar. "
        + "Ingenting er endra."
    case .diskFull: "Disken til databasen er full. Ingenting er endra."
    case .outOfMemory: "Databasen har for lite minne. Ingenting er endra."
    case .outOfLocks: "Databasen har ikkje plass til så mange låsar. Ingenting er endra."
    case .tooSlow: "Databasen brukte for lang tid og vart stansa. Ingenting er endra."
    case .lockHeld: "Nokon andre held på med det same i databasen. Ingenting er endra."
    case .collision: "To endringar kom i vegen for kvarandre. Ingenting er endra."
    case .damaged: "Databasen får ikkje lese eller skrive sine eigne filer."
    case .oldServer: "PostgreSQL på tenaren er for gammal."
    }
  }

  private func remedy(of fault: DatabaseFault) -> String {
    switch fault {
    case .noServer:
      "Sjekk at PostgreSQL køyrer (Deploy/run startar den private), at VARDE_DATABASE peikar "
        + "rett, og at rolla finst og får logge inn."
    case .connectionLost: "Ingenting er endra. Sjekk at tenaren og nettet er oppe, og prøv igjen."
    case .unknownOutcome:
      "Køyr det same ein gong til: det som alt er lagra, blir ikkje lagra to gonger."
    case .wrongPassword: "Set rett passord i VARDE_DATABASE, PGPASSWORD eller ~/.pgpass."
    case .noLogin:
      "Sjekk VARDE_OWNER, VARDE_EDITOR og VARDE_READER, at rollene er laga med login, og "
        + "pg_hba.conf på tenaren."
    case .noDatabase: "Rett dbname i VARDE_DATABASE, eller lag databasen og køyr «varde migrate»."
    case .tooManyConnections:
      "Vent litt og prøv igjen, stopp program som ikkje trengst, eller auk max_connections."
    case .notAccepting: "Vent til han er oppe, og prøv igjen."
    case .shuttingDown: "Ingenting er endra. Start databasen om han er stoppa, og prøv igjen."
    case .readOnly:
      "Nokon har sett default_transaction_read_only. Vent til det er slått av, og køyr det same "
        + "igjen."
    case .standby:
      "La VARDE_DATABASE peike på hovudtenaren, til dømes med target_session_attrs=primary."
    case .diskFull:
      "Rydd plass der databasen ligg (også for WAL og mellombels filer), og prøv igjen."
    case .outOfMemory:
      "Gje tenaren meir minne, eller senk work_mem og max_connections, og prøv igjen."
    case .outOfLocks: "Auk max_locks_per_transaction, start tenaren på nytt og prøv igjen."
    case .tooSlow: "Prøv igjen når det er rolegare, eller auk statement_timeout for rolla."
    case .lockHeld: "Vent til den andre er ferdig, og prøv igjen."
    case .collision: "Køyr det same ein gong til."
    case .damaged:
      "Stopp, sjå loggen til tenaren og disken, og hent fram tryggingskopien om han er skadd."
    case .oldServer: "Varde treng PostgreSQL 15 eller nyare: oppgrader tenaren."
    }
  }
}
