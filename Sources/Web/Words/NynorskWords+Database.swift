extension NynorskWords {
  package func database(_ fault: DatabaseFault) -> DatabaseFaultText {
    switch fault {
    case .noServer:
      .init(
        "Får ikkje kontakt med databasen.",
        "Sjekk at PostgreSQL køyrer (Deploy/run startar den private), at VARDE_DATABASE peikar "
          + "rett, og at rolla finst og får logge inn.")
    case .connectionLost:
      .init(
        "Sambandet med databasen vart brote undervegs.",
        "Ingenting er endra. Sjekk at tenaren og nettet er oppe, og prøv igjen.")
    case .unknownOutcome:
      .init(
        "Sambandet vart brote då endringa skulle lagrast: utfallet er ukjent.",
        "Køyr det same ein gong til: det som alt er lagra, blir ikkje lagra to gonger.")
    case .wrongPassword:
      .init(
        "Databasen godtek ikkje passordet.",
        "Set rett passord i VARDE_DATABASE, PGPASSWORD eller ~/.pgpass.")
    case .noLogin:
      .init(
        "Rolla finst ikkje i databasen, eller får ikkje logge inn herifrå.",
        "Sjekk VARDE_OWNER, VARDE_EDITOR og VARDE_READER, at rollene er laga med login, og "
          + "pg_hba.conf på tenaren.")
    case .noDatabase:
      .init(
        "Det finst ingen database med det namnet på tenaren.",
        "Rett dbname i VARDE_DATABASE, eller lag databasen og køyr «varde migrate».")
    case .tooManyConnections:
      .init(
        "Databasen har inga ledig tilkopling.",
        "Vent litt og prøv igjen, stopp program som ikkje trengst, eller auk max_connections.")
    case .notAccepting:
      .init(
        "Databasen startar eller stoppar, og tek ikkje imot nokon enno.",
        "Vent til han er oppe, og prøv igjen.")
    case .shuttingDown:
      .init(
        "Databasen vart stoppa, eller nokon avslutta denne tilkoplinga.",
        "Ingenting er endra. Start databasen om han er stoppa, og prøv igjen.")
    case .readOnly:
      .init(
        "Databasen er skriveverna (read-only). Ingenting er endra.",
        "Nokon har sett default_transaction_read_only. Vent til det er slått av, og køyr det "
          + "same igjen.")
    case .standby:
      .init(
        "Databasen er skriveverna (read-only), for han er ein reserve som følgjer ein annan "
          + "tenar. Ingenting er endra.",
        "La VARDE_DATABASE peike på hovudtenaren, til dømes med target_session_attrs=primary.")
    case .diskFull:
      .init(
        "Disken til databasen er full. Ingenting er endra.",
        "Rydd plass der databasen ligg (også for WAL og mellombels filer), og prøv igjen.")
    case .outOfMemory:
      .init(
        "Databasen har for lite minne. Ingenting er endra.",
        "Gje tenaren meir minne, eller senk work_mem og max_connections, og prøv igjen.")
    case .outOfLocks:
      .init(
        "Databasen har ikkje plass til så mange låsar. Ingenting er endra.",
        "Auk max_locks_per_transaction, start tenaren på nytt og prøv igjen.")
    case .tooSlow:
      .init(
        "Databasen brukte for lang tid og vart stansa. Ingenting er endra.",
        "Prøv igjen når det er rolegare, eller auk statement_timeout for rolla.")
    case .lockHeld:
      .init(
        "Nokon andre held på med det same i databasen. Ingenting er endra.",
        "Vent til den andre er ferdig, og prøv igjen.")
    case .collision:
      .init(
        "To endringar kom i vegen for kvarandre. Ingenting er endra.",
        "Køyr det same ein gong til.")
    case .damaged:
      .init(
        "Databasen får ikkje lese eller skrive sine eigne filer.",
        "Stopp, sjå loggen til tenaren og disken, og hent fram tryggingskopien om han er skadd.")
    case .oldServer:
      .init(
        "PostgreSQL på tenaren er for gammal.",
        "Varde treng PostgreSQL 15 eller nyare: oppgrader tenaren.")
    }
  }
}
